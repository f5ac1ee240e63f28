import type { PastCadence } from '../../shared/cadence/contract.ts';
import { formatCount, today } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { usePastCadence } from './queries.ts';
import { ReviewedPerson } from './ReviewedPerson.tsx';
import { useReviewPlace } from './review-place.ts';

const EVERYBODY = 100_000;

/** Walks through everybody who is past their cadence, one at a time, key by key. */
export function ReviewPage() {
  const day = today();
  const { value: people, error } = usePastCadence({ today: day, limit: EVERYBODY });
  const [place, goTo] = useReviewPlace();
  const shown = people?.[place];
  return (
    <Page
      subtitle={people === undefined || people.length === 0 ? undefined : placeInWords(people, place)}
      title="Weekly review"
    >
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {people === undefined && error === null && <Skeleton lines={6} />}
      {people !== undefined && shown === undefined && <End isEmpty={people.length === 0} />}
      {shown !== undefined && (
        <ReviewedPerson
          basis={shown}
          onNext={() => goTo(place + 1)}
          onPrevious={place > 0 ? () => goTo(place - 1) : null}
        />
      )}
    </Page>
  );
}

function placeInWords(people: readonly PastCadence[], place: number) {
  const shown = people[place];
  return (
    <StatusText label="Where you are">
      {shown === undefined
        ? `${formatCount(people.length, 'person', 'people')} past their cadence`
        : `${place + 1} of ${people.length}: ${shown.personName}`}
    </StatusText>
  );
}

function End({ isEmpty }: { readonly isEmpty: boolean }) {
  return (
    <EmptyState
      action={<RouteLink to={{ page: 'today' }}>Today</RouteLink>}
      title={isEmpty ? 'Nobody is past their cadence' : 'That was everybody'}
    >
      {isEmpty
        ? 'Once a week this page walks you through everybody with whom you have not spoken for longer than you wanted. Say how often on the page of a person, or for a kind of person in Settings.'
        : 'Who was left as they are stays past their cadence until you have spoken; Today names five of them a day.'}
    </EmptyState>
  );
}
