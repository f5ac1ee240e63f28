import { closeSync, fstatSync, readSync } from 'node:fs';
import type { Progress } from '../../shared/ipc.ts';
import type { JournalCounts } from '../../shared/journal/contract.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import { Database } from '../database/driver.ts';
import { APPLICATION_ID, SCHEMA_VERSION } from '../database/migrate.ts';
import { countAll } from '../journal/repository.ts';
import { type Content, columnsOf, contentOf, contentTables } from './content.ts';
import { openPlain } from './files.ts';
import { problem } from './problem.ts';
import { newestOf } from './repository.ts';
import { checkSchema } from './schema.ts';

/** What the checks found in a file that passed them. */
export interface Checked {
  readonly schemaVersion: number;
  readonly counts: JournalCounts;
  readonly newestOn: CalendarDate | null;
  readonly changedAt: Instant | null;
  readonly content: Content;
}

export type Report = (progress: Progress) => void;

/** The longest value that we write (a draft with the longest note in it) stays far below; beyond it memory is at risk. */
const LONGEST_VALUE = 64 * 1024 * 1024;

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';

/**
 * Reads a file's first bytes before SQLite sees it: ours, of a version we know, as long as it says. With `closed` false
 * the file may be a journal that is open somewhere, whose length is right only together with its WAL.
 */
export function checkHeader(path: string, { closed = true }: { readonly closed?: boolean } = {}): void {
  const file = openPlain(path);
  try {
    const { size } = fstatSync(file);
    if (size === 0) throw problem('empty');
    const header = Buffer.alloc(HEADER_BYTES);
    const read = readSync(file, header, 0, HEADER_BYTES, 0);
    if (read < HEADER_BYTES || header.toString('latin1', 0, MAGIC.length) !== MAGIC) throw problem('not_a_database');
    if (header.readUInt32BE(68) !== APPLICATION_ID) throw problem('foreign');
    if (header.readUInt32BE(60) > SCHEMA_VERSION) throw problem('newer');
    if (closed && size !== header.readUInt32BE(28) * pageSize(header)) throw problem('incomplete');
  } finally {
    closeSync(file);
  }
}

function pageSize(header: Buffer): number {
  const size = header.readUInt16BE(16);
  // 65536 does not fit into the two bytes.
  return size === 1 ? 65536 : size;
}

/** True when SQLite has opened the file as we open journals: a backup is written in the other mode. */
export function isOpenedJournal(path: string): boolean {
  const file = openPlain(path);
  try {
    const versions = Buffer.alloc(2);
    readSync(file, versions, 0, 2, 18);
    return versions[0] === 2 || versions[1] === 2;
  } finally {
    closeSync(file);
  }
}

/** Opens a copy of our own for checking: nothing in it can act, and damage is noticed. */
export function openForChecks(path: string, { readonly = false }: { readonly readonly?: boolean } = {}): Database {
  const database = new Database(path, { mustExist: true, readonly });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('temp_store = MEMORY');
  database.pragma('cache_size = -65536');
  if (!readonly) {
    // No file beside it; what matters is synced at the end.
    database.pragma('locking_mode = EXCLUSIVE');
    database.pragma('journal_mode = MEMORY');
    database.pragma('synchronous = OFF');
  }
  return database;
}

/** Structure, references and texts, without the search indexes. The connection may be read-only. */
export function checkTables(database: Database, report: Report): Checked {
  const schemaVersion = checkSchema(database);
  report({ phase: 'checking', done: 0, total: 4 });
  // Lengths stand in the rows' own headers: what is too long is refused before anything of it is read.
  checkLengths(database);
  checkStructure(database);
  report({ phase: 'checking', done: 1, total: 4 });
  if (database.pragmaRows('foreign_key_check').length > 0) throw problem('references');
  report({ phase: 'checking', done: 2, total: 4 });
  return { schemaVersion, counts: countAll(database), ...newestOf(database), content: contentOf(database) };
}

/**
 * Every page of every table and index, and the list of free pages. Table by table, because the check of the whole file
 * also reads through the search indexes, which `checkIndexes` does again and better.
 */
function checkStructure(database: Database): void {
  const tables = database.all<{ name: string }>(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow')",
  );
  for (const { name } of tables) {
    const [first] = database.pragmaRows<{ integrity_check: string }>(`integrity_check(${name})`);
    if (first?.integrity_check !== 'ok') throw problem('damaged');
  }
}

function checkLengths(database: Database): void {
  for (const table of contentTables(database)) {
    const lengths = columnsOf(database, table).map(({ name }) => `coalesce(max(octet_length(${name})), 0)`);
    const row = database.get<{ longest: number }>(`SELECT max(0, ${lengths.join(', ')}) AS longest FROM ${table}`);
    if ((row?.longest ?? 0) > LONGEST_VALUE) throw problem('too_long');
  }
}

function indexesOf(database: Database): readonly string[] {
  return database
    .all<{ name: string }>(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'virtual' ORDER BY name",
    )
    .map(({ name }) => name);
}

/** Compares every search index with the text it was made from. The connection must be able to write; nothing is written. */
export function checkIndexes(database: Database, report: Report): void {
  report({ phase: 'checking', done: 3, total: 4 });
  database.exec('BEGIN IMMEDIATE');
  try {
    // With rank 1 the index is compared with the text, not only with itself.
    for (const index of indexesOf(database)) {
      database.exec(`INSERT INTO ${index} (${index}, rank) VALUES ('integrity-check', 1)`);
    }
  } catch {
    throw problem('index');
  } finally {
    database.exec('ROLLBACK');
  }
  report({ phase: 'checking', done: 4, total: 4 });
}

/** Makes every search index anew from the text. */
export function rebuildIndexes(database: Database): void {
  for (const index of indexesOf(database)) database.exec(`INSERT INTO ${index} (${index}) VALUES ('rebuild')`);
}
