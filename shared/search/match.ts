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

/**
 * The index goes through every word of a phrase in every text that has them all: of frequent words, hundreds in a row take
 * a second. What begins with so many words of a phrase, goes on with the rest of it.
 */
const MOST_IN_A_ROW = 32;
const WORD = /[\p{L}\p{N}\p{M}\p{Co}]+/gu;

function quoted({ text, open }: Term): string {
  const words = text.replaceAll('"', ' ');
  // Shorter than as many words of one letter, it need not be looked at.
  const next = words.length < 2 * MOST_IN_A_ROW ? undefined : [...words.matchAll(WORD)][MOST_IN_A_ROW];
  return next === undefined ? `"${words}"${open ? ' *' : ''}` : `"${words.slice(0, next.index)}"`;
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
