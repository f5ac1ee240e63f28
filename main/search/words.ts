import { clausesToMatch, toMatch } from '../../shared/search/match.ts';
import type { Clause, Term } from '../../shared/search/query-language.ts';
import type { Database } from '../database/driver.ts';
import { remembered } from '../database/remembered.ts';

// For beginnings of one to three letters the index of words has lists of their own. Of a longer one it would gather the
// lists of all its words before the first row is known; of whole words it walks through the lists side by side.

const LONGEST_LISTED = 3;
/** A beginning of more words than this is gathered after all. */
const MOST_WORDS = 12;
/** What the index makes a word of is known of these letters. */
const PLAIN = /^[a-z0-9]+$/u;
const HAS_PLAIN = /[a-z0-9]/iu;

/** How the conversations of some clauses are asked for, so that the newest are known first. */
export interface Streamed {
  readonly match: string;
  /** False when the index has to gather first: it would for every conversation that is asked for by its number. */
  readonly isListed: boolean;
}

/** Clauses of words only; null when there is nothing that has to occur. */
export function streamed(database: Database, clauses: readonly Clause[]): Streamed | null {
  const terms = clauses.flatMap(({ pieces }) => pieces.flatMap(({ term }) => (term === undefined ? [] : [term])));
  // What holds no letter is passed over only beside words that are asked for as they are.
  const isPlain = terms.every(({ text }) => HAS_PLAIN.test(text));
  const words = new Map<Term, readonly string[] | null>();
  for (const term of terms) words.set(term, isPlain ? wordsOf(database, term) : null);
  const match = clausesToMatch(clauses, (term) => words.get(term) ?? null);
  if (match === null) return null;
  return { match, isListed: terms.every((term) => isListed(term) || words.get(term) !== null) };
}

/** One term alone, asked for in the same way. */
export function matchFor(database: Database, term: Term): string {
  const clause = { pieces: [{ not: false, term }], from: 0, to: 0, text: term.text };
  return streamed(database, [clause])?.match ?? toMatch([term]);
}

/** True where the index need not gather the words that begin so. */
export function isListed({ text, open }: Term): boolean {
  return !open || [...text].length <= LONGEST_LISTED;
}

/** The words in conversations that begin as a term does; null when it is asked for as it is. */
function wordsOf(database: Database, { text, open }: Term): readonly string[] | null {
  const beginning = text.toLowerCase();
  if (!open || beginning.length <= LONGEST_LISTED || !PLAIN.test(beginning)) return null;
  return remembered(database, `words ${beginning}`, () => listWords(database, beginning));
}

function listWords(database: Database, beginning: string): readonly string[] | null {
  prepare(database);
  // From one word to the next: the table has a row for every place of each.
  const words = database.all<{ word: string }>(
    `WITH RECURSIVE begun (word) AS (
       SELECT (SELECT term FROM temp.word_place WHERE term >= :from AND term < :to LIMIT 1)
       UNION ALL
       SELECT (SELECT term FROM temp.word_place WHERE term >= begun.word || char(0) AND term < :to LIMIT 1)
       FROM begun WHERE begun.word IS NOT NULL)
     SELECT word FROM begun WHERE word IS NOT NULL LIMIT :limit`,
    { from: beginning, to: after(beginning), limit: MOST_WORDS + 1 },
  );
  return words.length === 0 || words.length > MOST_WORDS ? null : words.map(({ word }) => word);
}

/** The first text that begins otherwise and comes later. */
function after(beginning: string): string {
  return `${beginning.slice(0, -1)}${String.fromCodePoint((beginning.codePointAt(beginning.length - 1) ?? 0) + 1)}`;
}

const prepared = new WeakSet<Database>();

function prepare(database: Database): void {
  if (prepared.has(database)) return;
  database.exec(
    'CREATE VIRTUAL TABLE IF NOT EXISTS temp.word_place USING fts5vocab (main, conversation_fts, instance)',
  );
  prepared.add(database);
}
