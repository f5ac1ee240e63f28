import type { Database } from './driver.ts';

interface Kept {
  readonly version: string;
  readonly answers: Map<string, unknown>;
}

const MOST = 100;
const kept = new WeakMap<Database, Kept>();

/**
 * What was asked of the journal before, as long as nothing in it changes: while words are typed beside an operator, what
 * the operator leaves is asked for again at every letter, and Today is come back to again and again. Only for questions:
 * what is asked within a command may be taken back with it.
 */
export function remembered<T>(database: Database, question: string, ask: () => T): T {
  const version = versionOf(database);
  let present = kept.get(database);
  if (present === undefined || present.version !== version || present.answers.size >= MOST) {
    present = { version, answers: new Map() };
    kept.set(database, present);
  }
  // The question is as good as the type of its answer: both are of one place in the code.
  if (present.answers.has(question)) return present.answers.get(question) as T;
  const answer = ask();
  present.answers.set(question, answer);
  return answer;
}

/** It changes with whatever is written, here or over another connection. */
function versionOf(database: Database): string {
  const here = database.get<{ changes: number }>('SELECT total_changes() AS changes');
  const elsewhere = database.get<{ data_version: number }>('PRAGMA data_version');
  return `${here?.changes} ${elsewhere?.data_version}`;
}
