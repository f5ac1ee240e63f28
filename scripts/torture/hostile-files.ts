import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { contentOf } from '../../main/backups/content.ts';
import { writeSeal } from '../../main/backups/seal.ts';
import { Database } from '../../main/database/driver.ts';
import type { Instant } from '../../shared/time.ts';

/** Where a hostile file is made, and out of what. */
export interface Bench {
  /** A sound backup. */
  readonly sound: string;
  /** Where the hostile file is to lie. */
  readonly place: string;
}

/** A file that is no backup: what it is, the problem with which it is refused, and how it is made. */
export interface HostileFile {
  readonly kind: string;
  readonly problem: string;
  readonly make: (bench: Bench) => void;
}

type Make = HostileFile['make'];

/** The sound backup, changed by someone who can write SQL, and sealed again by someone who knows how. */
function forged(change: (database: Database) => void): Make {
  return ({ sound, place }) => {
    copyFileSync(sound, place);
    const database = new Database(place);
    change(database);
    const seal = { sequence: 0, reason: 'asked', madeAt: '2026-01-01T10:00:00.000Z' as Instant } as const;
    try {
      writeSeal(database, { ...seal, content: contentOf(database) });
    } catch {
      // Some schemas cannot be sealed at all; they are refused before the seal is read.
    }
    database.close();
  };
}

const withSql = (sql: string): Make => forged((database) => database.exec(sql));

/** Changed after it was sealed. */
function withLaterSql(sql: string): Make {
  return ({ sound, place }) => {
    copyFileSync(sound, place);
    const database = new Database(place);
    database.exec(sql);
    database.close();
  };
}

/** As long as it was, so that the file stays whole; everywhere, because pages keep remains of what they once held. */
function withSchemaText(from: string, to: string): Make {
  return ({ sound, place }) => {
    const text = readFileSync(sound).toString('latin1').replaceAll(from, to.padEnd(from.length));
    writeFileSync(place, Buffer.from(text, 'latin1'));
  };
}

/** The sound backup with some of its bytes changed. */
function withBytes(change: (bytes: Buffer) => Buffer | undefined): Make {
  return ({ sound, place }) => {
    const bytes = readFileSync(sound);
    writeFileSync(place, change(bytes) ?? bytes);
  };
}

const rubbish = (content: string | Buffer): Make => {
  return ({ place }) => writeFileSync(place, content);
};

const foreign = (sql: string): Make => {
  return ({ place }) => {
    const database = new Database(place);
    database.exec(sql);
    database.close();
  };
};

const wide = `CREATE TABLE wide (${Array.from({ length: 1999 }, (_, index) => `c${index}`).join(', ')})`;
const endless = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';
const manyTables = Array.from({ length: 2000 }, (_, index) => `CREATE TABLE t${index} (c)`).join(';');
const MEGABYTE = 1024 * 1024;
const PAGE = 4096;

const NO_DATABASE: readonly HostileFile[] = [
  { kind: 'nothing', problem: 'empty', make: rubbish('') },
  { kind: 'one byte', problem: 'not_a_database', make: rubbish('S') },
  { kind: 'text', problem: 'not_a_database', make: rubbish('Dear diary, '.repeat(1000)) },
  { kind: 'JSON', problem: 'not_a_database', make: rubbish(JSON.stringify({ people: [{ name: 'Mara' }] })) },
  { kind: 'HTML', problem: 'not_a_database', make: rubbish(`<script>fetch('//x')</script>${' '.repeat(9000)}`) },
  { kind: 'a zip', problem: 'not_a_database', make: rubbish(Buffer.concat([Buffer.from('PK\x03\x04'), zeros(9000)])) },
  { kind: 'a program', problem: 'not_a_database', make: rubbish(Buffer.concat([Buffer.from('\x7fELF'), zeros(9000)])) },
  { kind: 'an image', problem: 'not_a_database', make: rubbish(Buffer.concat([Buffer.from('\x89PNG'), zeros(9000)])) },
  { kind: 'a PDF', problem: 'not_a_database', make: rubbish(`%PDF-1.7\n${' '.repeat(9000)}`) },
  { kind: 'a dump in SQL', problem: 'not_a_database', make: rubbish('CREATE TABLE person (id TEXT);\n'.repeat(300)) },
  { kind: 'zeros', problem: 'not_a_database', make: rubbish(zeros(65_536)) },
  { kind: 'ones', problem: 'not_a_database', make: rubbish(Buffer.alloc(65_536, 0xff)) },
  { kind: 'a hole of 300 MB', problem: 'not_a_database', make: ({ place }) => hole(place, 300 * MEGABYTE) },
  {
    kind: 'only the beginning of a header',
    problem: 'not_a_database',
    make: withBytes((bytes) => bytes.subarray(0, 60)),
  },
  {
    kind: 'a header in capitals',
    problem: 'not_a_database',
    make: withBytes((bytes) => void bytes.write('SQLITE FORMAT 3', 0)),
  },
  { kind: 'a link', problem: 'not_a_file', make: ({ sound, place }) => symlinkSync(sound, place) },
  { kind: 'a link to nothing', problem: 'not_a_file', make: ({ place }) => symlinkSync(`${place}.none`, place) },
  { kind: 'a link to itself', problem: 'not_a_file', make: ({ place }) => symlinkSync(place, place) },
  { kind: 'a link to a device', problem: 'not_a_file', make: ({ place }) => symlinkSync('/dev/zero', place) },
  { kind: 'a folder', problem: 'not_a_file', make: ({ place }) => mkdirSync(place) },
  { kind: 'a pipe', problem: 'not_a_file', make: ({ place }) => void execFileSync('mkfifo', [place]) },
];

