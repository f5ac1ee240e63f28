import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

const MINUTE = 60_000;
let app: TestServer;
let ana: PersonId;
let id: ConversationId;

beforeEach(async () => {
  app = createTestServer();
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  id = (await save('first', null)).id;
});
afterEach(() => app.dispose());

const save = (notes: string, of: ConversationId | null = id, on = '2026-11-20') =>
  app.api.conversations.save({
    conversation: aConversation({ id: of, personIds: [ana], notes, on: on as CalendarDate }),
    draftId: null,
  });

async function texts(): Promise<readonly string[]> {
  const versions = await app.api.conversations.versions({ id });
  const read = versions.map(({ position }) => app.api.conversations.version({ id, position }));
  return (await Promise.all(read)).map(({ notes }) => notes);
}

it('what notes said before they were changed is kept, once in ten minutes of editing', async () => {
  expect(await texts()).toEqual([]);
  app.clock.advance(MINUTE);
  await save('second');
  app.clock.advance(5 * MINUTE);
  await save('third');
  expect(await texts()).toEqual(['first']);
  app.clock.advance(5 * MINUTE);
  await save('fourth');
  expect(await texts()).toEqual(['third', 'first']);
  const [newest] = await app.api.conversations.versions({ id });
  expect(newest).toMatchObject({ writtenAt: '2026-11-21T09:36:00.000Z', keptAt: '2026-11-21T09:41:00.000Z' });
});

it('saving without a change of the notes keeps nothing', async () => {
  app.clock.advance(60 * MINUTE);
  await save('first');
  expect(await texts()).toEqual([]);
});

it('an hour of editing keeps at most seven', async () => {
  for (let minute = 0; minute < 60; minute += 1) {
    app.clock.advance(MINUTE);
    await save(`text ${minute}`);
  }
  expect(await texts()).toHaveLength(6);
});

it('versions follow a conversation whose day is changed, and are thinned as they age', async () => {
  for (let index = 0; index < 5; index += 1) {
    app.clock.advance(60 * MINUTE);
    await save(`text ${index}`, id, `2026-11-1${index}`);
  }
  expect(await texts()).toEqual(['text 3', 'text 2', 'text 1', 'text 0', 'first']);
  app.clock.advanceDays(20);
  await save('much later');
  expect(await texts()).toEqual(['text 4', 'text 3']);
});

it('a version that is put back is undone like anything else, and the text it replaced is kept', async () => {
  app.clock.advance(20 * MINUTE);
  await save('second');
  const [version] = await app.api.conversations.versions({ id });
  if (version === undefined) throw new Error('There is no version.');
  app.clock.advance(MINUTE);
  await app.api.conversations.restoreVersion({ id, position: version.position });
  expect((await app.api.conversations.get({ id })).notes).toBe('first');
  expect(await texts()).toEqual(['second', 'first']);
  await app.api.undo.undo({});
  expect((await app.api.conversations.get({ id })).notes).toBe('second');
  expect(await texts()).toEqual(['first']);
  await app.api.undo.redo({});
  expect((await app.api.conversations.get({ id })).notes).toBe('first');
  await expect(app.api.conversations.restoreVersion({ id, position: 99 })).rejects.toMatchObject({ code: 'not_found' });
});

it('versions go with their conversation', async () => {
  app.clock.advance(20 * MINUTE);
  await save('second');
  await app.api.personalData.erase({ id: ana, backUpFirst: false });
  expect(app.context.database.all('SELECT * FROM version')).toEqual([]);
});
