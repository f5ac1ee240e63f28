import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { backupFiles, createFileServer, dump, dumpFile, fillJournal, startAgain } from '../../support/backups.ts';
import { aConversation } from '../../support/conversations.ts';
import type { TestServer } from '../../support/server.ts';

// A restore is several processes one after the other.
vi.setConfig({ testTimeout: 60_000 });

let dataDir: string;
let app: TestServer;

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapport-restore-'));
  app = createFileServer({ dataDir });
});
afterEach(() => {
  app.dispose();
  rmSync(dataDir, { recursive: true, force: true });
});

function next(): void {
  app.dispose();
  app = startAgain(dataDir);
}

const journal = (): string => join(dataDir, 'Journal.rapport');
const replaced = (): readonly string[] => readdirSync(join(dataDir, 'Replaced'));

describe('the preview of a restore', () => {
  it('says what would come back, change and go, person by person, and what was newest on each side', async () => {
    const { mara, jonas, conversation } = await fillJournal(app);
    const { name } = await app.api.backups.now({});

    app.clock.advanceDays(2);
    await app.api.people.edit({ id: mara, fields: { situation: 'New job', tags: ['renewal', 'spring'] } });
    const { id: nadia } = await app.api.people.create({ name: 'Nadia Haddad' });
    await app.api.conversations.save({
      draftId: null,
      conversation: aConversation({ personIds: [nadia, jonas], title: 'First call', on: '2026-11-22' as never }),
    });
    await app.api.conversations.bin({ id: conversation });

    expect(await app.api.backups.preview({ name })).toEqual({
      isEarlier: false,
      backup: {
        counts: { people: 2, organisations: 1, conversations: 1, promises: 1, followUps: 1, drafts: 0 },
        newestOn: '2026-11-20',
        changedAt: '2026-11-21T09:30:00.000Z',
      },
      present: {
        counts: { people: 3, organisations: 1, conversations: 1, promises: 1, followUps: 1, drafts: 0 },
        newestOn: '2026-11-22',
        changedAt: '2026-11-23T09:30:00.000Z',
      },
      // The conversation comes back to both who were in it; Nadia and her conversation go.
      people: [
        {
          ...{ id: jonas, name: 'Jonas Weber', isInBackup: true, added: 1, changed: 0, lost: 1 },
          ...{ newestNow: '2026-11-22', newestInBackup: '2026-11-20' },
        },
        {
          ...{ id: mara, name: 'Mara Lindgren', isInBackup: true, added: 1, changed: 1, lost: 0 },
          ...{ newestNow: null, newestInBackup: '2026-11-20' },
        },
        {
          ...{ id: nadia, name: 'Nadia Haddad', isInBackup: false, added: 0, changed: 0, lost: 2 },
          ...{ newestNow: '2026-11-22', newestInBackup: null },
        },
      ],
      totals: { added: 1, changed: 1, lost: 2 },
    });
  });

  it('finds a changed mark, promise, date and participant, and nothing where nothing changed', async () => {
    await fillJournal(app);
    const { name } = await app.api.backups.now({});
    const totals = async () => (await app.api.backups.preview({ name })).totals;
    expect(await totals()).toEqual({ added: 0, changed: 0, lost: 0 });
    const { database } = app.context;
    database.exec("UPDATE person SET updated_at = '2026-12-01T00:00:00.000Z'");
    expect(await totals()).toEqual({ added: 0, changed: 0, lost: 0 });
    database.exec('UPDATE observation SET mark = 2');
    expect(await totals()).toEqual({ added: 0, changed: 1, lost: 0 });
    database.exec("UPDATE promise SET due_on = '2026-12-24'");
    database.exec('UPDATE important_date SET year = 1980');
    expect(await totals()).toEqual({ added: 0, changed: 3, lost: 0 });
  });
});