const OTHER_DATABASES: readonly HostileFile[] = [
  {
    kind: 'the database of another application',
    problem: 'foreign',
    make: foreign('CREATE TABLE person (id TEXT); INSERT INTO person VALUES (1)'),
  },
  { kind: 'an empty database', problem: 'foreign', make: foreign('PRAGMA user_version = 1; VACUUM') },
  { kind: 'another application id', problem: 'foreign', make: withSql('PRAGMA application_id = 1') },
  { kind: 'a newer version', problem: 'newer', make: withSql('PRAGMA user_version = 9999') },
  { kind: 'the largest version', problem: 'newer', make: withSql('PRAGMA user_version = 2147483647') },
  { kind: 'no version', problem: 'structure', make: withSql('PRAGMA user_version = 0') },
  {
    kind: 'our id and no tables',
    problem: 'structure',
    make: foreign('PRAGMA application_id = 1380995668; PRAGMA user_version = 1; VACUUM'),
  },
];

const OTHER_SCHEMAS: readonly HostileFile[] = [
  ['a trigger more', 'CREATE TRIGGER extra AFTER INSERT ON person BEGIN DELETE FROM person; END'],
  ['a trigger before deleting', "CREATE TRIGGER extra BEFORE DELETE ON person BEGIN SELECT RAISE (ABORT, 'no'); END"],
  ['a trigger that calls functions', 'CREATE TRIGGER extra AFTER UPDATE ON draft BEGIN SELECT randomblob(1e9); END'],
  ['a trigger less', 'DROP TRIGGER conversation_fts_insert'],
  [
    'a trigger that does nothing',
    'DROP TRIGGER promise_fts_insert; CREATE TRIGGER promise_fts_insert AFTER INSERT ON promise BEGIN SELECT 1; END',
  ],
  ['a view more', 'CREATE VIEW extra AS SELECT * FROM person'],
  ['an endless view', `CREATE VIEW extra AS ${endless}`],
  ['a view in place of a table', `DROP TABLE person_tag; CREATE VIEW person_tag AS ${endless}`],
  ['a view that names itself', 'CREATE VIEW one AS SELECT 1; CREATE VIEW two AS SELECT * FROM one'],
  ['a table more', 'CREATE TABLE extra (payload BLOB)'],
  [
    'a table with a blob of 300 MB',
    'CREATE TABLE extra (payload BLOB); INSERT INTO extra VALUES (zeroblob(300000000))',
  ],
  ['two thousand columns', wide],
  ['two thousand tables', manyTables],
  ['a table less', 'DROP TABLE seal'],
  ['a column more', 'ALTER TABLE person ADD COLUMN extra TEXT'],
  ['a column of another name', 'ALTER TABLE person RENAME COLUMN aim TO goal'],
  ['a computed column', "ALTER TABLE person ADD COLUMN extra TEXT AS (printf('%.1000000c', 'x'))"],
  ['a table that is not strict', 'DROP TABLE circumstance; CREATE TABLE circumstance (conversation_key, name)'],
  ['a virtual table more', 'CREATE VIRTUAL TABLE extra USING fts5 (text)'],
  ['a virtual table of another kind', 'CREATE VIRTUAL TABLE extra USING rtree (id, low, high)'],
  ['an index less', 'DROP INDEX person_tag_tag'],
  ['an index more', 'CREATE INDEX extra ON person (aim)'],
  ['an index on an expression', "CREATE INDEX extra ON person (replace(aim, 'a', 'aaaaaaaa'))"],
  ['a name that looks like SQL', 'CREATE TABLE "x; DROP TABLE person; --" (c)'],
].map(([kind = '', sql = '']) => ({ kind, problem: 'structure', make: withSql(sql) }));

