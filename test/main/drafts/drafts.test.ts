import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ConversationId, DraftId, PersonId } from '../../../shared/id.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ada: PersonId;

beforeEach(async () => {
  app = createTestServer();
  ada = (await app.api.people.create({ name: 'Ada Byron' })).id;
});
afterEach(() => app.dispose());

function keep(body: string, parts: { id?: DraftId; conversationId?: ConversationId; personId?: PersonId } = {}) {
  return app.api.drafts.keep({
    id: parts.id ?? null,
    conversationId: parts.conversationId ?? null,
    personId: parts.personId ?? null,
    beginning: body.slice(0, 140),
    body,
  });
}

async function saved(): Promise<ConversationId> {
  return (await app.api.conversations.save({ conversation: aConversation({ personIds: [ada] }), draftId: null })).id;
}

describe('keeping a draft', () => {
  it('makes one and keeps the newest text under the same id', async () => {
    const { id } = await keep('a', { personId: ada });
    app.clock.advance(60_000);
    expect(await keep('ab', { id, personId: ada })).toEqual({ id });
    expect(await app.api.drafts.list({})).toEqual([
      { id, conversationId: null, personId: ada, personName: 'Ada Byron', beginning: 'ab', updatedAt: app.clock.now() },
    ]);
    expect(await app.api.drafts.get({ id })).toMatchObject({ body: 'ab', updatedAt: app.clock.now() });
  });

  it('continues the unfinished changes of a conversation instead of beginning others', async () => {
    const conversationId = await saved();
    const { id } = await keep('a', { conversationId });
    expect(await keep('b', { conversationId })).toEqual({ id });
    expect(await app.api.drafts.findFor({ conversationId })).toMatchObject({ id, body: 'b' });
  });

  it('begins a new draft when the one it was is saved or discarded, so that no text is without a place', async () => {
    const { id } = await keep('a');
    await app.api.drafts.discard({ id });
    const next = await keep('ab', { id });
    expect(next.id).not.toBe(id);
    await app.api.conversations.save({ conversation: aConversation({ personIds: [ada] }), draftId: next.id });
    const last = await keep('abc', { id: next.id });
    expect((await app.api.drafts.list({})).map(({ id: each, beginning }) => [each, beginning])).toEqual([
      [last.id, 'abc'],
    ]);
  });

  it('keeps the text of people and conversations that do not exist any more', async () => {
    const nobody = '01900000-0000-7000-8000-999999999999';
    const { id } = await keep('text', { conversationId: nobody as ConversationId, personId: nobody as PersonId });
    expect(await app.api.drafts.get({ id })).toMatchObject({ body: 'text', conversationId: null, personId: null });
  });

  it('is not a step of undo', async () => {
    const { id } = await keep('a');
    await keep('ab', { id });
    expect((await app.api.undo.state({})).undo).not.toMatch(/draft/);
  });
});

describe('the end of a draft', () => {
  it('is the saving of its conversation, and undo brings it back', async () => {
    const { id } = await keep('a');
    await app.api.conversations.save({ conversation: aConversation({ personIds: [ada] }), draftId: id });
    expect(await app.api.drafts.list({})).toEqual([]);
    await expect(app.api.drafts.get({ id })).rejects.toMatchObject({ code: 'not_found' });
    await app.api.undo.undo({});
    expect(await app.api.drafts.get({ id })).toMatchObject({ body: 'a' });
  });

  it('is the bin when it is discarded, from where it is restored or brought back by undo', async () => {
    const { id } = await keep('a');
    await app.api.drafts.discard({ id });
    expect(await app.api.drafts.list({})).toEqual([]);
    await app.api.drafts.restore({ id });
    expect(await app.api.drafts.list({})).toHaveLength(1);
    await app.api.drafts.discard({ id });
    await app.api.undo.undo({});
    expect(await app.api.drafts.get({ id })).toMatchObject({ body: 'a' });
  });

  it('can be undone although other changes of the conversation were begun since', async () => {
    const conversationId = await saved();
    const first = await keep('first', { conversationId });
    await app.api.drafts.discard({ id: first.id });
    app.clock.advance(1000);
    await keep('second', { conversationId });
    await app.api.undo.undo({});
    expect((await app.api.drafts.list({})).map(({ beginning }) => beginning)).toEqual(['second', 'first']);
    expect(await app.api.drafts.findFor({ conversationId })).toMatchObject({ body: 'second' });
  });
});

it('lists the draft touched last first', async () => {
  const first = await keep('first');
  app.clock.advance(1000);
  await keep('second');
  app.clock.advance(1000);
  await keep('first again', { id: first.id });
  expect((await app.api.drafts.list({})).map(({ beginning }) => beginning)).toEqual(['first again', 'second']);
});
