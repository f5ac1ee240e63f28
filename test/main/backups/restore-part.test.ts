import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { PartPreview } from '../../../shared/backups/part.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import { createFileServer, dump, fillJournal, realWorkshop, workshopHere } from '../../support/backups.ts';
import { aConversation } from '../../support/conversations.ts';
import type { TestServer } from '../../support/server.ts';

vi.setConfig({ testTimeout: 60_000 });

let dataDir: string;
let app: TestServer;
let mara: PersonId;
let jonas: PersonId;
let conversation: ConversationId;
let name: string;
let before: ReturnType<typeof dump>;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapport-part-'));
  app = createFileServer({ dataDir, workshop: workshopHere() });
  ({ mara, jonas, conversation } = await fillJournal(app));
  before = dump(app.context.database);
  ({ name } = await app.api.backups.now({}));
  app.clock.advance(60_000);
});
afterEach(() => {
  app.dispose();
  rmSync(dataDir, { recursive: true, force: true });
});

const person = (personId: PersonId) => ({ name, part: { personId, conversationId: null } });
const talk = (personId: PersonId) => ({ name, part: { personId, conversationId: conversation } });
const lines = ({ entries }: PartPreview) => entries.map(({ what, kind, words }) => `${what} ${kind} ${words}`);
const erase = (id: PersonId) => app.api.personalData.erase({ id, backUpFirst: false });