const OTHER_CONTENT: readonly HostileFile[] = [
  {
    kind: 'a check that was taken out',
    problem: 'structure',
    make: withSchemaText("CHECK (trim(name) <> '')", 'CHECK (1)'),
  },
  { kind: 'no seal', problem: 'unsealed', make: withLaterSql('DELETE FROM seal') },
  { kind: 'a seal of another shape', problem: 'seal', make: withLaterSql("UPDATE seal SET counts = '[]'") },
  {
    kind: 'a seal with endless counts',
    problem: 'seal',
    make: withLaterSql(`UPDATE seal SET counts = '${'['.repeat(50_000)}'`),
  },
  {
    kind: 'a later date in its seal',
    problem: 'seal',
    make: withLaterSql("UPDATE seal SET made_at = '2030-01-01T00:00:00.000Z'"),
  },
  { kind: 'another hash in its seal', problem: 'seal', make: withLaterSql("UPDATE seal SET content_hash = 'abc'") },
  { kind: 'a person changed', problem: 'seal', make: withLaterSql("UPDATE person SET aim = 'rob them'") },
  { kind: 'a conversation gone', problem: 'seal', make: withLaterSql('DELETE FROM observation') },
  {
    kind: 'another number of its last backup',
    problem: 'seal',
    make: withLaterSql('UPDATE journal SET backup_sequence = 99'),
  },
  {
    kind: 'references to nothing',
    problem: 'references',
    make: withSql("PRAGMA foreign_keys = OFF; UPDATE promise SET person_id = 'nobody'"),
  },
  {
    kind: 'a search index of something else',
    problem: 'index',
    make: withSql("INSERT INTO promise_fts (rowid, words) VALUES (99, 'hidden')"),
  },
  {
    kind: 'an empty search index',
    problem: 'index',
    make: withSql("INSERT INTO person_fts (person_fts) VALUES ('delete-all')"),
  },
  {
    kind: 'a text of 70 million characters',
    problem: 'too_long',
    make: withSql("UPDATE person SET remember = printf('%.70000000c', 'x') WHERE name = 'Jonas Weber'"),
  },
  {
    kind: 'a text of 300 million characters',
    problem: 'too_long',
    make: withSql("UPDATE person SET remember = printf('%.300000000c', 'x') WHERE name = 'Jonas Weber'"),
  },
];

const OTHER_BYTES: readonly HostileFile[] = [
  { kind: 'the mode of a journal', problem: 'opened', make: withSql('PRAGMA journal_mode = WAL') },
  { kind: 'no end', problem: 'incomplete', make: withBytes((bytes) => bytes.subarray(0, bytes.length - PAGE)) },
  { kind: 'half of it', problem: 'incomplete', make: withBytes((bytes) => bytes.subarray(0, bytes.length / 2)) },
  { kind: 'a page more', problem: 'incomplete', make: withBytes((bytes) => Buffer.concat([bytes, zeros(PAGE)])) },
  {
    kind: 'a page size of nothing',
    problem: 'incomplete',
    make: withBytes((bytes) => void bytes.writeUInt16BE(0, 16)),
  },
  { kind: 'a first page of rubbish', problem: 'damaged', make: withBytes((bytes) => void bytes.fill(0xa5, 100, PAGE)) },
  { kind: 'all pages but the first empty', problem: 'damaged', make: withBytes((bytes) => void bytes.fill(0, PAGE)) },
  {
    kind: 'pages in reverse order',
    problem: 'damaged',
    make: withBytes((bytes) => {
      const pages = Array.from({ length: bytes.length / PAGE }, (_, page) =>
        bytes.subarray(page * PAGE, (page + 1) * PAGE),
      );
      const [first = zeros(PAGE), ...others] = pages;
      return Buffer.concat([first, ...others.reverse()]);
    }),
  },
  {
    kind: 'halves of two backups',
    problem: 'damaged',
    make: (bench) => {
      withSql("UPDATE person SET remember = printf('%.200000c', 'x')")(bench);
      const other = readFileSync(bench.place);
      const sound = readFileSync(bench.sound);
      const half = Math.floor(sound.length / 8192) * PAGE;
      const bytes = Buffer.concat([other.subarray(0, half), sound.subarray(half), Buffer.alloc(other.length)]);
      writeFileSync(bench.place, bytes.subarray(0, other.length));
    },
  },
];

function zeros(length: number): Buffer {
  return Buffer.alloc(length);
}

function hole(place: string, length: number): void {
  writeFileSync(place, '');
  truncateSync(place, length);
}

/** Every kind of file that is no backup of ours, made with more or less knowledge of what one looks like. */
export const HOSTILE_FILES: readonly HostileFile[] = [
  ...NO_DATABASE,
  ...OTHER_DATABASES,
  ...OTHER_SCHEMAS,
  ...OTHER_CONTENT,
  ...OTHER_BYTES,
];
