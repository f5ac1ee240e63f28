import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { contentOf } from '../../../main/backups/content.ts';
import { writeSeal } from '../../../main/backups/seal.ts';
import { Database } from '../../../main/database/driver.ts';
import type { Instant } from '../../../shared/time.ts';
import { createFileServer, fillJournal } from '../../support/backups.ts';
import type { TestServer } from '../../support/server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

let app: TestServer;
let sound: string;
/** Every one is answered within this time. */
const ANSWER = 20_000;
const NAME = 'Rapport 2026-01-01 1000 #0000.rapport';
const place = (): string => join(app.dataDir, 'Backups', NAME);

beforeAll(async () => {
  app = createFileServer();
  await fillJournal(app);
  const backup = await app.api.backups.now({});
  sound = join(backup.folder, backup.name);
});
afterAll(() => app.dispose());

/** The sound backup, changed by someone who can write SQL, and sealed again by someone who knows how. */
function forged(change: (database: Database) => void): () => void {
  return () => {
    copyFileSync(sound, place());
    const database = new Database(place());
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

const withSql = (sql: string): (() => void) => forged((database) => database.exec(sql));

function withSchemaText(from: string, to: string): () => void {
  return () => {
    // As long as it was, so that the file stays whole; everywhere, because pages keep remains of what they once held.
    const text = readFileSync(sound).toString('latin1').replaceAll(from, to.padEnd(from.length));
    writeFileSync(place(), Buffer.from(text, 'latin1'));
  };
}

const wide = `CREATE TABLE wide (${Array.from({ length: 1999 }, (_, index) => `c${index}`).join(', ')})`;
const endless = 'WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n';

const KINDS: readonly (readonly [string, string, () => void])[] = [
  ['nothing', 'empty', () => writeFileSync(place(), '')],
  ['text', 'not_a_database', () => writeFileSync(place(), 'Dear diary, '.repeat(1000))],
  [
    'a zip',
    'not_a_database',
    () => writeFileSync(place(), Buffer.concat([Buffer.from('PK\x03\x04'), Buffer.alloc(9000)])),
  ],
  [
    'only the beginning of a header',
    'not_a_database',
    () => writeFileSync(place(), readFileSync(sound).subarray(0, 60)),
  ],
  [
    'the database of another application',
    'foreign',
    () => {
      const database = new Database(place());
      database.exec('CREATE TABLE person (id TEXT); INSERT INTO person VALUES (1)');
      database.close();
    },
  ],
  ['another application id', 'foreign', withSql('PRAGMA application_id = 1')],
  ['a newer version', 'newer', withSql('PRAGMA user_version = 9999')],
  ['no version', 'structure', withSql('PRAGMA user_version = 0')],
  ['a trigger more', 'structure', withSql('CREATE TRIGGER extra AFTER INSERT ON person BEGIN DELETE FROM person; END')],
  ['a view more', 'structure', withSql('CREATE VIEW extra AS SELECT * FROM person')],
  ['a view in place of a table', 'structure', withSql(`DROP TABLE person_tag; CREATE VIEW person_tag AS ${endless}`)],
  ['an endless view', 'structure', withSql(`CREATE VIEW extra AS ${endless}`)],
  ['a table more', 'structure', withSql('CREATE TABLE extra (payload BLOB)')],
  ['two thousand columns', 'structure', withSql(wide)],
  ['a virtual table more', 'structure', withSql('CREATE VIRTUAL TABLE extra USING fts5 (text)')],
  ['an index less', 'structure', withSql('DROP INDEX person_tag_tag')],
  ['a table less', 'structure', withSql('DROP TABLE seal')],
  ['a check that was taken out', 'structure', withSchemaText("CHECK (trim(name) <> '')", 'CHECK (1)')],
  ['no seal', 'unsealed', withoutSeal],
  ['a person more than was sealed', 'seal', withLaterChange("UPDATE person SET aim = 'rob them'")],
  ['a later date in its seal', 'seal', withLaterChange("UPDATE seal SET made_at = '2030-01-01T00:00:00.000Z'")],
  [
    'references to nothing',
    'references',
    withSql("PRAGMA foreign_keys = OFF; UPDATE promise SET person_id = 'nobody'"),
  ],
  [
    'a search index of something else',
    'index',
    withSql("INSERT INTO promise_fts (rowid, words) VALUES (99, 'hidden')"),
  ],
  [
    'a text of 70 million characters',
    'too_long',
    withSql("UPDATE person SET remember = printf('%.70000000c', 'x') WHERE name = 'Jonas Weber'"),
  ],
  ['the mode of a journal', 'opened', withSql('PRAGMA journal_mode = WAL')],
  [
    'halves of two backups',
    'damaged',
    () => {
      withSql("UPDATE person SET remember = printf('%.200000c', 'x')")();
      const other = readFileSync(place());
      const half = Math.floor(readFileSync(sound).length / 8192) * 4096;
      const bytes = Buffer.concat([
        other.subarray(0, half),
        readFileSync(sound).subarray(half),
        Buffer.alloc(other.length),
      ]);
      writeFileSync(place(), bytes.subarray(0, other.length));
    },
  ],
  ['a link', 'not_a_file', () => symlinkSync(sound, place())],
  ['a folder', 'not_a_file', () => mkdirSync(place())],
  ['a pipe', 'not_a_file', () => void execFileSync('mkfifo', [place()])],
];

function withoutSeal(): void {
  copyFileSync(sound, place());
  const database = new Database(place());
  database.exec('DELETE FROM seal');
  database.close();
}

function withLaterChange(sql: string): () => void {
  return () => {
    copyFileSync(sound, place());
    const database = new Database(place());
    database.exec(sql);
    database.close();
  };
}

describe('a file in place of a backup', () => {
  const fingerprint = (): string =>
    createHash('sha256')
      .update(JSON.stringify(contentOf(app.context.database)))
      .digest('hex');

  it.each(KINDS)('with %s is refused: %s', { timeout: ANSWER }, async (_, problem, make) => {
    const before = fingerprint();
    make();
    try {
      const code = problem === 'newer' ? 'newer_journal' : 'damaged_journal';
      await expect(app.api.backups.preview({ name: NAME })).rejects.toMatchObject({ code, details: { problem } });
      await expect(app.api.backups.restore({ name: NAME })).rejects.toMatchObject({ code, details: { problem } });
      expect(app.desk.asked).toEqual([]);
      expect(fingerprint()).toBe(before);
    } finally {
      rmSync(place(), { recursive: true, force: true });
    }
  });

  it('with a foreign WAL beside it is read without the WAL', async () => {
    copyFileSync(sound, place());
    writeFileSync(`${place()}-wal`, readFileSync(`${app.context.journal.path}-wal`));
    try {
      expect((await app.api.backups.preview({ name: NAME })).totals).toEqual({ added: 0, changed: 0, lost: 0 });
    } finally {
      rmSync(place());
      rmSync(`${place()}-wal`);
    }
  });
});
