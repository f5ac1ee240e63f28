import { formatCount, today } from '../format.ts';
import { shortcutOf } from '../keys.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Page } from '../ui/Page.tsx';
import { RowKeys } from '../ui/RowKeys.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { GuessList } from './GuessList.tsx';
import { HeldSummary } from './HeldSummary.tsx';
import { useGuesses } from './queries.ts';

/** Guesses made weeks ago: was it so? And how often the user's guesses held. */
export function HindsightPage() {
  const { value, error } = useGuesses({ today: today() });
  return (
    <Page title="Hindsight">
      {error !== null && <Banner tone="problem">{sentenceFor(error)}</Banner>}
      {value === undefined && error === null && <Skeleton height={5} lines={4} />}
      {value !== undefined && value.items.length === 0 && <NothingToLookBackOn />}
      {value !== undefined && value.items.length > 0 && (
        <Section aside={formatCount(value.waiting, 'guess', 'guesses')} title="Was it so?">
          <GuessList guesses={value.items} />
          <RowKeys
            keys={[
              [shortcutOf('held-yes'), 'yes'],
              [shortcutOf('held-partly'), 'partly'],
              [shortcutOf('held-no'), 'no'],
              [shortcutOf('held-unclear'), 'cannot tell'],
              ['Enter', 'open the conversation'],
            ]}
          />
        </Section>
      )}
      <HeldSummary />
    </Page>
  );
}

function NothingToLookBackOn() {
  return (
    <EmptyState title="No guess to look back on">
      When something is marked in a conversation you can write down what it may mean. Four weeks later the guess comes
      back here with one question: was it so? That shows how far your own reading can be trusted.
    </EmptyState>
  );
}
