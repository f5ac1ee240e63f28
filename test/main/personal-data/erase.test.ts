import { copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { columnsOf, contentTables } from '../../../main/backups/content.ts';
import { emptyContent, writeDraft } from '../../../shared/drafts/draft-content.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, LocalTime, Zone } from '../../../shared/time.ts';
import { createFileServer } from '../../support/backups.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ana: PersonId;
let bob: PersonId;
let alone: ConversationId;
let shared: ConversationId;

/** A word that stands nowhere else, so that it can be looked for byte by byte. */
const MARKER = 'zqxjkvbmarker';
let count = 0;
const marked = (): string => {
  count += 1;
  return `${MARKER}${count} `.repeat(3).trim();
};

function draftOf(personIds: readonly PersonId[], notes: string): string {
  const start = { personIds, on: '2026-11-21' as CalendarDate, at: '10:00' as LocalTime, zone: 'UTC' as Zone };
  return writeDraft({ ...emptyContent({ ...start, channel: 'phone' }), notes });
}

const draft = (personIds: readonly PersonId[], notes: string) =>
  app.api.drafts.keep({
    id: null,
    conversationId: null,
    personId: personIds[0] ?? null,
    beginning: notes.slice(0, 100),
    body: draftOf(personIds, notes),
  });

/** Ana has something in every table; Bob shares a conversation with her. */
async function fill(): Promise<void> {
  const { api } = app;
  const { id: organisationId } = await api.organisations.create({ name: 'Kontor' });
  ana = (
    await api.people.create({
      name: marked(),
      fields: {
        role: marked(),
        organisationId,
        pronunciation: marked(),
        situation: marked(),
        remember: marked().repeat(400),
        aim: marked(),
        howMet: marked(),
        tags: [MARKER],
        contacts: [{ kind: 'phone', label: marked(), value: marked() }],
        dates: [{ label: marked(), month: 2, day: 29, year: null }],
      },
    })
  ).id;
  bob = (await api.people.create({ name: 'Bob Stone', fields: { introducedById: ana } })).id;
  const moment = (about: string, ...people: readonly PersonId[]) => ({
    id: null,
    about,
    seenOrHeard: about,
    mayMean: about,
    observations: people.map((personId) => ({ personId, cue: 'pace', mark: -1 as const })),
  });
  alone = (
    await api.conversations.save({
      conversation: aConversation({
        personIds: [ana],
        title: marked(),
        notes: marked().repeat(2000),
        wouldHelp: marked(),
        tags: [`${MARKER}2`],
        moments: [moment(marked(), ana)],
        promises: [{ id: null, personId: ana, givenBy: 'me', words: marked(), dueOn: null }],
        followUp: { id: null, words: marked(), dueOn: '2026-11-28' as CalendarDate, dueTime: null },
      }),
      draftId: (await draft([ana], marked())).id,
    })
  ).id;
  shared = (
    await api.conversations.save({
      conversation: aConversation({
        personIds: [ana, bob],
        title: 'Kick-off',
        notes: 'What Bob said stays.',
        moments: [moment(marked(), ana), moment('the price', ana, bob)],
        promises: [
          { id: null, personId: ana, givenBy: 'them', words: marked(), dueOn: null },
          { id: null, personId: bob, givenBy: 'me', words: 'Send Bob the offer', dueOn: null },
        ],
      }),
      draftId: null,
    })
  ).id;
  await draft([ana], marked());
  await draft([bob, ana], 'With both of them');
  // Edited more than once, so that pages were rewritten and the undo list holds the words too.
  for (let index = 0; index < 20; index += 1) {
    await api.people.edit({ id: ana, fields: { situation: marked().repeat(20) } });
    await api.people.create({ name: `Somebody ${index}`, fields: { situation: 'x'.repeat(2000) } });
  }
}

afterEach(() => app.dispose());

/** Everywhere in the journal's own file and its WAL. */
function bytes(): string {
  return ['', '-wal']
    .map((suffix) => `${app.context.journal.path}${suffix}`)
    .filter((path) => existsSync(path))
    .map((path) => readFileSync(path, 'latin1'))
    .join('');
}

function rowsWith(text: string): readonly string[] {
  const { database } = app.context;
  return contentTables(database).filter((table) =>
    columnsOf(database, table).some(
      ({ name }) => database.get(`SELECT 1 FROM ${table} WHERE instr(${name}, :text) > 0`, { text }) !== undefined,
    ),
  );
}

describe('erasing a person', () => {
  beforeEach(async () => {
    count = 0;
    app = createTestServer();
    await fill();
  });

  it('says before what it will take away', async () => {
    expect(await app.api.personalData.extent({ id: ana })).toEqual({
      name: expect.stringContaining(MARKER),
      conversationsAlone: 1,
      conversationsShared: 1,
      marks: 3,
      promises: 2,
      followUps: 1,
      drafts: 2,
    });
  });

  it('leaves no row that names the person or quotes what was written about them alone', async () => {
    expect(rowsWith(ana).length).toBeGreaterThan(6);
    await app.api.personalData.erase({ id: ana, backUpFirst: false });
    expect(rowsWith(ana)).toEqual([]);
    expect(rowsWith(MARKER)).toEqual([]);
    await expect(app.api.people.get({ id: ana })).rejects.toMatchObject({ code: 'not_found' });
    await expect(app.api.conversations.get({ id: alone })).rejects.toMatchObject({ code: 'not_found' });
  });

  it('leaves what belongs to others as it was', async () => {
    await app.api.personalData.erase({ id: ana, backUpFirst: false });
    expect(await app.api.conversations.get({ id: shared })).toMatchObject({
      people: [{ id: bob }],
      title: 'Kick-off',
      notes: 'What Bob said stays.',
      moments: [{ about: 'the price', observations: [{ personId: bob }] }],
    });
    const { items } = await app.api.promises.list({ personId: null, givenBy: null, show: 'open', before: null });
    expect(items).toMatchObject([{ words: 'Send Bob the offer', personId: bob }]);
    expect(await app.api.drafts.list({})).toMatchObject([{ personId: bob, beginning: 'With both of them' }]);
    expect((await app.api.people.get({ id: bob })).introducedById).toBeNull();
    expect((await app.api.organisations.list({ shelf: 'current' })).map(({ name }) => name)).toEqual(['Kontor']);
  });

  it('cannot be undone, nor can anything before it', async () => {
    await app.api.personalData.erase({ id: ana, backUpFirst: false });
    expect(await app.api.undo.state({})).toEqual({ undo: null, redo: null, step: null });
    expect(await app.api.undo.undo({})).toMatchObject({ label: null });
    expect(rowsWith(MARKER)).toEqual([]);
    // What comes after it can be.
    await app.api.people.edit({ id: bob, fields: { role: 'Buyer' } });
    expect(await app.api.undo.undo({})).toMatchObject({ label: 'edit person' });
  });

  it('finds nobody twice', async () => {
    await app.api.personalData.erase({ id: ana, backUpFirst: false });
    await expect(app.api.personalData.erase({ id: ana, backUpFirst: false })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('the file after erasing', () => {
  beforeEach(async () => {
    count = 0;
    app = createFileServer();
    await fill();
  });

  it('holds no byte of what was erased, and neither does its WAL', async () => {
    app.context.database.exec('ANALYZE');
    expect(bytes().includes(MARKER)).toBe(true);
    expect(await app.api.personalData.erase({ id: ana, backUpFirst: false })).toEqual({ isClean: true });
    // As a truth value: a failure must not print a whole file.
    expect(bytes().includes(MARKER)).toBe(false);
    expect(bytes().includes(ana)).toBe(false);
    expect(statSync(`${app.context.journal.path}-wal`).size).toBe(0);
    // Nor anywhere else in the folder of the app.
    const files = readdirSync(app.dataDir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    for (const { parentPath, name } of files) {
      expect({ name, found: readFileSync(join(parentPath, name), 'latin1').includes(MARKER) }).toEqual({
        name,
        found: false,
      });
    }
    // The journal is as sound as before, its search indexes too.
    expect(app.context.database.pragma('integrity_check')).toBe('ok');
    expect((await app.api.people.get({ id: bob })).name).toBe('Bob Stone');
  });

  it('is told from backups that still hold the person, which are deleted when the user says so', async () => {
    const holding = await app.api.backups.now({});
    await app.api.personalData.erase({ id: ana, backUpFirst: true });
    const without = await app.api.backups.now({});
    const found = await app.api.personalData.findInBackups({ id: ana });
    expect(found.unreadable).toEqual([]);
    expect(found.holding).toHaveLength(2);
    expect(found.holding).toContainEqual({ place: 'backups', name: holding.name });
    await app.api.personalData.deleteBackups({ files: found.holding });
    const left = await app.api.backups.list({});
    // A fresh one was made before the others went.
    expect(left).toHaveLength(2);
    expect(left.map(({ name }) => name)).toContain(without.name);
    expect(left.every(({ verifiedAt, problem }) => verifiedAt !== null && problem === null)).toBe(true);
    expect((await app.api.personalData.findInBackups({ id: ana })).holding).toEqual([]);
  });

  it('is told from copies in the second place and from those set apart there, and they go as well', async () => {
    const holding = await app.api.backups.now({});
    app.desk.folder = join(app.dataDir, 'stick');
    mkdirSync(app.desk.folder);
    await app.api.backups.chooseSecondPlace({});
    const isCopied = async (): Promise<boolean> => {
      const { secondPlace } = await app.api.backups.state({});
      return secondPlace?.isCopying === false && secondPlace.lastAt !== null;
    };
    await vi.waitFor(async () => expect(await isCopied()).toBe(true), { timeout: 20_000 });
    const { folder = '' } = (await app.api.backups.state({})).secondPlace ?? {};
    const apart = join(folder, 'Damaged');
    mkdirSync(apart);
    copyFileSync(join(folder, holding.name), join(apart, holding.name));
    await app.api.personalData.erase({ id: ana, backUpFirst: false });
    const found = await app.api.personalData.findInBackups({ id: ana });
    expect(found.holding.map(({ place }) => place).toSorted()).toEqual(['backups', 'second', 'second_damaged']);
    await app.api.personalData.deleteBackups({ files: found.holding });
    expect(existsSync(join(folder, holding.name))).toBe(false);
    expect(existsSync(join(apart, holding.name))).toBe(false);
    expect((await app.api.personalData.findInBackups({ id: ana })).holding).toEqual([]);
  });

  it('deletes nothing but files of backups', async () => {
    for (const name of ['../Journal.rapport', 'manifest.json', '.rapport', '..']) {
      await expect(app.api.personalData.deleteBackups({ files: [{ place: 'backups', name }] })).rejects.toMatchObject({
        code: 'not_found',
      });
    }
    expect(existsSync(app.context.journal.path)).toBe(true);
  });
});
