import { cadenceReason } from '../../shared/cadence/rules.ts';
import type { LookingBack } from '../../shared/looking-back/contract.ts';
import { formatCount, formatDate, today } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './LookingBackPage.module.css';
import { beforeInWords } from './period-words.ts';

/** Of whom the user lost sight: by their cadence, or with fewer conversations than before. What was, and no score. */
export function DriftedAway({ overview }: { readonly overview: LookingBack }) {
  const { to, isOpen, pastCadence, pastCadenceCount, fewer } = overview;
  const end = isOpen ? today() : to;
  const left = pastCadenceCount - pastCadence.length;
  return (
    <Section
      aside={pastCadence.length === 0 ? undefined : `on ${formatDate(end)}, by the cadence you want now`}
      title="Who drifted away"
    >
      <ul aria-label="Who drifted away" className={styles.list}>
        {pastCadence.map((person) => (
          <li className={styles.line} key={person.personId}>
            <RouteLink to={{ page: 'person', id: person.personId }}>{person.personName}</RouteLink>
            <span className={styles.detail}>{cadenceReason(person, end)}</span>
          </li>
        ))}
        {left > 0 && (
          <li className={styles.detail}>and {formatCount(left, 'more person', 'more people')} past their cadence</li>
        )}
        {fewer.map(({ personId, personName, conversations, before }) => (
          <li className={styles.line} key={personId}>
            <RouteLink to={{ page: 'person', id: personId }}>{personName}</RouteLink>
            <span className={styles.detail}>
              {formatCount(conversations, 'conversation', 'conversations')}; {before} in {beforeInWords(overview)}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
