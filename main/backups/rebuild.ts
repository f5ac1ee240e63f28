import { dirname } from 'node:path';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { migrate } from '../database/migrate.ts';
import { createJournal } from '../database/open.ts';
import { checkHeader, checkIndexes, checkTables, openForChecks, type Report, rebuildIndexes } from './check-journal.ts';
import { type Content, columnsOf, contentOf, contentTables, isSameContent, keyOf } from './content.ts';
import { checkSpace, onFiles, removeDatabase, syncFile, syncFolder } from './files.ts';
import { problem } from './problem.ts';
import { checkBackup, inQuarantine } from './quarantine.ts';
import { backupSequence, setBackupSequence } from './repository.ts';

export interface RebuildInput {
  /** The backup. */
  readonly path: string;
  readonly quarantine: string;
  /** Where the fresh journal is to be; what is there from an attempt before is replaced. */
  readonly target: string;
  /** The number of the last backup, which must not run backwards. */
  readonly sequence: number;
  readonly at: Instant;
}

export interface Rebuilt {
  readonly content: Content;
}

/** The moments between which the process may be killed. */
export const REBUILD_STEPS = ['begun', 'proved', 'filled', 'checked', 'synced'] as const;
export type RebuildStep = (typeof REBUILD_STEPS)[number];

/**
 * Makes a fresh journal of our own schema and copies the rows of a checked backup into it, so that nothing but rows
 * comes from the backup. The result is checked like a backup and is on the disk when this returns.
 */
export function rebuildJournal(
  input: RebuildInput,
  report: Report,
  atStep: (step: RebuildStep) => void = () => undefined,
): Rebuilt {
  const { path, quarantine, target } = input;
  atStep('begun');
  checkHeader(path);
  return onFiles(() => {
    try {
      return inQuarantine(path, quarantine, (copy) => {
        const original = checkBackup(copy, report, (backup) => {
          // A backup of an older version becomes one of ours before its rows are taken.
          migrate(backup);
          checkSpace(dirname(target), backup.pragma<number>('page_count') * backup.pragma<number>('page_size'));
          return contentOf(backup);
        });
        atStep('proved');
        report({ phase: 'rebuilding', done: 0, total: 0 });
        removeDatabase(target);
        fill(target, copy, input);
        atStep('filled');
        check(target, original, report);
        atStep('checked');
        syncFile(target);
        syncFolder(dirname(target));
        atStep('synced');
        return { content: original };
      });
    } catch (error) {
      removeDatabase(target);
      throw error;
    }
  });
}

function fill(target: string, copy: string, { at, sequence }: RebuildInput): void {
  // The row that names this journal is replaced by the backup's.
  const journal = createJournal(target, { id: 'restored', kind: 'own', at });
  try {
    // One file, which is synced whole at the end.
    journal.pragma('journal_mode = MEMORY');
    journal.pragma('synchronous = OFF');
    journal.pragma('foreign_keys = OFF');
    journal.run('ATTACH :copy AS backup', { copy });
    journal.transaction(() => copyRows(journal));
    journal.exec('DETACH backup');
    setBackupSequence(journal, Math.max(sequence, backupSequence(journal)));
  } finally {
    journal.close();
  }
}

function copyRows(journal: Database): void {
  // The triggers keep the search indexes up row by row, which is 60 times slower than making them anew at the end.
  const triggers = journal.all<{ name: string; sql: string }>(
    "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name",
  );
  for (const { name } of triggers) journal.exec(`DROP TRIGGER main.${name}`);
  for (const table of contentTables(journal)) {
    const columns = columnsOf(journal, table);
    const names = columns.map(({ name }) => name).join(', ');
    journal.exec(`DELETE FROM main.${table}`);
    journal.exec(
      `INSERT INTO main.${table} (${names}) SELECT ${names} FROM backup.${table} ORDER BY ${keyOf(columns).join(', ')}`,
    );
  }
  rebuildIndexes(journal);
  for (const { sql } of triggers) journal.exec(sql);
}

function check(target: string, original: Content, report: Report): void {
  const journal = openForChecks(target);
  try {
    const { content } = checkTables(journal, report);
    if (!isSameContent(content, original)) throw problem('seal');
    checkIndexes(journal, report);
  } finally {
    journal.close();
  }
}
