import { type CalendarDate, type Instant, isCalendarDate, isInstant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/** Day of the newest conversation, and when something was last written. */
export function newestOf(database: Database): {
  readonly newestOn: CalendarDate | null;
  readonly changedAt: Instant | null;
} {
  // By what the file has: a backup of an earlier version does not have every table.
  const changes = database
    .all<{ name: string }>(
      `SELECT tables.name FROM pragma_table_list AS tables JOIN pragma_table_info(tables.name) AS columns
       WHERE tables.schema = 'main' AND tables.type = 'table' AND columns.name = 'updated_at' ORDER BY tables.name`,
    )
    .map(({ name }) => `SELECT max(updated_at) AS changed_at FROM ${name}`);
  const row = database.get<{ newestOn: string | null; changedAt: string | null }>(
    `SELECT
       (SELECT held_on FROM conversation WHERE deleted_at IS NULL ORDER BY key DESC LIMIT 1) AS newestOn,
       (SELECT max(changed_at) FROM (${changes.join(' UNION ALL ')})) AS changedAt`,
  );
  const { newestOn = null, changedAt = null } = row ?? {};
  // A journal from elsewhere may hold anything in these columns.
  return {
    newestOn: newestOn !== null && isCalendarDate(newestOn) ? newestOn : null,
    changedAt: changedAt !== null && isInstant(changedAt) ? changedAt : null,
  };
}

/** When the journal was begun, and the name that it keeps wherever it is copied to. */
export function identityOf(database: Database): { readonly journalId: string; readonly createdAt: Instant } {
  const row = database.get<{ journalId: string; createdAt: Instant }>(
    'SELECT journal_id AS journalId, created_at AS createdAt FROM journal',
  );
  if (row === undefined) throw new Error('Every journal has its row.');
  return row;
}

/** The number of the last backup that was begun. */
export function backupSequence(database: Database): number {
  return database.get<{ sequence: number }>('SELECT backup_sequence AS sequence FROM journal')?.sequence ?? 0;
}

/** Notes that a backup with this number is begun; the number is never used again. */
export function setBackupSequence(database: Database, sequence: number): void {
  database.run('UPDATE journal SET backup_sequence = :sequence', { sequence });
}
