import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { closeJournal, createJournal } from '../../../main/database/open.ts';
import { JournalKeeper } from '../../../main/journal/keeper.ts';
import { chosenPaths } from '../../../main/journal/paths.ts';
import { SettingsFile } from '../../../main/settings/settings-file.ts';
import type { Instant } from '../../../shared/time.ts';
import { createFileServer, dump, dumpFile, fillJournal } from '../../support/backups.ts';
import { countingIds } from '../../support/context.ts';
import type { TestServer } from '../../support/server.ts';

// Checks and copies are processes of their own.
vi.setConfig({ testTimeout: 30_000 });

let app: TestServer;
let elsewhere: string;

beforeEach(async () => {
  app = createFileServer();
  elsewhere = join(app.dataDir, 'elsewhere');
  mkdirSync(elsewhere);
  await fillJournal(app);
});
afterEach(() => app.dispose());

/** A journal of somebody's in a folder, closed, with the name of one person in it. */
function aJournalFile(path: string, person: string): string {
  const database = createJournal(path, { id: `journal of ${person}`, kind: 'own', at: app.clock.now() });
  database.run(
    `INSERT INTO person (id, name, kind, created_at, updated_at) VALUES ('01900000-0000-7000-8000-00000000aaaa', :person, 'client', :at, :at)`,
    { person, at: '2026-11-21T09:30:00.000Z' as Instant },
  );
  closeJournal(database);
  return path;
}

const names = async (): Promise<readonly string[]> =>
  (await app.api.people.list({ shelf: 'current' })).map(({ name }) => name);
const own = (): string => join(app.dataDir, 'Journal.rapport');

describe('opening another journal', () => {
  it('checks it in a copy, shows what is in it, and opens it; the one before stays as it was', async () => {
    const path = aJournalFile(join(elsewhere, 'Work.rapport'), 'Amara');
    const bytes = readFileSync(path);
    const before = dump(app.context.database);
    app.desk.file = path;
    const choice = await app.api.journal.choose({ purpose: 'open' });
    expect(choice).toMatchObject({ purpose: 'open', path, unsafe: null, found: { counts: { people: 1 } } });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    expect(readdirSync(elsewhere)).toEqual(['Work.rapport']);
    await app.api.journal.useChoice({});
    expect(await names()).toEqual(['Amara']);
    expect(await app.api.journal.state({})).toMatchObject({ state: 'open', path, kind: 'own' });
    expect((await app.api.backups.state({})).folder).toBe(join(elsewhere, 'Work Backups'));
    expect(dumpFile(own())).toEqual(before);
    app.desk.file = own();
    await app.api.journal.choose({ purpose: 'open' });
    await app.api.journal.useChoice({});
    expect((await names()).length).toBe(2);
    expect((await app.api.backups.state({})).folder).toBe(join(app.dataDir, 'Backups'));
  });

  it('finds it again at the next start, and calls it missing when its disk is not there', async () => {
    const path = aJournalFile(join(elsewhere, 'Work.rapport'), 'Amara');
    app.desk.file = path;
    await app.api.journal.choose({ purpose: 'open' });
    await app.api.journal.useChoice({});
    app.context.journal.close();
    const remembered = new SettingsFile(join(app.dataDir, 'settings.json')).chosenJournal;
    expect(remembered?.path).toBe(path);
    if (remembered === null) return;
    renameSync(elsewhere, `${elsewhere} away`);
    const keeper = new JournalKeeper({
      paths: chosenPaths(app.dataDir, remembered),
      clock: app.clock,
      newId: countingIds(),
    });
    keeper.open('own');
    expect(keeper.state).toMatchObject({ state: 'problem', problem: { code: 'missing', path } });
  });

  it.each([
    ['text', 'not a journal '.repeat(500), 'not_a_database'],
    ['nothing', '', 'empty'],
  ])('refuses a file of %s and leaves it and the present journal alone', async (_, content, problem) => {
    const path = join(elsewhere, 'foreign.rapport');
    writeFileSync(path, content);
    app.desk.file = path;
    await expect(app.api.journal.choose({ purpose: 'open' })).rejects.toMatchObject({ details: { problem } });
    await expect(app.api.journal.useChoice({})).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(path, 'utf8')).toBe(content);
    expect((await names()).length).toBe(2);
  });

  it('refuses a journal that would act by itself', async () => {
    const path = aJournalFile(join(elsewhere, 'Work.rapport'), 'Amara');
    const database = new JournalKeeper({
      paths: chosenPaths(app.dataDir, { path, backups: elsewhere }),
      clock: app.clock,
      newId: countingIds(),
    });
    database.open('own');
    database.database.exec('CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM person; END');
    database.close();
    app.desk.file = path;
    await expect(app.api.journal.choose({ purpose: 'open' })).rejects.toMatchObject({
      details: { problem: 'structure' },
    });
  });

  it('does not open a backup as a journal, which would spoil it', async () => {
    const { folder, name } = await app.api.backups.now({});
    app.desk.file = join(folder, name);
    await expect(app.api.journal.choose({ purpose: 'open' })).rejects.toMatchObject({
      details: { problem: 'is_backup' },
    });
    expect(await app.api.backups.verify({ name })).toMatchObject({ problem: null });
  });

  it('tells of one that is open already, here or elsewhere', async () => {
    app.desk.file = own();
    await expect(app.api.journal.choose({ purpose: 'open' })).rejects.toMatchObject({ details: { journal: 'same' } });
    const path = aJournalFile(join(elsewhere, 'Work.rapport'), 'Amara');
    const other = new JournalKeeper({
      paths: chosenPaths(app.dataDir, { path, backups: elsewhere }),
      clock: app.clock,
      newId: countingIds(),
    });
    other.open('own');
    app.desk.file = path;
    await expect(app.api.journal.choose({ purpose: 'open' })).rejects.toMatchObject({ details: { journal: 'busy' } });
    other.close();
    expect(await app.api.journal.choose({ purpose: 'open' })).toMatchObject({ path });
  });
});

