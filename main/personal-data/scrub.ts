import { rebuildIndexes } from '../backups/check-journal.ts';
import type { Database } from '../database/driver.ts';
import { openJournal } from '../database/open.ts';

/**
 * Leaves nothing of deleted rows in the file. Everything is written anew with only what is there: the search indexes,
 * because what they hold of a word need not go with the last row that had it, and then the file, because SQLite overwrites
 * what is deleted where it lies but not the copies that stay in a page when rows move to another. Then the WAL is emptied.
 * False when another connection was reading, so that the WAL could not be emptied.
 */
export function scrub(database: Database): boolean {
  database.transaction(() => rebuildIndexes(database));
  database.exec('VACUUM');
  const [checkpoint] = database.pragmaRows<{ busy: number }>('wal_checkpoint(TRUNCATE)');
  return checkpoint?.busy === 0;
}

/** The same beside the process that has the journal open, whose window goes on meanwhile. */
export function scrubJournal({ path }: { readonly path: string }): { readonly isClean: boolean } {
  const database = openJournal(path);
  try {
    return { isClean: scrub(database) };
  } finally {
    database.close();
  }
}
