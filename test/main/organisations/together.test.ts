import { afterEach, describe, expect, test } from 'vitest';
import type { OrganisationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
afterEach(() => app.dispose());

interface Start {
  readonly hafen: OrganisationId;
  readonly anna: PersonId;
  readonly ben: PersonId;
  readonly cem: PersonId;
}

/** Anna and Ben belong to Hafen, Cem to nobody. */
async function start(): Promise<Start> {
  app = createTestServer();
  const hafen = (await app.api.organisations.create({ name: 'Hafen', about: 'Ships' })).id;
  const make = async (name: string, organisationId: OrganisationId | null) =>
    (await app.api.people.create({ name, fields: { organisationId } })).id;
  return { hafen, anna: await make('Anna', hafen), ben: await make('Ben', hafen), cem: await make('Cem', null) };
}

const on = (day: string) => ({ on: day as CalendarDate });

describe('what goes on at an organisation', () => {
  test('is counted over its people', async () => {
    const { hafen, anna, ben, cem } = await start();
    await app.api.conversations.save({
      conversation: aConversation({ personIds: [anna, ben], ...on('2026-11-02') }),
      draftId: null,
    });
    await app.api.conversations.save({
      conversation: aConversation({ personIds: [ben], ...on('2026-11-09') }),
      draftId: null,
    });
    await app.api.conversations.save({
      conversation: aConversation({ personIds: [cem], ...on('2026-11-16') }),
      draftId: null,
    });
    const promise = { conversationId: null, givenBy: 'me', words: 'Send it', dueOn: null } as const;
    await app.api.promises.create({ personId: anna, ...promise });
    const kept = await app.api.promises.create({ personId: ben, ...promise });
    await app.api.promises.keep(kept);
    await app.api.organisations.create({ name: 'Kontor' });
    expect(await app.api.organisations.overview({})).toMatchObject([
      { id: hafen, name: 'Hafen', peopleCount: 2, lastSpokenOn: '2026-11-09', openPromises: 1 },
      { name: 'Kontor', peopleCount: 0, lastSpokenOn: null, openPromises: 0 },
    ]);
    await app.api.people.bin({ id: ben });
    expect((await app.api.organisations.overview({}))[0]).toMatchObject({ peopleCount: 1, lastSpokenOn: '2026-11-02' });
  });

  test('is one timeline, in pages, where a conversation with several of them stands once', async () => {
    const { hafen, anna, ben, cem } = await start();
    for (let index = 0; index < 60; index += 1) {
      const personIds = index % 3 === 0 ? [anna, ben] : index % 3 === 1 ? [anna, cem] : [cem];
      const day = String(1 + (index % 28)).padStart(2, '0');
      const month = index < 28 ? '08' : index < 56 ? '09' : '10';
      await app.api.conversations.save({
        conversation: aConversation({ personIds, ...on(`2026-${month}-${day}`), title: `T${index}` }),
        draftId: null,
      });
    }
    const first = await app.api.organisations.timeline({ id: hafen, before: null });
    expect([first.items.length, first.next]).toEqual([40, null]);
    const titles = first.items.map(({ title }) => title);
    expect(new Set(titles).size).toBe(40);
    expect(first.items.map(({ key }) => key)).toEqual(first.items.map(({ key }) => key).toSorted((a, b) => b - a));
    for (let index = 60; index < 90; index += 1)
      await app.api.conversations.save({
        conversation: aConversation({ personIds: [ben], ...on('2026-07-01'), title: `T${index}` }),
        draftId: null,
      });
    const page = await app.api.organisations.timeline({ id: hafen, before: null });
    expect(page.items).toHaveLength(50);
    const rest = await app.api.organisations.timeline({ id: hafen, before: page.next });
    expect([rest.items.length, rest.next]).toEqual([20, null]);
    expect(new Set([...page.items, ...rest.items].map(({ id }) => id)).size).toBe(70);
  });

  test('holds the promises and follow-ups of its people and of nobody else', async () => {
    const { hafen, anna, cem } = await start();
    const promise = { conversationId: null, givenBy: 'them', words: 'Call back', dueOn: null } as const;
    await app.api.promises.create({ personId: anna, ...promise });
    await app.api.promises.create({ personId: cem, ...promise });
    const followUp = { words: 'Ask', dueOn: '2026-12-01' as CalendarDate, dueTime: null };
    const { id } = await app.api.followUps.create({ personId: anna, ...followUp });
    await app.api.followUps.create({ personId: cem, ...followUp });
    const promises = await app.api.organisations.promises({ id: hafen, show: 'open', before: null });
    expect(promises.items.map(({ personName }) => personName)).toEqual(['Anna']);
    const open = await app.api.organisations.followUps({ id: hafen, show: 'open', before: null });
    expect(open.items.map(({ personName }) => personName)).toEqual(['Anna']);
    await app.api.followUps.done({ id });
    const done = await app.api.organisations.followUps({ id: hafen, show: 'done', before: null });
    expect(done.items.map((each) => each.id)).toEqual([id]);
  });
});

describe('merging two organisations', () => {
  test('takes the people and what is known over and leaves the other, empty, in the bin; undone, all is as before', async () => {
    const { hafen, anna } = await start();
    const other = (await app.api.organisations.create({ name: 'Hafen GmbH', about: 'Chandlers' })).id;
    const dora = (await app.api.people.create({ name: 'Dora', fields: { organisationId: other } })).id;
    await app.api.people.archive({ id: dora });
    await app.api.organisations.merge({ id: hafen, otherId: other });
    expect(await app.api.organisations.get({ id: hafen })).toMatchObject({
      name: 'Hafen',
      about: 'Ships\n\nChandlers',
      peopleCount: 3,
    });
    expect(await app.api.people.get({ id: dora })).toMatchObject({ organisationId: hafen });
    expect(await app.api.organisations.list({ shelf: 'bin' })).toMatchObject([{ id: other, peopleCount: 0 }]);
    await app.api.undo.undo({});
    expect(await app.api.organisations.get({ id: hafen })).toMatchObject({ about: 'Ships', peopleCount: 2 });
    expect(await app.api.people.get({ id: dora })).toMatchObject({ organisationId: other });
    expect(await app.api.people.get({ id: anna })).toMatchObject({ organisationId: hafen });
  });

  test('of one with itself is refused, and so is a text that one cannot hold', async () => {
    const { hafen } = await start();
    await expect(app.api.organisations.merge({ id: hafen, otherId: hafen })).rejects.toMatchObject({
      code: 'rule_violated',
    });
    const other = (await app.api.organisations.create({ name: 'Long', about: 'x'.repeat(20_000) })).id;
    await expect(app.api.organisations.merge({ id: hafen, otherId: other })).rejects.toMatchObject({
      code: 'rule_violated',
    });
    expect(await app.api.organisations.get({ id: hafen })).toMatchObject({ about: 'Ships' });
  });
});
