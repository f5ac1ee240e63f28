import { afterEach, beforeEach, expect, it } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import type { Cadence } from '../../../shared/people/person.ts';
import type { CalendarDate, Instant } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
const TODAY = '2026-11-21' as CalendarDate;
const MONTHLY: Cadence = { count: 4, unit: 'week' };

beforeEach(() => {
  app = createTestServer({ now: '2026-06-01T09:30:00.000Z', zone: 'Europe/Berlin' });
});
afterEach(() => app.dispose());

async function person(name: string, cadence: Cadence | null = MONTHLY): Promise<PersonId> {
  return (await app.api.people.create({ name, fields: { cadence } })).id;
}

async function spoke(id: PersonId, on: string) {
  const conversation = aConversation({ personIds: [id], on: on as CalendarDate });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

async function overdue(limit = 5) {
  return (await app.api.cadence.overdue({ today: TODAY, limit })).map(({ personName }) => personName);
}

it('nobody without a cadence is ever past it', async () => {
  await person('Ana Ruiz', null);
  expect(await overdue()).toEqual([]);
});

it('counts from the last conversation, and from the day somebody was added when there was none', async () => {
  const ana = await person('Ana Ruiz');
  await spoke(ana, '2026-10-01');
  await spoke(ana, '2026-08-01');
  await person('Lee Park');
  expect(await app.api.cadence.overdue({ today: TODAY, limit: 5 })).toMatchObject([
    { personName: 'Lee Park', since: '2026-06-01', everSpoken: false, cadence: MONTHLY },
    { personName: 'Ana Ruiz', since: '2026-10-01', everSpoken: true },
  ]);
});

it('a conversation resets it, and one in the bin does not', async () => {
  const ana = await person('Ana Ruiz');
  const id = await spoke(ana, '2026-11-15');
  expect(await overdue()).toEqual([]);
  await app.api.conversations.bin({ id });
  expect(await overdue()).toEqual(['Ana Ruiz']);
  await app.api.conversations.restore({ id });
  expect(await overdue()).toEqual([]);
});

it('a touch does not reset it: a follow-up that was done, with a note or without, is no conversation', async () => {
  const ana = await person('Ana Ruiz');
  const due = { personId: ana, words: 'Call', dueOn: TODAY, dueTime: null, recurrence: null };
  const { id } = await app.api.followUps.create(due);
  await app.api.followUps.done({ id, note: 'Left a message.' });
  expect(await overdue()).toEqual(['Ana Ruiz']);
});

it('everybody is named when everybody is asked for, however many they are', async () => {
  for (let index = 0; index < 501; index += 1) await person(`Ana ${index}`);
  expect(await overdue(100_000)).toHaveLength(501);
});

it('leaves out who is archived or in the bin', async () => {
  const ana = await person('Ana Ruiz');
  const lee = await person('Lee Park');
  await app.api.people.archive({ id: ana });
  await app.api.people.bin({ id: lee });
  expect(await overdue()).toEqual([]);
});

it('a kind has a cadence for everybody of whom nothing else is said, and it can be taken back', async () => {
  const kind = 'client';
  await app.api.people.create({ name: 'Ana', fields: { kind } });
  await app.api.people.create({ name: 'Ben', fields: { kind, cadence: 'none' } });
  const cho = (await app.api.people.create({ name: 'Cho', fields: { kind, cadence: { count: 12, unit: 'month' } } }))
    .id;
  await app.api.people.create({ name: 'Dee' });
  expect(await overdue()).toEqual([]);
  await app.api.cadence.setForKind({ kind, cadence: { count: 1, unit: 'month' } });
  expect(await app.api.cadence.kinds({})).toEqual([{ kind, cadence: { count: 1, unit: 'month' } }]);
  expect(await overdue()).toEqual(['Ana']);
  expect(await app.api.people.get({ id: cho })).toMatchObject({ wantedCadence: { count: 12, unit: 'month' } });
  await app.api.people.edit({ id: cho, fields: { cadence: null } });
  expect(await overdue()).toEqual(['Ana', 'Cho']);
  await app.api.cadence.setForKind({ kind, cadence: { count: 1, unit: 'week' } });
  await app.api.undo.undo({});
  expect(await app.api.cadence.kinds({})).toEqual([{ kind, cadence: { count: 1, unit: 'month' } }]);
  await app.api.cadence.setForKind({ kind, cadence: null });
  expect(await overdue()).toEqual([]);
});

it('a pause leaves somebody alone until its day', async () => {
  const ana = await person('Ana Ruiz');
  await app.api.people.edit({ id: ana, fields: { cadencePausedUntil: '2026-11-22' as CalendarDate } });
  expect(await overdue()).toEqual([]);
  await app.api.people.edit({ id: ana, fields: { cadencePausedUntil: TODAY } });
  expect(await overdue()).toEqual(['Ana Ruiz']);
});

it('not now holds for two weeks, and undo takes it back', async () => {
  const ana = await person('Ana Ruiz');
  app.clock.set('2026-11-21T09:30:00.000Z' as Instant);
  expect(await app.api.cadence.notNow({ id: ana })).toEqual({ until: '2026-12-05' });
  expect(await overdue()).toEqual([]);
  expect(await app.api.cadence.overdue({ today: '2026-12-05' as CalendarDate, limit: 5 })).toHaveLength(1);
  await app.api.undo.undo({});
  expect(await overdue()).toEqual(['Ana Ruiz']);
});

it('a day asks for five people: who was spoken with or put off today makes no room for a sixth until tomorrow', async () => {
  const ids = new Map<string, PersonId>();
  for (const name of ['Ana', 'Ben', 'Cho', 'Dee', 'Eli', 'Fay', 'Gil']) ids.set(name, await person(name));
  const [ana, ben] = ['Ana', 'Ben'].map((name) => ids.get(name) as PersonId) as [PersonId, PersonId];
  app.clock.set('2026-11-21T09:30:00.000Z' as Instant);
  const names = async (today: string) => {
    const { people, due } = await app.api.cadence.today({ today: today as CalendarDate });
    return [due, ...people.map(({ personName }) => personName)];
  };
  expect(await names(TODAY)).toEqual([7, 'Ana', 'Ben', 'Cho', 'Dee', 'Eli']);
  await spoke(ana, TODAY);
  await app.api.cadence.notNow({ id: ben });
  expect(await names(TODAY)).toEqual([5, 'Cho', 'Dee', 'Eli']);
  expect(await names('2026-11-22')).toEqual([5, 'Cho', 'Dee', 'Eli', 'Fay', 'Gil']);
});

it('names at most as many as are asked for, and what the user still owes them', async () => {
  for (const name of ['Ana', 'Ben', 'Cho', 'Dee', 'Eli', 'Fay']) await person(name);
  expect(await overdue()).toEqual(['Ana', 'Ben', 'Cho', 'Dee', 'Eli']);
  const [first] = await app.api.cadence.overdue({ today: TODAY, limit: 1 });
  await app.api.promises.create({
    personId: first?.personId as PersonId,
    conversationId: null,
    givenBy: 'me',
    words: 'Send the draft',
    dueOn: null,
  });
  expect(await app.api.cadence.overdue({ today: TODAY, limit: 1 })).toMatchObject([
    { openPromisesByMe: 1, promised: 'Send the draft' },
  ]);
});
