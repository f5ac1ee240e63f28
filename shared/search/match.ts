import type { Clause, Term } from './query-language.ts';

/**
 * The terms as a query of SQLite's FTS5: each is a string in quotes, in which nothing is syntax, and all must match.
 * Strings side by side rather than joined by AND: one that holds no letter or digit is then passed over.
 */
export function toMatch(terms: readonly Term[]): string {
  return terms.map(quoted).join(' ');
}

/** The same, found in one column only. */
export function toMatchIn(column: string, terms: readonly Term[]): string {
  return `{${column}} : (${toMatch(terms)})`;
}

function quoted({ text, open }: Term): string {
  return `"${text.replaceAll('"', ' ')}"${open ? ' *' : ''}`;
}

/**
 * Clauses of words only as a query of FTS5; null when there is nothing that has to occur, which FTS5 cannot be asked.
 * What must not occur is left out where all the others match. `wordsFor` names the words that a term stands for, where
 * they are asked for rather than their beginning.
 */
export function clausesToMatch(
  clauses: readonly Clause[],
  wordsFor: (term: Term) => readonly string[] | null = () => null,
): string | null {
  const one = (term: Term): string =>
    (wordsFor(term) ?? []).map((text) => quoted({ text, open: false })).join(' OR ') || quoted(term);
  const all: Term[] = [];
  const any: string[] = [];
  const none: string[] = [];
  for (const { pieces } of clauses) {
    const terms = pieces.flatMap(({ term }) => (term === undefined ? [] : [term]));
    const [first] = terms;
    if (first === undefined) continue;
    if (pieces[0]?.not === true) none.push(one(first));
    else if (terms.length === 1 && wordsFor(first) === null) all.push(first);
    else any.push(`(${terms.map(one).join(' OR ')})`);
  }
  const wanted = [...(all.length > 0 ? [`(${toMatch(all)})`] : []), ...any];
  if (wanted.length === 0) return null;
  const match = wanted.join(' AND ');
  return none.length === 0 ? match : `(${match}) NOT (${none.join(' OR ')})`;
}
