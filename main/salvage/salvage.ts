import { existsSync, renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { SalvageReport } from '../../shared/backups/salvage.ts';
import type { Instant } from '../../shared/time.ts';
import { checkIndexes, checkTables, openForChecks, type Report, rebuildIndexes } from '../backups/check-journal.ts';
import { checkSpace, copyIn, onFiles, removeDatabase, syncFile, syncFolder } from '../backups/files.ts';
import { problem } from '../backups/problem.ts';
import { inQuarantine } from '../backups/quarantine.ts';
import { backupSequence, setBackupSequence } from '../backups/repository.ts';
import { Database } from '../database/driver.ts';
import { migrate } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { fill } from './fill.ts';
import { holdTogether } from './hold-together.ts';
import { lossesOf } from './losses.ts';
import { readPages } from './pages.ts';
import { type JournalRead, readJournal } from './read.ts';

export interface SalvageInput {
  /** The damaged journal, which nobody has open. */
  readonly path: string;
  readonly quarantine: string;
  /** Where the fresh journal is to be; what is there from an attempt before is replaced. */
  readonly target: string;
  /** The number of the last backup, which must not run backwards. */
  readonly sequence: number;
  readonly at: Instant;
  /** The name of the fresh journal, should that of the damaged one be lost. */
  readonly journalId: string;
}

/** The moments between which the process may be killed; the damaged file is only read. */
export const SALVAGE_STEPS = ['begun', 'copied', 'read', 'filled', 'checked', 'synced'] as const;
export type SalvageStep = (typeof SALVAGE_STEPS)[number];

/**
 * Reads what can be read of a damaged journal, in a copy of it and of its WAL, into a fresh journal of our own schema.
 * The result is checked like a backup and is on the disk when this returns. Errors: `damaged_journal` when there is
 * nothing of a journal in it; `not_found`; `storage_failed`.
 */
export function salvageJournal(
  input: SalvageInput,
  report: Report,
  atStep: (step: SalvageStep) => void = () => undefined,
): SalvageReport {
  const { path, quarantine, target } = input;
  atStep('begun');
  return onFiles(() => {
    try {
      report({ phase: 'copying', done: 0, total: 0 });
      return inQuarantine(path, quarantine, (copy) => {
        if (existsSync(`${path}-wal`)) renameSync(copyIn(`${path}-wal`, join(dirname(copy), 'wal')), `${copy}-wal`);
        atStep('copied');
        report({ phase: 'salvaging', done: 0, total: 0 });
        const pages = readPages(copy);
        const read = readJournal(pages);
        if (!read.tables.some(({ table, rows }) => table !== 'journal' && rows.length > 0)) throw problem('damaged');
        atStep('read');
        report({ phase: 'rebuilding', done: 0, total: 0 });
        removeDatabase(target);
        checkSpace(dirname(target), pages.count * pages.size);
        const written = write(target, read, input);
        atStep('filled');
        const result = check(target, report);
        atStep('checked');
        syncFile(target);
        syncFolder(dirname(target));
        atStep('synced');
        return { ...result, ...written };
      });
    } catch (error) {
      removeDatabase(target);
      throw error;
    }
  });
}

function write(
  target: string,
  read: JournalRead,
  { at, sequence, journalId }: SalvageInput,
): Pick<SalvageReport, 'unread' | 'unowned' | 'altered' | 'nameless' | 'people'> {
  const journal = new Database(target);
  try {
    journal.pragma('page_size = 4096');
    // One file, which is synced whole at the end.
    journal.pragma('journal_mode = MEMORY');
    journal.pragma('synchronous = OFF');
    journal.pragma('trusted_schema = OFF');
    journal.pragma('secure_delete = ON');
    // Tables of the version that the rows are of; then they become those of the present one, as with any journal.
    migrate(journal, { steps: migrations.slice(0, read.version) });
    journal.pragma('foreign_keys = OFF');
    const found = journal.transaction(() => {
      const triggers = journal.all<{ name: string; sql: string }>(
        "SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY name",
      );
      for (const { name } of triggers) journal.exec(`DROP TRIGGER main.${name}`);
      const filled = fill(journal, read);
      journal.run(
        `INSERT INTO journal (id, journal_id, kind, created_at, last_seen_at) VALUES (1, :id, 'own', :at, :at)
         ON CONFLICT (id) DO UPDATE SET kind = 'own'`,
        { id: journalId, at },
      );
      const held = holdTogether(journal, at);
      const losses = lossesOf(journal, read, filled, held);
      for (const { sql } of triggers) journal.exec(sql);
      return { ...losses, altered: read.altered, nameless: held.nameless };
    });
    migrate(journal);
    journal.transaction(() => rebuildIndexes(journal));
    setBackupSequence(journal, Math.max(sequence, backupSequence(journal)));
    return found;
  } finally {
    journal.close();
  }
}

function check(target: string, report: Report): Pick<SalvageReport, 'counts' | 'newestOn' | 'rows'> {
  const journal = openForChecks(target);
  try {
    const { counts, newestOn, content } = checkTables(journal, report);
    checkIndexes(journal, report);
    return { counts, newestOn, rows: Object.values(content.tables).reduce((sum, rows) => sum + rows, 0) };
  } finally {
    journal.close();
  }
}
