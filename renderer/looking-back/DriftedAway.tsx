import { type ReactNode, useState } from 'react';
import { cadenceReason } from '../../shared/cadence/rules.ts';
import type { LookingBack } from '../../shared/looking-back/contract.ts';
import { formatCount, formatDate, today } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './LookingBackPage.module.css';
import { beforeInWords } from './period-words.ts';

/** So many fit on one page with everything else: past their cadence, and spoken with less than before. */
const SHOWN = 12;

/** Of whom the user lost sight: by their cadence, or with fewer conversations than before. What was, and no score. */
export function DriftedAway({ overview }: { readonly overview: LookingBack }) {
  const { to, isOpen, pastCadence, fewer } = overview;
  const [isAllShown, setAllShown] = useState(false);
  const end = isOpen ? today() : to;
  const most = isAllShown ? Number.POSITIVE_INFINITY : SHOWN;
  const all = pastCadence.length + fewer.length;
  return (
    <Section
      aside={pastCadence.length === 0 ? undefined : `on ${formatDate(end)}, by the cadence you want now`}
      title="Who drifted away"
    >
      <ul aria-label="Who drifted away" className={styles.list}>
        {pastCadence.slice(0, most).map((person) => (
          <Line key={person.personId} person={person}>
            {cadenceReason(person, end)}
          </Line>
        ))}
        <More left={pastCadence.length - most} what="past their cadence" />
        {fewer.slice(0, most).map(({ conversations, before, ...person }) => (
          <Line key={person.personId} person={person}>
            {formatCount(conversations, 'conversation', 'conversations')}; {before} in {beforeInWords(overview)}
          </Line>
        ))}
        <More left={fewer.length - most} what="with much fewer conversations" />
      </ul>
      {(pastCadence.length > SHOWN || fewer.length > SHOWN) && (
        <div data-print="hide">
          <Button onPress={() => setAllShown(!isAllShown)} variant="quiet">
            {isAllShown ? 'Show fewer' : `Show all ${all} who drifted away`}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Line({
  person: { personId, personName },
  children,
}: {
  readonly person: Pick<LookingBack['fewer'][number], 'personId' | 'personName'>;
  readonly children: ReactNode;
}) {
  return (
    <li className={styles.line}>
      <RouteLink to={{ page: 'person', id: personId }}>{personName}</RouteLink>
      <span className={styles.detail}>{children}</span>
    </li>
  );
}

function More({ left, what }: { readonly left: number; readonly what: string }) {
  if (left <= 0) return null;
  return (
    <li className={styles.detail}>
      and {formatCount(left, 'more person', 'more people')} {what}
    </li>
  );
}
