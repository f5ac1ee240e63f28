import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Database } from '../../main/database/driver.ts';
import { SCHEMA_VERSION } from '../../main/database/migrate.ts';
import { JournalKeeper } from '../../main/journal/keeper.ts';
import { journalPaths } from '../../main/journal/paths.ts';
import type { Instant, Zone } from '../../shared/time.ts';
import { countingIds, FixedClock } from '../support/context.ts';
import { writeOlderJournal } from '../support/older-journal.ts';

let folder: string;
let keeper: JournalKeeper;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-keeper-'));
  keeper = newKeeper();
});
afterEach(() => {
  keeper.close();
  rmSync(folder, { recursive: true, force: true });
});

function newKeeper(journal?: string): JournalKeeper {
  const clock = new FixedClock('2026-11-21T09:30:00.000Z' as Instant, 'UTC' as Zone);
  return new JournalKeeper({ paths: journalPaths(folder, journal), clock, newId: countingIds() });
}

describe('the journal keeper', () => {
  it('is at the first run when there is no journal, and makes none by looking', () => {
    keeper.open('own');
    expect(keeper.state).toEqual({ state: 'first_run' });
    expect(existsSync(keeper.paths.own)).toBe(false);
    expect(() => keeper.database).toThrowError(expect.objectContaining({ code: 'conflict' }));
  });

  it('keeps own journal and sample in files of their own', () => {
    keeper.create('own');
    keeper.database.run("UPDATE journal SET created_at = 'mine'");
    keeper.create('sample');
    expect(keeper.database.get('SELECT kind FROM journal')).toEqual({ kind: 'sample' });
    keeper.close();
    keeper.deleteSample();
    expect(existsSync(keeper.paths.sample)).toBe(false);
    keeper.open('own');
    expect(keeper.database.get('SELECT kind, created_at FROM journal')).toEqual({ kind: 'own', created_at: 'mine' });
  });

  it('opens the journal that it was started with', () => {
    const elsewhere = join(folder, 'elsewhere.rapport');
    keeper = newKeeper(elsewhere);
    keeper.create('own');
    expect(keeper.path).toBe(elsewhere);
  });

  it.each([
    ['text', Buffer.from('not a journal '.repeat(500)), 'damaged'],
    ['nothing', Buffer.alloc(0), 'not_a_journal'],
  ])('names the problem of a file of %s and leaves it as it is', (_, content, code) => {
    writeFileSync(keeper.paths.own, content);
    keeper.open('own');
    expect(keeper.state).toMatchObject({ state: 'problem', problem: { code, path: keeper.paths.own } });
    expect(readFileSync(keeper.paths.own).equals(content)).toBe(true);
  });

  it('takes a journal that is gone while its last writes remain for missing, not for a first run', () => {
    writeFileSync(`${keeper.paths.own}-wal`, 'last writes');
    keeper.open('own');
    expect(keeper.state).toMatchObject({ state: 'problem', problem: { code: 'missing' } });
    expect(readFileSync(`${keeper.paths.own}-wal`, 'utf8')).toBe('last writes');
  });

  it('takes a journal that is gone while its backups remain for missing, not for a first run', () => {
    mkdirSync(keeper.paths.backups);
    writeFileSync(join(keeper.paths.backups, 'Rapport 2026-11-21 1030 #0001.rapport'), 'a backup');
    keeper.open('own');
    expect(keeper.state).toMatchObject({ state: 'problem', problem: { code: 'missing' } });
  });

  it('makes a journal that only its owner can read', () => {
    keeper.create('own');
    const GROUP_AND_OTHERS = 0o077;
    expect(statSync(keeper.paths.own).mode & GROUP_AND_OTHERS).toBe(0);
  });

  it('names a journal of a newer version', () => {
    keeper.create('own');
    keeper.database.pragma('user_version = 999');
    keeper.open('own');
    expect(keeper.state).toMatchObject({ state: 'problem', problem: { code: 'newer' } });
  });

  it('leaves a journal of an older version as it is until it is to be opened', () => {
    writeOlderJournal(keeper.paths.own);
    keeper.openUnlessOlder('own');
    expect(keeper.state).toEqual({ state: 'older', kind: 'own' });
    expect(versionIn(keeper.paths.own)).toBe(1);

    // Nothing holds it: it is there for whoever opens it next.
    keeper.open('own');
    expect(keeper.database.all('SELECT name FROM person')).toEqual([{ name: 'Mara Lindgren' }]);
    keeper.close();
    expect(versionIn(keeper.paths.own)).toBe(SCHEMA_VERSION);

    keeper.openUnlessOlder('own');
    expect(keeper.state.state).toBe('open');
  });

  it('leads from a sample that is gone to an own journal of an older version', () => {
    writeOlderJournal(keeper.paths.own);
    keeper.openUnlessOlder('sample');
    expect(keeper.state).toEqual({ state: 'older', kind: 'sample' });
    keeper.open('sample');
    expect(keeper.path).toBe(keeper.paths.own);
  });
});

function versionIn(path: string): number {
  const database = new Database(path, { readonly: true, mustExist: true });
  try {
    return database.pragma<number>('user_version');
  } finally {
    database.close();
  }
}
