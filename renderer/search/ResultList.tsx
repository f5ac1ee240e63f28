import { useId } from 'react';
import type { SearchResult } from '../../shared/search/contract.ts';
import type { RowKeys } from '../ui/row-keys.ts';
import { ResultRow } from './ResultRow.tsx';
import { groupByPerson } from './results.ts';
import styles from './SearchPage.module.css';

/** What tells a result from all others. */
export function resultKey({ kind, id }: SearchResult): string {
  return `${kind}-${id}`;
}

/** The results in the order in which the keys go through them. */
export function inOrder(results: readonly SearchResult[], isGrouped: boolean): readonly SearchResult[] {
  return isGrouped ? groupByPerson(results).flatMap((group) => group.results) : results;
}

/** The results, one after the other or person by person. */
export function ResultList({
  results,
  isGrouped,
  rows,
  onOpen,
}: {
  readonly results: readonly SearchResult[];
  readonly isGrouped: boolean;
  readonly rows: RowKeys;
  readonly onOpen: (result: SearchResult) => void;
}) {
  const id = useId();
  // A row whose result is the same is left as it is: the page is rendered at every key, the answer comes once.
  const row = (result: SearchResult) => {
    const key = resultKey(result);
    const { 'data-row': name, tabIndex } = rows.rowProps(key);
    return <ResultRow key={key} onOpen={onOpen} result={result} row={name} tabIndex={tabIndex} />;
  };
  return (
    <div {...rows.listProps}>
      {isGrouped ? (
        <ul aria-label="Results" className={styles.results}>
          {groupByPerson(results).map(({ name, results: of }, index) => (
            <li key={resultKey(of[0] ?? fail())}>
              <p className={styles.group} id={`${id}-${index}`}>
                {name ?? 'Nobody in particular'}
              </p>
              <ul aria-labelledby={`${id}-${index}`} className={styles.results}>
                {of.map(row)}
              </ul>
            </li>
          ))}
        </ul>
      ) : (
        <ul aria-label="Results" className={styles.results}>
          {results.map(row)}
        </ul>
      )}
    </div>
  );
}

function fail(): never {
  throw new Error('A group has at least one result.');
}
