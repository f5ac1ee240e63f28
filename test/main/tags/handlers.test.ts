import { afterEach, expect, test } from 'vitest';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
afterEach(() => app.dispose());

async function start() {
  app = createTestServer();
  const { id: ana } = await app.api.people.create({ name: 'Ana', fields: { tags: ['renewal', 'boats'] } });
  const { id: bob } = await app.api.people.create({ name: 'Bob', fields: { tags: ['renewals'] } });
  const { id } = await app.api.conversations.save({
    conversation: aConversation({ personIds: [ana], tags: ['renewal', 'renewals'] }),
    draftId: null,
  });
  return { ana, bob, id };
}

const list = () => app.api.tags.list({});
const tagsOf = async (id: Awaited<ReturnType<typeof start>>['ana']) => (await app.api.people.get({ id })).tags;

test('tags are listed by name with what they are on; the bin does not count', async () => {
  const { bob } = await start();
  expect(await list()).toEqual([
    { name: 'boats', people: 1, conversations: 0 },
    { name: 'renewal', people: 1, conversations: 1 },
    { name: 'renewals', people: 1, conversations: 1 },
  ]);
  await app.api.people.bin({ id: bob });
  expect((await list()).at(-1)).toEqual({ name: 'renewals', people: 0, conversations: 1 });
});

test('a tag is renamed on everything that has it, and the way back restores all of it', async () => {
  const { ana, id } = await start();
  const before = await list();
  await app.api.tags.rename({ name: 'renewal', to: 'contract' });
  expect(await tagsOf(ana)).toEqual(['contract', 'boats']);
  expect((await app.api.conversations.get({ id })).tags).toEqual(['contract', 'renewals']);
  await app.api.undo.undo({});
  expect(await list()).toEqual(before);
  expect(await tagsOf(ana)).toEqual(['renewal', 'boats']);
});

test('the name of another tag makes the two one, each once, and the way back parts them', async () => {
  const { bob, id } = await start();
  const before = await list();
  await app.api.tags.rename({ name: 'renewals', to: 'Renewal' });
  expect(await list()).toEqual([
    { name: 'boats', people: 1, conversations: 0 },
    { name: 'renewal', people: 2, conversations: 1 },
  ]);
  expect(await tagsOf(bob)).toEqual(['renewal']);
  expect((await app.api.conversations.get({ id })).tags).toEqual(['renewal']);
  await app.api.undo.undo({});
  expect(await list()).toEqual(before);
});

test('a tag can be spelled anew, also where the table knows no case', async () => {
  const { ana } = await start();
  await app.api.tags.rename({ name: 'renewal', to: 'Renewal' });
  expect(await tagsOf(ana)).toEqual(['Renewal', 'boats']);
  await app.api.tags.rename({ name: 'boats', to: 'élan' });
  await app.api.tags.rename({ name: 'Élan', to: 'Élan' });
  expect(await tagsOf(ana)).toEqual(['Renewal', 'Élan']);
});

test('a tag is taken off everything, and the way back puts it where it was', async () => {
  const { ana } = await start();
  const before = await list();
  await app.api.tags.remove({ name: 'renewal' });
  expect((await list()).map(({ name }) => name)).toEqual(['boats', 'renewals']);
  await app.api.undo.undo({});
  expect(await list()).toEqual(before);
  expect(await tagsOf(ana)).toEqual(['renewal', 'boats']);
});

test('a tag that nothing has is not found', async () => {
  await start();
  await expect(app.api.tags.rename({ name: 'nothing', to: 'else' })).rejects.toMatchObject({ code: 'not_found' });
  await expect(app.api.tags.remove({ name: 'nothing' })).rejects.toMatchObject({ code: 'not_found' });
});