describe('bringing one person back out of a backup', () => {
  it('says first what it will do, does it, and takes it back as one act', async () => {
    await app.api.people.edit({ id: mara, fields: { situation: 'Has moved', tags: ['spring'] } });
    await app.api.conversations.bin({ id: conversation });
    await app.api.people.create({ name: 'Only in the present' });
    const changed = dump(app.context.database);

    const preview = await app.api.backups.previewPart(person(mara));
    expect(preview).toEqual({
      name: 'Mara Lindgren',
      person: 'there',
      totals: { added: 0, changed: 2 },
      entries: [
        {
          kind: 'person',
          id: mara,
          what: 'changed',
          words: 'Mara Lindgren',
          on: null,
          parts: ['person', 'person_tag'],
        },
        {
          kind: 'conversation',
          id: conversation,
          what: 'changed',
          words: 'Renewal',
          on: '2026-11-20',
          parts: ['conversation'],
        },
      ],
      leftOut: [],
    });
    expect(dump(app.context.database)).toEqual(changed);

    expect(await app.api.backups.restorePart(person(mara))).toEqual(preview.totals);
    expect(await app.api.people.get({ id: mara })).toMatchObject({
      situation: '',
      tags: expect.arrayContaining(['spring', 'renewal']),
    });
    expect(await app.api.conversations.get({ id: conversation })).toMatchObject({ deletedAt: null });
    expect(await app.api.backups.list({})).toMatchObject([{ reason: 'before_restore' }, { reason: 'asked' }]);
    expect(app.topics).toEqual(expect.arrayContaining(['people', 'conversations', 'promises', 'follow-ups']));

    expect(await app.api.undo.undo({})).toMatchObject({ label: 'bring back from a backup' });
    expect(dump(app.context.database)).toEqual(changed);
  });

  it('brings back somebody who was erased, with everything, under the same ids, and a second time nothing', async () => {
    await erase(jonas);
    await erase(mara);
    expect(await app.api.backups.previewPart(person(mara))).toMatchObject({
      person: 'missing',
      leftOut: ['Jonas Weber'],
    });
    await app.api.backups.restorePart(person(mara));
    await app.api.backups.restorePart(person(jonas));
    expect(dump(app.context.database)).toEqual(before);
    expect(await app.api.search.find({ text: 'budget', ranked: false, before: null })).toMatchObject({
      results: expect.arrayContaining([expect.objectContaining({ kind: 'conversation' })]),
    });
    const backups = await app.api.backups.list({});
    for (const id of [mara, jonas]) {
      expect((await app.api.backups.previewPart(person(id))).entries).toEqual([]);
      expect(await app.api.backups.restorePart(person(id))).toEqual({ added: 0, changed: 0 });
    }
    expect(dump(app.context.database)).toEqual(before);
    // Without anything to do no backup is made either.
    expect(await app.api.backups.list({})).toEqual(backups);
  });

  it('leaves out others who are no longer in the journal, with their marks, and names them', async () => {
    await erase(mara);
    await app.api.conversations.bin({ id: conversation });
    const preview = await app.api.backups.previewPart(person(jonas));
    expect(preview.leftOut).toEqual(['Mara Lindgren']);
    expect(lines(preview)).toEqual(['changed conversation Renewal']);
    await app.api.backups.restorePart(person(jonas));
    const back = await app.api.conversations.get({ id: conversation });
    expect(back.people).toMatchObject([{ id: jonas }]);
    expect(back.moments).toEqual([]);
    expect(app.context.database.get('SELECT 1 FROM person WHERE id = :id', { id: mara })).toBeUndefined();
  });

  it('takes somebody out of the bin, and their organisation with them', async () => {
    await app.api.people.bin({ id: mara });
    app.context.database.exec("UPDATE organisation SET deleted_at = '2026-11-21T09:00:00.000Z'");
    expect(await app.api.backups.previewPart(person(mara))).toMatchObject({
      person: 'bin',
      totals: { added: 0, changed: 2 },
    });
    await app.api.backups.restorePart(person(mara));
    expect(await app.api.people.get({ id: mara })).toMatchObject({ deletedAt: null });
    expect(app.context.database.get('SELECT deleted_at AS at FROM organisation')).toEqual({ at: null });
  });

  it('brings an organisation back that is gone, or takes the one of the same name', async () => {
    await erase(mara);
    const { database } = app.context;
    database.exec('DELETE FROM organisation');
    expect(lines(await app.api.backups.previewPart(person(mara)))).toContain('added organisation Lindgren & Co');
    const { id } = await app.api.organisations.create({ name: 'LINDGREN & CO' });
    expect(lines(await app.api.backups.previewPart(person(mara)))).not.toContain('added organisation Lindgren & Co');
    await app.api.backups.restorePart(person(mara));
    expect(database.get('SELECT organisation_id AS id FROM person WHERE id = :mara', { mara })).toEqual({ id });
    expect(await app.api.backups.restorePart(person(mara))).toEqual({ added: 0, changed: 0 });
  });

  it('gives way where another row has taken a number meanwhile', async () => {
    await erase(jonas);
    await erase(mara);
    const { id: other } = await app.api.people.create({ name: 'Nadia Haddad' });
    await app.api.conversations.save({
      draftId: null,
      conversation: aConversation({
        personIds: [other],
        title: 'At the same minute',
        on: '2026-11-20' as never,
        at: '10:00' as never,
        promises: [{ id: null, personId: other, givenBy: 'them', words: 'Call back', dueOn: null }],
      }),
    });
    await app.api.backups.restorePart(person(mara));
    const { items } = await app.api.conversations.page({ personId: mara, shelf: 'current', before: null });
    expect(items.map(({ title }) => title)).toEqual(['Renewal']);
    const back = await app.api.conversations.get({ id: conversation });
    expect(back).toMatchObject({
      tags: ['budget'],
      circumstances: ['in_a_hurry'],
    });
    const { database } = app.context;
    expect(database.all('SELECT words FROM promise WHERE conversation_id = :conversation', { conversation })).toEqual([
      { words: 'Send the offer' },
    ]);
    expect(database.pragmaRows('foreign_key_check')).toEqual([]);
    expect(await app.api.backups.restorePart(person(mara))).toEqual({ added: 0, changed: 0 });
  });

  it('keeps the notes that it replaces as a former text, and follows a conversation to its former time', async () => {
    await app.api.conversations.save({
      draftId: null,
      conversation: aConversation({
        id: conversation,
        personIds: [mara],
        notes: 'Rewritten.',
        on: '2026-11-20' as never,
        at: '15:00' as never,
      }),
    });
    await app.api.backups.restorePart(person(mara));
    expect(await app.api.conversations.get({ id: conversation })).toMatchObject({
      at: '10:00',
      notes: 'The budget is decided in March.',
      moments: [{ about: 'the price' }],
    });
    const versions = await app.api.conversations.versions({ id: conversation });
    const texts = await Promise.all(
      versions.map(({ position }) => app.api.conversations.version({ id: conversation, position })),
    );
    expect(texts).toContainEqual({ notes: 'Rewritten.' });
    expect(await app.api.backups.restorePart(person(mara))).toEqual({ added: 0, changed: 0 });
  });

  it('keeps what was added to a list since', async () => {
    await app.api.people.edit({
      id: mara,
      fields: { contacts: [{ kind: 'email', label: '', value: 'mara@example.org' }] },
    });
    await app.api.backups.restorePart(person(mara));
    expect((await app.api.people.get({ id: mara })).contacts).toMatchObject([
      { value: 'mara@example.org' },
      { value: '+49 30 1234' },
    ]);
  });

  it('brings back what later versions added to a person', async () => {
    const { database } = app.context;
    const noted = { at: '2026-11-21T09:30:00.000Z' };
    const relation = `INSERT INTO relation (id, person_id, other_id, kind, created_at, updated_at)
      VALUES (:id, :one, :other, 'works_with', :at, :at)`;
    database.run(relation, { id: 'relation', one: mara, other: jonas, ...noted });
    database.run(
      `INSERT INTO question (id, person_id, conversation_id, words, created_at, updated_at)
       VALUES ('question', :mara, :conversation, 'Who decides?', :at, :at)`,
      { mara, conversation, ...noted },
    );
    database.run("UPDATE person SET sensitive = 'The merger' WHERE id = :mara", { mara });
    const whole = dump(database);
    ({ name } = await app.api.backups.now({}));

    await erase(mara);
    await app.api.backups.restorePart(person(mara));
    expect(dump(database)).toMatchObject({ relation: whole.relation, question: whole.question, person: whole.person });

    // The same pair, written from the other side, is not written twice.
    database.exec('DELETE FROM relation');
    database.run(relation, { id: 'another', one: jonas, other: mara, ...noted });
    expect(await app.api.backups.restorePart(person(mara))).toEqual({ added: 0, changed: 0 });
  });

  it('brings the files of a conversation and of a draft back with it', async () => {
    const { database } = app.context;
    database.run("INSERT INTO file (hash, type, size, content) VALUES ('aa', NULL, 3, x'010203')");
    database.run(
      "INSERT INTO attachment (conversation_id, position, hash, name) VALUES (:conversation, 0, 'aa', 'Offer.pdf')",
      { conversation },
    );
    const whole = dump(database);
    ({ name } = await app.api.backups.now({}));
    await erase(jonas);
    await erase(mara);
    expect(database.all('SELECT hash FROM file')).toEqual([]);
    await app.api.backups.restorePart(person(mara));
    await app.api.backups.restorePart(person(jonas));
    expect(dump(database)).toEqual(whole);
  });

  it('refuses somebody whom the backup does not have, and a backup that has rotted', async () => {
    const { id } = await app.api.people.create({ name: 'Later' });
    await expect(app.api.backups.previewPart(person(id))).rejects.toMatchObject({ code: 'not_found' });
    await expect(app.api.backups.restorePart({ ...person(mara), name: 'None.rapport' })).rejects.toMatchObject({
      code: 'not_found',
    });
  });
});

