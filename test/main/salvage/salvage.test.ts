import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { Database } from '../../../main/database/driver.ts';
import { closeJournal, createJournal, openJournal } from '../../../main/database/open.ts';
import { salvageJournal } from '../../../main/salvage/salvage.ts';
import { writeSample } from '../../../main/sample/sample.ts';
import type { SalvageReport } from '../../../shared/backups/salvage.ts';
import type { Instant } from '../../../shared/time.ts';
import { dump, dumpFile } from '../../support/backups.ts';
import { FixedClock } from '../../support/context.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });

const PAGE = 4096;
const at = '2026-11-21T09:30:00.000Z' as Instant;
let whole: Buffer;
let before: ReturnType<typeof dump>;
let folder: string;
const file = (): string => join(folder, 'Journal.rapport');
const target = (): string => join(folder, 'Salvaged.rapport');

beforeAll(() => {
  const made = mkdtempSync(join(tmpdir(), 'rapport-salvage-'));
  const path = join(made, 'Journal.rapport');
  const journal = createJournal(path, { id: 'mine', kind: 'own', at });
  writeSample(journal, new FixedClock(at, 'Europe/Berlin' as never));
  // Enough for trees of three levels, and one note that needs pages of its own.
  journal.transaction(() => {
    for (let count = 0; count < 400; count += 1) {
      const key = 20_000_000_000_000 + count * 1_000_000;
      journal.run(
        `INSERT INTO conversation
           (key, id, title, notes, would_help, held_on, held_time, zone, minutes, channel, created_at, updated_at)
         VALUES (:key, :id, :title, :notes, '', '2008-01-10', NULL, 'UTC', NULL, 'phone', :at, :at)`,
        { key, id: `talk ${count}`, title: `Talk ${count}`, notes: `${'words '.repeat(120)}${count}`, at },
      );
      journal.run(
        `INSERT INTO conversation_person (person_id, conversation_key, position)
         SELECT id, :key, 0 FROM person WHERE deleted_at IS NULL ORDER BY key LIMIT 1 OFFSET :who`,
        { key, who: count % 5 },
      );
    }
    journal.run("UPDATE conversation SET notes = :notes WHERE id = 'talk 7'", { notes: 'long '.repeat(8000) });
  });
  closeJournal(journal);
  whole = readFileSync(path);
  before = dumpFile(path);
  rmSync(made, { recursive: true, force: true });
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-salvage-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function salvage(): SalvageReport {
  return salvageJournal(
    { path: file(), quarantine: join(folder, 'Quarantine'), target: target(), sequence: 7, at, journalId: 'fresh' },
    () => undefined,
  );
}

/** The file with some pages overwritten. */
function damaged(pages: readonly number[], byte = 0xa5): Buffer {
  const bytes = Buffer.from(whole);
  for (const page of pages) bytes.fill(byte, (page - 1) * PAGE, page * PAGE);
  return bytes;
}

function rootOf(name: string): number {
  copyFileSync(file(), `${file()}.look`);
  const database = new Database(`${file()}.look`, { readonly: true });
  try {
    return (
      database.get<{ root: number }>('SELECT rootpage AS root FROM sqlite_schema WHERE name = :name', { name })?.root ??
      0
    );
  } finally {
    database.close();
    rmSync(`${file()}.look`);
  }
}

/** Pages below a root that are of one type. */
function below(root: number, type: number): readonly number[] {
  const page = (number: number): Buffer => whole.subarray((number - 1) * PAGE, number * PAGE);
  const found: number[] = [];
  const waiting = [root];
  for (let number = waiting.pop(); number !== undefined; number = waiting.pop()) {
    const bytes = page(number);
    if (bytes[0] === type) found.push(number);
    if (bytes[0] !== 2 && bytes[0] !== 5) continue;
    waiting.push(bytes.readUInt32BE(8));
    for (let cell = 0; cell < bytes.readUInt16BE(3); cell += 1) {
      waiting.push(bytes.readUInt32BE(bytes.readUInt16BE(12 + cell * 2)));
    }
  }
  return found;
}

const rows = (table: string): readonly Record<string, unknown>[] =>
  (dumpFile(target())[table] ?? []) as readonly Record<string, unknown>[];

/** Rows of a table that were there before and are not in the salvaged journal as they were. */
function missing(table: string): number {
  const now = new Set(rows(table).map((row) => JSON.stringify(row)));
  return (before[table] ?? []).filter((row) => !now.has(JSON.stringify(row))).length;
}

describe('a journal that is whole', () => {
  it('is read exactly as it is', () => {
    writeFileSync(file(), whole);
    const report = salvage();
    expect(report).toMatchObject({ unread: [], unowned: [], altered: 0, nameless: 0, people: [] });
    expect(dumpFile(target())).toEqual(before);
  });

  it('is read with what is only in its WAL, up to the last commit', () => {
    writeFileSync(file(), whole);
    const journal = openJournal(file());
    journal.pragma('wal_autocheckpoint = 0');
    journal.run("UPDATE person SET remember = 'in the WAL' WHERE key = 1");
    copyFileSync(file(), join(folder, 'Crashed.rapport'));
    copyFileSync(`${file()}-wal`, join(folder, 'Crashed.rapport-wal'));
    const now = dump(journal);
    journal.close();
    const path = join(folder, 'Crashed.rapport');
    salvageJournal(
      { path, quarantine: join(folder, 'Quarantine'), target: target(), sequence: 0, at, journalId: 'fresh' },
      () => undefined,
    );
    expect(dumpFile(target())).toEqual(now);
  });
});

describe('a damaged journal', () => {
  it('loses only what stood on a damaged page, says how much, and of whom', () => {
    writeFileSync(file(), whole);
    const leaves = below(rootOf('conversation'), 0x0d);
    writeFileSync(file(), damaged([leaves[3] ?? 0, leaves[8] ?? 0]));
    const report = salvage();
    const lost = (before.conversation ?? []).length - rows('conversation').length;
    expect(lost).toBeGreaterThan(3);
    expect(report.unread).toEqual([{ table: 'conversation', count: lost, isAtLeast: false }]);
    expect(report.counts.conversations).toBe(
      rows('conversation').filter(({ deleted_at: gone }) => gone === null).length,
    );
    expect(report.people.length).toBeGreaterThan(0);
    expect(report.unowned).toContainEqual({ table: 'conversation_person', count: expect.any(Number) });
    expect(missing('person')).toBe(0);
    expect(missing('promise')).toBeLessThanOrEqual((before.promise ?? []).length);
  });

  it('loses nothing where the way to its rows is damaged, but not the rows', () => {
    writeFileSync(file(), whole);
    const inner = below(rootOf('conversation'), 0x05);
    expect(inner.length).toBeGreaterThan(0);
    writeFileSync(file(), damaged(inner));
    expect(salvage()).toMatchObject({ unread: [], unowned: [], people: [] });
    expect(dumpFile(target())).toEqual(before);
  });

  it('loses nothing where only its indexes are damaged', () => {
    writeFileSync(file(), whole);
    const indexes = ['sqlite_autoindex_conversation_1', 'conversation_person_conversation', 'promise_open'];
    writeFileSync(
      file(),
      damaged(indexes.flatMap((name) => [...below(rootOf(name), 0x0a), ...below(rootOf(name), 0x02)])),
    );
    expect(salvage()).toMatchObject({ unread: [], unowned: [] });
    expect(dumpFile(target())).toEqual(before);
  });

  it('reads from an index what a table without it has lost', () => {
    writeFileSync(file(), whole);
    writeFileSync(file(), damaged(below(rootOf('conversation_person'), 0x0a)));
    salvage();
    const sorted = (all: readonly unknown[] = []) => all.map((row) => JSON.stringify(row)).sort();
    expect(sorted(rows('conversation_person'))).toEqual(sorted(before.conversation_person));
  });

  it('keeps people whose own entry is lost by what refers to them', () => {
    writeFileSync(file(), whole);
    writeFileSync(file(), damaged(below(rootOf('person'), 0x0d).slice(0, 1)));
    const report = salvage();
    expect(report.nameless).toBeGreaterThan(0);
    expect(rows('person').filter(({ name }) => name === 'Name lost')).toHaveLength(report.nameless);
    expect(missing('conversation')).toBe(0);
    expect(missing('promise')).toBe(0);
  });

  it.each([
    ['a header of rubbish', () => damaged([]).fill(0x5a, 0, 100)],
    ['a first page of rubbish', () => damaged([1], 0x5a)],
    ['another application id', () => damaged([]).fill(0, 68, 72)],
    ['a wrong number of pages', () => damaged([]).fill(0xff, 28, 32)],
  ])('with %s is read whole', (_, make) => {
    writeFileSync(file(), make());
    expect(salvage()).toMatchObject({ unread: [], unowned: [] });
    expect(dumpFile(target())).toEqual(before);
  });

  it('that was cut off is read up to there', () => {
    writeFileSync(file(), whole.subarray(0, Math.floor(whole.length / 2) + 100));
    const report = salvage();
    expect(report.rows).toBeGreaterThan(50);
    expect(report.unread.length).toBeGreaterThan(0);
  });

  it('with flipped bytes anywhere gives a journal that holds together, and stays as it is', () => {
    for (let seed = 1; seed <= 4; seed += 1) {
      const bytes = Buffer.from(whole);
      let state = seed * 2_654_435_761;
      for (let flips = 0; flips < 60; flips += 1) {
        state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0;
        bytes[state % bytes.length] = (state >>> 8) & 0xff;
      }
      writeFileSync(file(), bytes);
      const report = salvage();
      expect(report.counts.people).toBeGreaterThan(0);
      expect(readFileSync(file()).equals(bytes)).toBe(true);
      const journal = openJournal(target());
      expect(journal.pragmaRows('foreign_key_check')).toEqual([]);
      closeJournal(journal);
      rmSync(target());
    }
  });

  it('with nothing of a journal in it is refused, and nothing is left behind', () => {
    for (const content of [Buffer.alloc(0), Buffer.from('rubbish'), Buffer.alloc(20 * PAGE, 0x5a)]) {
      writeFileSync(file(), content);
      expect(() => salvage()).toThrow(expect.objectContaining({ code: 'damaged_journal' }));
      expect(existsSync(target())).toBe(false);
      expect(readdirSync(folder).filter((name) => name !== 'Quarantine')).toEqual(['Journal.rapport']);
    }
    rmSync(file());
    expect(() => salvage()).toThrow(expect.objectContaining({ code: 'not_found' }));
  });
});
