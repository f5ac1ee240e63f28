import { type Clause, parseQuery, withoutClause } from '../../shared/search/query-language.ts';
import { today } from '../format.ts';
import { EmptyState } from '../ui/EmptyState.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import styles from './Nothing.module.css';
import type { Found } from './queries.ts';

/** Says what was looked for in vain, and offers each way to look for less. */
export function Nothing({
  found,
  text,
  onText,
}: {
  readonly found: Found;
  readonly text: string;
  readonly onText: (text: string) => void;
}) {
  // An answer that is late by less than the eye notices shows nothing in between.
  if (found.loading || found.of !== text) return <Skeleton height={3} lines={4} />;
  const { clauses } = parseQuery(text, today());
  if (!clauses.some(asksForSomething)) {
    return (
      <EmptyState title="Nothing to search for yet">
        <p>
          Words, names and days are searched for, signs by themselves are not. An operator asks with the value right
          behind its colon.
        </p>
      </EmptyState>
    );
  }
  return (
    <EmptyState title="Nothing found">
      <p>
        Names, titles, notes, moments, promises, follow-ups, tags and files were searched for everything of{' '}
        <q>{text.trim()}</q>. Every part has to hold.
      </p>
      {clauses.length > 1 && (
        <ul aria-label="Search for less" className={styles.looser}>
          {clauses.map((clause) => (
            <li key={clause.from}>
              <TextButton onPress={() => onText(withoutClause(text, clause))}>Without {clause.text}</TextButton>
            </li>
          ))}
        </ul>
      )}
    </EmptyState>
  );
}

/** Signs without a letter or a digit are in no index. */
function asksForSomething({ pieces }: Clause): boolean {
  return pieces.some(({ term }) => term === undefined || /[\p{L}\p{N}]/u.test(term.text));
}
