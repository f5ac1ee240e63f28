import type { ReactNode } from 'react';
import { cadenceReason } from '../../shared/cadence/rules.ts';
import type { LookingBack } from '../../shared/looking-back/contract.ts';
import { formatCount, formatDate, today } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import type { PartProps } from './fit.ts';
import styles from './LookingBackPage.module.css';
import { More } from './More.tsx';
import { beforeInWords } from './period-words.ts';
import { useFirst } from './use-first.ts';

/** Of whom the user lost sight: by their cadence, or with fewer conversations than before. What was, and no score. */
export function DriftedAway({ overview, first }: PartProps) {
  const { to, isOpen, pastCadence, fewer } = overview;
  const { isAll, most, toggle } = useFirst(first);
  const end = isOpen ? today() : to;
  return (
    <Section
      aside={pastCadence.length === 0 ? undefined : `on ${formatDate(end)}, by the cadence you want now`}
      title="Who drifted away"
    >
      {pastCadence.length > 0 && (
        <ul aria-label="Who drifted away" className={styles.list}>
          {pastCadence.slice(0, most).map((person) => (
            <Line key={person.personId} person={person}>
              {cadenceReason(person, end)}
            </Line>
          ))}
          <More left={pastCadence.length - most} what="past their cadence" />
        </ul>
      )}
      {fewer.length > 0 && (
        <div>
          <p className={styles.note}>Spoken with much less than in {beforeInWords(overview)}:</p>
          <ul aria-label="Spoken with much less" className={styles.list}>
            {fewer.slice(0, most).map(({ conversations, before, ...person }) => (
              <Line key={person.personId} person={person}>
                {formatCount(conversations, 'conversation', 'conversations')}, {before} before
              </Line>
            ))}
            <More left={fewer.length - most} what="with much fewer conversations" />
          </ul>
        </div>
      )}
      {Math.max(pastCadence.length, fewer.length) > first && (
        <div data-print="hide">
          <Button onPress={toggle} variant="quiet">
            {isAll ? 'Show fewer' : `Show all ${pastCadence.length + fewer.length} who drifted away`}
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
