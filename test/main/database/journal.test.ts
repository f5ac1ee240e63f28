import { copyFileSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../../main/database/driver.ts';
import { APPLICATION_ID, migrate, SCHEMA_VERSION } from '../../../main/database/migrate.ts';
import { migrations } from '../../../main/database/migrations/index.ts';
import { closeJournal, createJournal, openJournal } from '../../../main/database/open.ts';
import { currentSchema, writtenSchema } from '../../../scripts/schema.ts';
import type { Instant } from '../../../shared/time.ts';

const journal = {
  id: '01900000-0000-7000-8000-000000000001',
  kind: 'own',
  at: '2026-11-21T09:30:00.000Z' as Instant,
} as const;
let folder: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-journal-'));
  file = join(folder, 'Journal.rapport');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const failure = (work: () => unknown): unknown => {
  try {
    work();
  } catch (error) {
    return error;
  }
  return undefined;
};

describe('a journal file', () => {
  it('has the schema that schema.sql says', () => {
    expect(writtenSchema()).toBe(currentSchema());
  });

  it('is marked as ours, keeps its version, and leaves one file when closed', () => {
    closeJournal(createJournal(file, journal));
    expect(existsSync(`${file}-wal`)).toBe(false);
    const database = openJournal(file);
    expect(database.pragma('application_id')).toBe(APPLICATION_ID);
    expect(database.pragma('user_version')).toBe(SCHEMA_VERSION);
    closeJournal(database);
  });

  it('is opened so that an acknowledged write survives a power cut', () => {
    closeJournal(createJournal(file, journal));
    const database = openJournal(file);
    const FULL = 2;
    expect(database.pragma('journal_mode')).toBe('wal');
    expect(database.pragma('synchronous')).toBe(FULL);
    expect(database.pragma('foreign_keys')).toBe(1);
    expect(database.pragma('trusted_schema')).toBe(0);
    expect(database.pragma('secure_delete')).toBe(1);
    expect(database.pragma('mmap_size')).toBe(0);
    closeJournal(database);
  });

  it('never takes the place of a file that is there', () => {
    writeFileSync(file, 'ten years of work');
    expect(failure(() => createJournal(file, journal))).toMatchObject({ code: 'conflict' });
    expect(readFileSync(file, 'utf8')).toBe('ten years of work');
  });

  it('is never made by opening', () => {
    expect(failure(() => openJournal(file))).toMatchObject({ code: 'not_found' });
    expect(existsSync(file)).toBe(false);
  });

  it.each([
    ['text', Buffer.from('no journal at all '.repeat(100))],
    ['nothing', Buffer.alloc(0)],
  ])('refuses a file of %s and leaves it as it is', (_, content) => {
    writeFileSync(file, content);
    expect(failure(() => openJournal(file))).toMatchObject({ code: 'damaged_journal' });
    expect(readFileSync(file).equals(content)).toBe(true);
  });

  it("refuses another application's database and leaves it as it is", () => {
    const other = new Database(file);
    other.exec("CREATE TABLE bookmark (url TEXT); INSERT INTO bookmark VALUES ('x')");
    other.close();
    const before = readFileSync(file);
    expect(failure(() => openJournal(file))).toMatchObject({ code: 'damaged_journal', details: { foreign: true } });
    expect(readFileSync(file).equals(before)).toBe(true);
  });

  it('refuses a newer journal and changes nothing', () => {
    const database = createJournal(file, journal);
    database.pragma(`user_version = ${SCHEMA_VERSION + 1}`);
    closeJournal(database);
    copyFileSync(file, `${file}.before`);
    expect(failure(() => openJournal(file))).toMatchObject({ code: 'newer_journal' });
    const after = new Database(file, { readonly: true });
    expect(after.pragma('user_version')).toBe(SCHEMA_VERSION + 1);
    after.close();
  });
});

describe('migrating', () => {
  const steps = [
    ...migrations,
    { version: SCHEMA_VERSION + 1, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' },
  ];

  it('asks for a backup before it changes an older journal, and keeps every row', () => {
    const database = createJournal(file, journal);
    const asked: unknown[] = [];
    migrate(database, { steps, beforeChange: () => asked.push(database.pragma('user_version')) });
    expect(asked).toEqual([SCHEMA_VERSION]);
    expect(database.pragma('user_version')).toBe(SCHEMA_VERSION + 1);
    expect(database.get('SELECT journal_id FROM journal')).toEqual({ journal_id: journal.id });
    closeJournal(database);
  });

  it('leaves the old journal when a step fails', () => {
    const database = createJournal(file, journal);
    const failing = [
      ...steps,
      { version: SCHEMA_VERSION + 2, sql: 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;' },
    ];
    expect(failure(() => migrate(database, { steps: failing }))).toBeInstanceOf(Error);
    expect(database.pragma('user_version')).toBe(SCHEMA_VERSION);
    expect(database.get("SELECT name FROM sqlite_schema WHERE name = 'later'")).toBeUndefined();
    expect(database.pragma('foreign_keys')).toBe(1);
    closeJournal(database);
  });

  it('refuses a step that leaves references behind', () => {
    const database = createJournal(file, journal);
    const sql = "INSERT INTO contact (person_id, position, kind, label, value) VALUES ('nobody', 0, 'email', '', 'x');";
    const result = failure(() => migrate(database, { steps: [...migrations, { version: SCHEMA_VERSION + 1, sql }] }));
    expect(result).toMatchObject({ code: 'damaged_journal' });
    expect(database.get('SELECT count(*) AS n FROM contact')).toEqual({ n: 0 });
    closeJournal(database);
  });

  it('refuses a list with a gap', () => {
    const database = createJournal(file, journal);
    const gap = [...migrations, { version: SCHEMA_VERSION + 2, sql: '' }];
    expect(failure(() => migrate(database, { steps: gap }))).toMatchObject({
      message: `Migration ${SCHEMA_VERSION + 1} is missing.`,
    });
    closeJournal(database);
  });
});
