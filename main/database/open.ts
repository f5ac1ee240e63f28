import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import { Database } from './driver.ts';
import { APPLICATION_ID, migrate } from './migrate.ts';

/** The oldest SQLite whose WAL recovery we rely on. */
const OLDEST_SQLITE = [3, 51, 3] as const;

/** How a journal is opened, each setting with its reason. */
function configure(database: Database): void {
  // Readers and the writer do not wait for each other, and a commit is one append.
  database.pragma('journal_mode = WAL');
  // A reopened WAL file would come back as NORMAL, which may lose the last commits when power fails.
  database.pragma('synchronous = FULL');
  // Off by default in SQLite; references are ours to keep.
  database.pragma('foreign_keys = ON');
  // A foreign file must not bring functions into our statements by way of its schema.
  database.pragma('trusted_schema = OFF');
  // Damaged pages are noticed when they are read, not when they are written on.
  database.pragma('cell_size_check = ON');
  // What is sorted or indexed in passing never reaches a temporary file.
  database.pragma('temp_store = MEMORY');
  // Erased text is overwritten.
  database.pragma('secure_delete = ON');
  // macOS: a plain fsync does not reach the disk there; elsewhere it does nothing.
  database.pragma('fullfsync = ON');
  // An I/O error through a memory map would end the process.
  database.pragma('mmap_size = 0');
  // 32 MiB of pages (SQLite's unit is KiB when negative): the search index of a large journal stays warm.
  database.pragma('cache_size = -32768');
}

function assertVersion(database: Database): void {
  const text = database.get<{ version: string }>('SELECT sqlite_version() AS version')?.version ?? '0';
  const parts = text.split('.').map(Number);
  for (const [index, wanted] of OLDEST_SQLITE.entries()) {
    const part = parts[index] ?? 0;
    if (part > wanted) return;
    if (part < wanted) throw new Error(`SQLite ${text} is older than ${OLDEST_SQLITE.join('.')}.`);
  }
}

/**
 * Opens an existing journal and brings it to this build's schema. It never makes a file. `beforeMigration` runs before
 * an older schema is changed. Errors: `not_found`; `damaged_journal` (also for a file that is no journal, with
 * `foreign`); `newer_journal`; `storage_failed`.
 */
export function openJournal(path: string, beforeMigration?: (database: Database) => void): Database {
  if (!existsSync(path)) throw new AppError('not_found');
  const database = new Database(path, { mustExist: true });
  try {
    assertVersion(database);
    // The header is read before anything may be written to the file.
    const applicationId = database.pragma<number>('application_id');
    if (applicationId !== APPLICATION_ID) throw new AppError('damaged_journal', { foreign: true });
    configure(database);
    migrate(database, beforeMigration === undefined ? {} : { beforeChange: () => beforeMigration(database) });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Makes a new journal and opens it. Errors: `conflict` when the file exists: a journal never takes another's place.
 */
export function createJournal(
  path: string,
  journal: { readonly id: string; readonly kind: 'own' | 'sample'; readonly at: Instant },
): Database {
  if (path !== ':memory:') reserve(path);
  const database = new Database(path);
  try {
    assertVersion(database);
    // Takes effect only before the first page is written.
    database.pragma('page_size = 4096');
    configure(database);
    migrate(database);
    database.run(
      'INSERT INTO journal (id, journal_id, kind, created_at, last_seen_at) VALUES (1, :id, :kind, :at, :at)',
      journal,
    );
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/** Makes the empty file, for its owner's eyes only; of two who try at once one succeeds. */
function reserve(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    const exists = error instanceof Error && 'code' in error && error.code === 'EEXIST';
    throw exists ? new AppError('conflict', { exists: true }) : new AppError('storage_failed', {});
  }
}

/** Closes so that one file remains: statistics for the planner, and the WAL emptied into the journal. */
export function closeJournal(database: Database): void {
  if (!database.isOpen) return;
  try {
    database.pragma('optimize');
    database.pragma('wal_checkpoint(TRUNCATE)');
  } catch (error) {
    // A damaged journal or a full disk must not keep the app from ending; the next opening meets it again.
    if (!(error instanceof AppError)) throw error;
  } finally {
    database.close();
  }
}
