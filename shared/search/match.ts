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
    const wanted = pieces.flatMap(({ term, not }) => (term === undefined || not ? [] : [term]));
    const unwanted = pieces.flatMap(({ term, not }) => (term === undefined || !not ? [] : [term]));
    const [first] = wanted;
    const choice = wanted.map(one).join(' OR ');
    if (unwanted.length > 0) {
      // One of them is missing, or one of the others is there: that fails where all of them are and none of the others.
      const together = unwanted.map((term) => `(${one(term)})`).join(' AND ');
      none.push(first === undefined ? `(${together})` : `((${together}) NOT (${choice}))`);
    } else if (wanted.length === 1 && first !== undefined && wordsFor(first) === null) all.push(first);
    else if (first !== undefined) any.push(`(${choice})`);
  }
  const wanted = [...(all.length > 0 ? [`(${toMatch(all)})`] : []), ...any];
  if (wanted.length === 0) return null;
  const match = wanted.join(' AND ');
  return none.length === 0 ? match : `(${match}) NOT (${none.join(' OR ')})`;
}
