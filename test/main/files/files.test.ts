import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { contentOf } from '../../../main/backups/content.ts';
import { removeUnusedFiles } from '../../../main/files/repository.ts';
import { isFileAddress, respondWithFile } from '../../../main/files/serve.ts';
import { emptyContent, writeDraft } from '../../../shared/drafts/draft-content.ts';
import { type Attachment, LARGEST_FILE } from '../../../shared/files/file.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ada: PersonId;
const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3]);
const plan = new TextEncoder().encode('%PDF-1.7 plan');

beforeEach(async () => {
  app = createTestServer();
  ada = (await app.api.people.create({ name: 'Ada Byron' })).id;
});
afterEach(() => app.dispose());

async function save(files: readonly Attachment[], id: ConversationId | null = null): Promise<ConversationId> {
  const named = files.map(({ hash, name }) => ({ hash, name }));
  const conversation = aConversation({ id, personIds: [ada], files: named });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

const add = (name: string, content: Uint8Array<ArrayBuffer>) => app.api.files.add({ name, content });
const of = (conversationId: ConversationId) => app.api.files.ofConversation({ conversationId });
const rows = () => app.context.database.get<{ rows: number }>('SELECT count(*) AS rows FROM file')?.rows;

describe('files of a conversation', () => {
  test('are given back in their order, and the same content is kept once', async () => {
    const picture = await add('Whiteboard.png', png);
    const paper = await add('Plan.pdf', plan);
    const again = await add('Copy of the plan.pdf', plan);
    expect([picture.type, paper.type, paper.size, again.hash === paper.hash]).toEqual([
      'image/png',
      null,
      plan.length,
      true,
    ]);
    const id = await save([paper, picture]);
    await save([again]);
    expect(await of(id)).toEqual([paper, picture]);
    expect(await app.api.files.total({})).toEqual({ count: 2, size: png.length + plan.length });
  });

  test('go with the next saving, stay when nothing is said about them, and undo brings them back', async () => {
    const paper = await add('Plan.pdf', plan);
    const id = await save([paper]);
    await app.api.conversations.save({ conversation: aConversation({ id, personIds: [ada] }), draftId: null });
    expect(await of(id)).toEqual([paper]);
    await save([], id);
    expect(await of(id)).toEqual([]);
    expect(await app.api.files.total({})).toEqual({ count: 0, size: 0 });
    await app.api.undo.undo({});
    expect(await of(id)).toEqual([paper]);
    await app.api.undo.redo({});
    expect(await of(id)).toEqual([]);
  });

  test('must be in the journal', async () => {
    const missing = { hash: '0'.repeat(64), name: 'x', type: null, size: 1 };
    await expect(save([missing])).rejects.toMatchObject({ code: 'not_found', details: { model: 'file' } });
    expect((await app.api.conversations.page({ personId: null, shelf: 'current', before: null })).items).toEqual([]);
  });

  test('are at most 25 MB', async () => {
    await expect(add('Film.mp4', new Uint8Array(LARGEST_FILE + 1))).rejects.toMatchObject({ code: 'invalid_input' });
    expect(rows()).toBe(0);
  });
});

describe('what no conversation and no draft names any more', () => {
  test('is erased when nothing can be taken back, and not before', async () => {
    const [kept, drafted] = [await add('Kept.pdf', plan), await add('Drafted.png', png)];
    await add('Dropped.txt', new TextEncoder().encode('dropped'));
    await save([kept]);
    const start = { personIds: [ada], on: '2026-11-21' as CalendarDate, at: null, zone: 'UTC' as Zone };
    const body = writeDraft({ ...emptyContent({ ...start, channel: 'phone' }), files: [drafted] });
    await app.api.drafts.keep({ id: null, conversationId: null, personId: ada, beginning: '', body });
    expect(rows()).toBe(3);
    expect(removeUnusedFiles(app.context.database)).toBe(1);
    expect(await app.api.files.total({})).toEqual({ count: 2, size: png.length + plan.length });
  });

  test('goes with the person who is erased', async () => {
    await save([await add('Plan.pdf', plan)]);
    await app.api.personalData.erase({ id: ada, backUpFirst: false });
    expect(rows()).toBe(0);
  });
});

describe('saving a file', () => {
  test('writes it where the user says, under a name that every system takes, and opens nothing', async () => {
    const paper = await add('Plan: final?.pdf', plan);
    app.desk.savePath = '/home/ada/Plan.pdf';
    expect(await app.api.files.save(paper && { hash: paper.hash, name: paper.name })).toEqual({
      path: '/home/ada/Plan.pdf',
    });
    expect(app.desk.asked).toEqual([
      { what: 'chooseSavePath', about: 'Plan final .pdf' },
      { what: 'writeFile', about: { path: '/home/ada/Plan.pdf', size: plan.length } },
    ]);
  });

  test('is nothing when the user changes their mind, and fails for what is not there', async () => {
    const { hash, name } = await add('Plan.pdf', plan);
    expect(await app.api.files.save({ hash, name })).toBe(null);
    await expect(app.api.files.save({ hash: '0'.repeat(64), name })).rejects.toMatchObject({ code: 'not_found' });
  });
});

describe('the address of a file', () => {
  const ask = (path: string) => respondWithFile(app.context.database, `app://journal${path}`);

  test('answers with an image, and nothing in it may act', async () => {
    const { hash } = await add('Whiteboard.png', png);
    const { status, headers, body } = ask(`/files/${hash}`);
    expect([status, headers['Content-Type'], [...body]]).toEqual([200, 'image/png', [...png]]);
    expect(headers).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
    expect(headers['Content-Security-Policy']).toContain("default-src 'none'; sandbox");
  });

  test('is not found for anything but an image, whatever the journal says it is', async () => {
    const svg = await add('Logo.svg', new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg"/>'));
    app.context.database.run("UPDATE file SET type = 'image/png' WHERE hash = :hash", { hash: svg.hash });
    const { hash } = await add('Plan.pdf', plan);
    for (const path of [
      `/files/${svg.hash}`,
      `/files/${hash}`,
      '/files/',
      '/files/../index.html',
      `/files/${hash}/x`,
    ]) {
      expect(ask(path)).toMatchObject({ status: 404, headers: { 'Content-Type': 'text/plain' } });
    }
    expect(respondWithFile(null, `app://journal/files/${hash}`).status).toBe(404);
    expect([isFileAddress('app://journal/files/x'), isFileAddress('app://journal/index.html')]).toEqual([true, false]);
  });
});

test('a single changed byte of a file changes the hash by which a backup is checked', async () => {
  const { hash } = await add('Whiteboard.png', png);
  const before = contentOf(app.context.database);
  const changed = Uint8Array.from(png, (byte, index) => (index === png.length - 1 ? byte + 1 : byte));
  app.context.database.run('UPDATE file SET content = :changed WHERE hash = :hash', { changed, hash });
  expect(contentOf(app.context.database).hash).not.toBe(before.hash);
});

describe('files of the conversations with a person', () => {
  const withAda = (before: number | null = null) => app.api.files.ofPerson({ personId: ada, before });

  test('come with their conversation, those of the newest first and of one in their order', async () => {
    const [picture, paper] = [await add('Whiteboard.png', png), await add('Plan.pdf', plan)];
    const older = await save([paper]);
    const files = [paper, picture].map(({ hash, name }) => ({ hash, name }));
    const newer = aConversation({ personIds: [ada], on: '2026-11-20' as CalendarDate, files });
    const { id } = await app.api.conversations.save({ conversation: newer, draftId: null });
    const { items, next } = await withAda();
    expect(items.map(({ name, conversationId, size }) => [name, conversationId, size])).toEqual([
      ['Plan.pdf', id, plan.length],
      ['Whiteboard.png', id, png.length],
      ['Plan.pdf', older, plan.length],
    ]);
    expect([items[0]?.on, next]).toEqual(['2026-11-20', null]);
    await app.api.conversations.bin({ id });
    expect((await withAda()).items.map(({ conversationId }) => conversationId)).toEqual([older]);
  });

  test('come in pages, none twice and none left out, also where a page ends within a conversation', async () => {
    const added: Attachment[] = [];
    for (let index = 0; index < 40; index += 1) {
      added.push(await add(`Plan ${index}.pdf`, new TextEncoder().encode(`plan ${index}`)));
    }
    for (let index = 0; index < 3; index += 1) await save(added);
    const seen: string[] = [];
    for (let before: number | null = null, page = 0; page < 4; page += 1) {
      const { items, next } = await withAda(before);
      seen.push(...items.map(({ conversationId, hash }) => `${conversationId} ${hash}`));
      before = next;
      if (next === null) break;
      expect(items).toHaveLength(50);
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    const one = seen.filter((each) => each.startsWith(seen[0]?.slice(0, 36) ?? ''));
    expect(one.map((each) => each.slice(37))).toEqual(added.map(({ hash }) => hash));
  });
});