describe('a new journal', () => {
  it('is empty, beside the one before, and never takes the place of a file', async () => {
    const path = join(elsewhere, 'New.rapport');
    app.desk.savePath = path;
    expect(await app.api.journal.choose({ purpose: 'new' })).toMatchObject({ path, found: null });
    expect(existsSync(path)).toBe(false);
    await app.api.journal.useChoice({});
    expect(await names()).toEqual([]);
    app.desk.savePath = own();
    await expect(app.api.journal.choose({ purpose: 'new' })).rejects.toMatchObject({ code: 'conflict' });
    expect(dumpFile(own()).person).toHaveLength(2);
  });
});

describe('moving the journal', () => {
  it('leaves the same content in the new place and nothing in the old; its backups stay', async () => {
    const before = dump(app.context.database);
    const path = join(elsewhere, 'Journal.rapport');
    app.desk.savePath = path;
    await app.api.journal.choose({ purpose: 'move' });
    await app.api.journal.useChoice({});
    expect(await app.api.journal.state({})).toMatchObject({ state: 'open', path });
    expect(dump(app.context.database)).toEqual(before);
    expect(readdirSync(app.dataDir).filter((name) => name.startsWith('Journal.rapport'))).toEqual([]);
    expect((await app.api.backups.state({})).folder).toBe(join(app.dataDir, 'Backups'));
    await app.api.people.create({ name: 'Nadia Haddad' });
    expect((await app.api.backups.now({})).sequence).toBe(2);
  });

  it('changes nothing when the new place cannot be written to', async () => {
    app.desk.savePath = join(elsewhere, 'not there', 'Journal.rapport');
    await app.api.journal.choose({ purpose: 'move' });
    await expect(app.api.journal.useChoice({})).rejects.toMatchObject({ code: 'storage_failed' });
    expect(await app.api.journal.state({})).toMatchObject({ state: 'open', path: own() });
    expect((await names()).length).toBe(2);
  });
});

describe('a journal that vanished while it was open', () => {
  it('takes no writes, loses nothing, and goes on when it is back', async () => {
    const away = join(app.dataDir, 'away');
    mkdirSync(away);
    const move = (from: string, to: string): void => {
      for (const suffix of ['', '-wal', '-shm'])
        renameSync(join(from, `Journal.rapport${suffix}`), join(to, `Journal.rapport${suffix}`));
    };
    move(app.dataDir, away);
    await expect(app.api.people.create({ name: 'Nadia Haddad' })).rejects.toMatchObject({
      code: 'storage_failed',
      details: { journal: 'gone' },
    });
    expect(existsSync(own())).toBe(false);
    move(away, app.dataDir);
    await app.api.people.create({ name: 'Nadia Haddad' });
    expect((await names()).length).toBe(3);
  });

  it('is opened anew when it is back as another file, and keeps what was saved to it', async () => {
    app.context.database.pragma('wal_checkpoint(TRUNCATE)');
    const bytes = readFileSync(own());
    for (const suffix of ['', '-wal', '-shm']) renameSync(`${own()}${suffix}`, join(elsewhere, `gone${suffix}`));
    await expect(app.api.people.create({ name: 'Nadia Haddad' })).rejects.toMatchObject({ code: 'storage_failed' });
    writeFileSync(own(), bytes);
    const told: string[] = [];
    app.bridge.onChanged((event) => {
      if (event.kind === 'changed') told.push(...event.topics);
    });
    await app.api.people.create({ name: 'Nadia Haddad' });
    expect(told).toContain('conversations');
    expect(told).not.toContain('*');
    expect((await names()).length).toBe(3);
    app.context.journal.close();
    expect(dumpFile(own()).person).toHaveLength(3);
  });

  it('is not exchanged for another journal that has its name', async () => {
    for (const suffix of ['', '-wal', '-shm']) renameSync(`${own()}${suffix}`, join(elsewhere, `gone${suffix}`));
    aJournalFile(own(), 'Amara');
    await expect(app.api.people.create({ name: 'Nadia Haddad' })).rejects.toMatchObject({
      details: { journal: 'gone' },
    });
    app.context.journal.close();
    expect(dumpFile(own()).person).toHaveLength(1);
  });
});