describe('a restore', () => {
  it('brings back exactly what the backup holds at the next start, and can be undone', async () => {
    await fillJournal(app);
    const before = dump(app.context.database);
    const { name } = await app.api.backups.now({});
    app.clock.advance(60_000);
    await app.api.people.create({ name: 'Only in the present' });
    const after = dump(app.context.database);

    await app.api.backups.restore({ name });
    expect(app.desk.asked).toEqual([{ what: 'relaunch', about: null }]);
    // Until the next start nothing has happened to the journal.
    expect(dump(app.context.database)).toEqual(after);

    next();
    expect(dump(app.context.database)).toEqual(before);
    expect(await app.api.search.find({ text: 'budget', ranked: false, before: null })).toMatchObject({
      results: expect.arrayContaining([expect.objectContaining({ kind: 'conversation' })]),
    });
    expect((await app.api.backups.state({})).restoredAt).toBe('2026-11-21T09:31:00.000Z');
    expect(await app.api.backups.list({})).toMatchObject([
      { sequence: 2, reason: 'before_restore', counts: { people: 3 }, problem: null },
      { sequence: 1, reason: 'asked' },
    ]);
    expect(replaced()).toEqual(['Journal 2026-11-21 1031.rapport']);
    expect(dumpFile(join(dataDir, 'Replaced', 'Journal 2026-11-21 1031.rapport'))).toEqual(after);
    // Numbers go on where they were.
    expect((await app.api.backups.now({})).sequence).toBe(3);

    await app.api.backups.undoRestore({});
    next();
    expect(dump(app.context.database)).toEqual(after);
    expect((await app.api.backups.state({})).restoredAt).toBeNull();
    expect(replaced()).toEqual([]);
    expect(existsSync(join(dataDir, 'restore-intent.json'))).toBe(false);
    await expect(app.api.backups.undoRestore({})).rejects.toMatchObject({ code: 'not_found' });
  });

  it('that is kept no longer offers to be undone, and what it replaced stays as a backup', async () => {
    await fillJournal(app);
    const { name } = await app.api.backups.now({});
    await app.api.backups.restore({ name });
    next();
    await app.api.backups.dismissRestore({});
    expect((await app.api.backups.state({})).restoredAt).toBeNull();
    expect(replaced()).toEqual([]);
    expect(backupFiles(app)).toHaveLength(2);
  });

  it('of a backup that is gone leaves everything as it is', async () => {
    await expect(app.api.backups.restore({ name: 'Rapport 2026-01-01 1000 #0009.rapport' })).rejects.toMatchObject({
      code: 'not_found',
    });
    await expect(app.api.backups.restore({ name: '../Journal.rapport' })).rejects.toMatchObject({ code: 'not_found' });
    expect(app.desk.asked).toEqual([]);
    expect(existsSync(join(dataDir, 'restore-intent.json'))).toBe(false);
    expect(existsSync(`${journal()}.restoring`)).toBe(false);
  });

  it('is not offered for the sample journal', async () => {
    await fillJournal(app);
    const { name } = await app.api.backups.now({});
    app.context.journal.create('sample');
    await expect(app.api.backups.now({})).rejects.toMatchObject({ code: 'rule_violated' });
    await expect(app.api.backups.restore({ name })).rejects.toMatchObject({ code: 'rule_violated' });
  });
});

describe('a damaged journal', () => {
  it('is replaced by a backup, kept aside, and never deleted', async () => {
    await fillJournal(app);
    const before = dump(app.context.database);
    const { name } = await app.api.backups.now({});
    app.dispose();
    const damaged = readFileSync(journal());
    damaged.fill(0x5a, 0, 4096);
    writeFileSync(journal(), damaged);

    next();
    expect(app.context.journal.state.state).toBe('problem');
    const preview = await app.api.backups.preview({ name });
    expect(preview.present).toBeNull();
    expect(preview.people).toMatchObject([
      { name: 'Mara Lindgren', added: 4 },
      { name: 'Jonas Weber', added: 2 },
    ]);
    await app.api.backups.restore({ name });

    next();
    expect(app.context.journal.state.state).toBe('open');
    expect(dump(app.context.database)).toEqual(before);
    const [aside = ''] = replaced();
    expect(readFileSync(join(dataDir, 'Replaced', aside)).equals(damaged)).toBe(true);
    await app.api.backups.dismissRestore({});
    expect(replaced()).toEqual([aside]);
  });

  it('that is gone, with its WAL left, is answered with the backups, not with an empty journal', async () => {
    await fillJournal(app);
    const { name } = await app.api.backups.now({});
    const before = dump(app.context.database);
    app.dispose();
    rmSync(journal());
    writeFileSync(`${journal()}-wal`, 'what was last written');
    next();
    expect(app.context.journal.state).toMatchObject({ state: 'problem', problem: { code: 'missing' } });
    await app.api.backups.restore({ name });
    next();
    expect(dump(app.context.database)).toEqual(before);
    expect((await app.api.backups.state({})).restoredAt).toBeNull();
    expect(replaced()).toHaveLength(1);
  });
});