describe('in the processes of the app', () => {
  it('the rows of a backup reach the journal', async () => {
    app.dispose();
    app = createFileServer({ dataDir, workshop: realWorkshop() });
    await app.api.people.edit({ id: mara, fields: { remember: '' } });
    expect(await app.api.backups.restorePart(person(mara))).toEqual({ added: 0, changed: 1 });
    expect(await app.api.people.get({ id: mara })).toMatchObject({ remember: 'Ägypten, “quiet” mornings: 12:30' });
  });
});

describe('bringing one conversation back', () => {
  it('brings back what was said and promised in it, and leaves everything else', async () => {
    await app.api.people.edit({ id: mara, fields: { situation: 'Has moved' } });
    app.context.database.exec('DELETE FROM conversation; DELETE FROM promise; DELETE FROM follow_up');
    const preview = await app.api.backups.previewPart(talk(mara));
    expect(lines(preview).map((line) => line.split(' ').slice(0, 2).join(' '))).toEqual([
      'added conversation',
      'added promise',
      'added follow_up',
    ]);
    await app.api.backups.restorePart(talk(mara));
    expect(await app.api.people.get({ id: mara })).toMatchObject({ situation: 'Has moved' });
    const { person: people, ...rest } = dump(app.context.database);
    const { person: _, ...were } = before;
    expect(rest).toEqual(were);
    expect(people).toHaveLength(2);
  });

  it('brings its person back by name when they are gone', async () => {
    await erase(mara);
    await erase(jonas);
    const preview = await app.api.backups.previewPart(talk(mara));
    expect(lines(preview).slice(0, 2)).toEqual(['added person Mara Lindgren', 'added conversation Renewal']);
    await app.api.backups.restorePart(talk(mara));
    expect(await app.api.people.get({ id: mara })).toMatchObject({ name: 'Mara Lindgren', remember: '', tags: [] });
    // The rest of the person can follow.
    await app.api.backups.restorePart(person(mara));
    expect(await app.api.people.get({ id: mara })).toMatchObject({ tags: ['renewal'] });
  });
});
