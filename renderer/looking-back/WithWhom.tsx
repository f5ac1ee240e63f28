import { formatCount } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import type { PartProps } from './fit.ts';
import styles from './LookingBackPage.module.css';
import { beforeInWords, timeInWords } from './period-words.ts';
import { useFirst } from './use-first.ts';

/** Everybody spoken with, who most first: a table whose bars repeat what its numbers say. */
export function WithWhom({ overview, first }: PartProps) {
  const { people } = overview;
  const { isAll, most: shown, toggle } = useFirst(first);
  const most = people[0]?.conversations ?? 1;
  const rows = people.slice(0, shown);
  return (
    <Section title="With whom">
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Person</th>
            <th className={styles.wide} scope="col">
              Conversations
            </th>
            <th className={styles.number} scope="col">
              Time
            </th>
            <th className={styles.number} scope="col" title={beforeInWords(overview)}>
              Before
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ personId, personName, conversations, minutes, before }) => (
            <tr key={personId}>
              <th scope="row">
                <RouteLink to={{ page: 'person', id: personId }}>{personName}</RouteLink>
              </th>
              <td>
                <span className={styles.count}>
                  <span className={styles.figure}>{conversations}</span>
                  <svg aria-hidden className={styles.bar} height="8" preserveAspectRatio="none" viewBox="0 0 100 8">
                    <rect height="8" width={(100 * conversations) / most} x="0" y="0" />
                  </svg>
                </span>
              </td>
              <td className={styles.number}>{minutes === 0 ? '–' : timeInWords(minutes)}</td>
              <td className={styles.number}>{before}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className={styles.note}>
        “Before” counts {beforeInWords(overview)}.
        {people.length > shown &&
          ` ${formatCount(people.length - shown, 'more person is', 'more people are')} not shown.`}
      </p>
      {people.length > first && (
        <div data-print="hide">
          <Button onPress={toggle} variant="quiet">
            {isAll ? `Show the first ${first}` : `Show all ${people.length}`}
          </Button>
        </div>
      )}
    </Section>
  );
}
