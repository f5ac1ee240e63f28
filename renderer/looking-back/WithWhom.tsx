import { useState } from 'react';
import type { LookingBack } from '../../shared/looking-back/contract.ts';
import { RouteLink } from '../RouteLink.tsx';
import { Button } from '../ui/Button.tsx';
import { Section } from '../ui/Section.tsx';
import styles from './LookingBackPage.module.css';
import { beforeInWords, timeInWords } from './period-words.ts';

/** So many fit on one page with everything else. */
const SHOWN = 12;

/** Everybody spoken with, who most first: a table whose bars repeat what its numbers say. */
export function WithWhom({ overview }: { readonly overview: LookingBack }) {
  const { people } = overview;
  const [isAllShown, setAllShown] = useState(false);
  const most = people[0]?.conversations ?? 1;
  const rows = isAllShown ? people : people.slice(0, SHOWN);
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
        {!isAllShown && people.length > SHOWN && ` ${people.length - SHOWN} more people are not shown.`}
      </p>
      {people.length > SHOWN && (
        <div data-print="hide">
          <Button onPress={() => setAllShown(!isAllShown)} variant="quiet">
            {isAllShown ? `Show the first ${SHOWN}` : `Show all ${people.length}`}
          </Button>
        </div>
      )}
    </Section>
  );
}
