/** One thing to find: a word, or several that stand next to each other. */
export interface Term {
  readonly text: string;
  /** What is found may go on after the text, as while a word is being typed. */
  readonly open: boolean;
}

/** More words than this narrow nothing down any more. */
const MOST_TERMS = 64;

// Also the quotation marks that keyboards and word processors put in by themselves.
const QUOTES = /["“”„‟«»]/u;

/**
 * Reads what was typed into a search box. Any text is allowed: words are beginnings of words, `"quoted words"` stand
 * next to each other as they are, a quote that is not closed yet is still being typed. Nothing else has a meaning.
 */
export function parseSearch(text: string): readonly Term[] {
  // SQLite reads text up to the first NUL, and a lone surrogate is no character.
  const pieces = text.replaceAll('\u0000', ' ').toWellFormed().split(QUOTES);
  const terms: Term[] = [];
  pieces.forEach((piece, index) => {
    const isQuoted = index % 2 === 1;
    if (isQuoted) terms.push({ text: piece.trim(), open: index === pieces.length - 1 });
    else for (const word of piece.split(/\s+/u)) terms.push({ text: word, open: true });
  });
  const seen = new Set<string>();
  return terms
    .filter(({ text: words, open }) => {
      const key = `${open} ${words}`;
      const isNew = words !== '' && !seen.has(key);
      seen.add(key);
      return isNew;
    })
    .slice(0, MOST_TERMS);
}

/**
 * The terms as a query of SQLite's FTS5: each is a string in quotes, in which nothing is syntax, and all must match.
 * Strings side by side rather than joined by AND: one that holds no letter or digit is then passed over.
 */
export function toMatch(terms: readonly Term[]): string {
  return terms.map(({ text, open }) => `"${text.replaceAll('"', ' ')}"${open ? ' *' : ''}`).join(' ');
}

/** The same, found in one column only. */
export function toMatchIn(column: string, terms: readonly Term[]): string {
  return `{${column}} : (${toMatch(terms)})`;
}
