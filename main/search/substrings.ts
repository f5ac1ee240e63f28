import { drawnLike, fold, holds, isUnspaced } from '../../shared/search/hits.ts';
import { type Clause, isOfWords, type Term } from '../../shared/search/query-language.ts';
import type { Database } from '../database/driver.ts';

// The second index knows every three letters that stand next to each other, but not where. What it finds may hold the
// text that is looked for, so it is looked at again.

/** The tables in the second index: each has its rows in a range of its own. */
export const TABLES = [
  'conversation',
  'person',
  'organisation',
  'promise',
  'follow_up',
  'moment',
  'contact',
  'attachment',
] as const;
export type Table = (typeof TABLES)[number];

/** Beyond every key of a table, so that a table's number times it sets the tables apart; exact only inside SQLite. */
const APART = '1000000000000000000';
const LETTERS = 3;
/** A word of two letters in a script without spaces stands for the threes that begin with it, at most so many. */
const MOST_BEGUN = 400;

/**
 * What the second index is asked for, so that everything in which each clause holds is found; null when the text is too
 * short to ask for anything.
 */
export function partsMatch(database: Database, clauses: readonly Clause[]): string | null {
  const wanted: string[] = [];
  for (const clause of clauses) {
    if (!isOfWords(clause) || clause.pieces.some(({ not }) => not)) continue;
    const terms = clause.pieces.flatMap(({ term }) => (term === undefined ? [] : [partsOf(database, term)]));
    if (terms.some((parts) => parts === null)) continue;
    wanted.push(`(${terms.join(' OR ')})`);
  }
  return wanted.length === 0 ? null : wanted.join(' AND ');
}

function partsOf(database: Database, { text }: Term): string | null {
  const letters = [...fold(text).trim()];
  if (letters.length >= LETTERS) {
    const parts = new Set<string>();
    for (let at = 0; at + LETTERS <= letters.length; at += 1) parts.add(letters.slice(at, at + LETTERS).join(''));
    return `(${[...parts].map(asWritten).join(' AND ')})`;
  }
  if (letters.length < LETTERS - 1 || !isUnspaced(text)) return null;
  const begun = listBegun(database, letters.join(''));
  return begun.length === 0 ? quoted('\u{10FFFF}'.repeat(LETTERS)) : `(${begun.map(quoted).join(' OR ')})`;
}

/** The index knows letters with a stroke as they are written. */
function asWritten(part: string): string {
  const ways = [...part].reduce(
    (begun, letter) => begun.flatMap((text) => drawnLike(letter).map((drawn) => text + drawn)),
    [''],
  );
  return ways.length === 1 ? quoted(part) : `(${ways.map(quoted).join(' OR ')})`;
}

function quoted(part: string): string {
  return `"${part.replaceAll('"', '""')}"`;
}

const withVocabulary = new WeakSet<Database>();

/** The threes in the index that begin so. */
function listBegun(database: Database, beginning: string): readonly string[] {
  if (!withVocabulary.has(database)) {
    database.exec('CREATE VIRTUAL TABLE IF NOT EXISTS temp.part USING fts5vocab (main, findable_fts, row)');
    withVocabulary.add(database);
  }
  return database
    .all<{ term: string }>('SELECT term FROM temp.part WHERE term >= :from AND term < :to LIMIT :limit', {
      from: beginning,
      to: `${beginning}\u{10FFFF}`,
      limit: MOST_BEGUN,
    })
    .map(({ term }) => term);
}

/** Keys of conversations that may hold the text, newest first, before the position `before`, not before `from`. */
export function listCandidates(
  database: Database,
  {
    match,
    from,
    before,
    limit,
  }: { readonly match: string; readonly from: number; readonly before: number; readonly limit: number },
): readonly number[] {
  // By integers the index goes to a place; numbers are bound as reals.
  return database
    .all<{ key: number }>(
      `SELECT f.rowid AS key FROM findable_fts AS f
       WHERE findable_fts MATCH :match AND f.rowid >= CAST(:from AS INTEGER) AND f.rowid < CAST(:before AS INTEGER)
       ORDER BY f.rowid DESC LIMIT :limit`,
      { match, from, before, limit },
    )
    .map(({ key }) => key);
}

/** Keys of rows of the other tables that may hold the text, by their table, latest first. */
export function listOtherCandidates(
  database: Database,
  match: string,
  limit: number,
): ReadonlyMap<Table, readonly number[]> {
  const found = new Map<Table, number[]>();
  const rows = database.all<{ number: number; key: number }>(
    `SELECT f.rowid / ${APART} AS number, f.rowid % ${APART} AS key FROM findable_fts AS f
     WHERE findable_fts MATCH :match AND f.rowid > ${APART} ORDER BY f.rowid DESC LIMIT :limit`,
    { match, limit },
  );
  for (const { number, key } of rows) {
    const table = TABLES[number];
    if (table !== undefined) found.set(table, [...(found.get(table) ?? []), key]);
  }
  return found;
}

/** True when every clause of words holds in the text, wherever its words stand in it. */
export function holdsAll(text: string, clauses: readonly Clause[]): boolean {
  const folded = fold(text);
  return clauses.every(({ pieces }) =>
    pieces.some(({ term, not }) => term !== undefined && holds(folded, term) !== not),
  );
}
