import { afterEach, beforeEach, expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { aConversation } from '../../support/conversations.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let anna: PersonId;
const start = '2026-01-05' as CalendarDate;

beforeEach(async () => {
  app = createTestServer({ now: '2026-11-21T09:30:00.000Z' });
  anna = (await app.api.people.create({ name: 'Anna Lindqvist' })).id;
});
afterEach(() => app.dispose());

async function talk(given: Partial<ConversationInput> = {}): Promise<ConversationId> {
  const { id } = await app.api.conversations.save({
    conversation: aConversation({ personIds: [anna], ...given }),
    draftId: null,
  });
  return id;
}

test('holds the last six conversations whole, newest first, without those in the bin', async () => {
  const ids: ConversationId[] = [];
  for (let day = 0; day < 8; day += 1) ids.unshift(await talk({ on: addDays(start, day), notes: `note ${day}` }));
  await app.api.conversations.bin({ id: ids[0] as ConversationId });
  const { conversations } = await app.api.brief.get({ personId: anna });
  expect(conversations.map(({ notes }) => notes)).toEqual(['note 6', 'note 5', 'note 4', 'note 3', 'note 2', 'note 1']);
});

test('holds open promises both ways and open follow-ups, by due date', async () => {
  const promise = (givenBy: 'me' | 'them', words: string, dueOn: string | null) =>
    app.api.promises.create({
      personId: anna,
      conversationId: null,
      givenBy,
      words,
      dueOn: dueOn as CalendarDate | null,
    });
  await promise('me', 'Send the offer', null);
  await promise('them', 'Ask the board', '2026-12-01');
  const { id: kept } = await promise('me', 'Call back', '2026-11-01');
  await app.api.promises.keep({ id: kept });
  await app.api.followUps.create({
    personId: anna,
    words: 'Coffee',
    dueOn: '2026-12-03' as CalendarDate,
    dueTime: null,
  });
  const brief = await app.api.brief.get({ personId: anna });
  expect(brief.promises.map(({ words }) => words)).toEqual(['Ask the board', 'Send the offer']);
  expect(brief.followUps.map(({ words }) => words)).toEqual(['Coffee']);
});

test('holds important dates of the next sixty days, soonest first, over the turn of the year', async () => {
  const date = (label: string, month: number, day: number) => ({ label, month, day, year: null });
  await app.api.people.edit({
    id: anna,
    fields: { dates: [date('too far', 1, 21), date('last', 1, 20), date('today', 11, 21), date('gone', 11, 20)] },
  });
  const { dates, madeOn } = await app.api.brief.get({ personId: anna });
  expect(madeOn).toBe('2026-11-21');
  expect(dates.map(({ date: { label }, on }) => [label, on])).toEqual([
    ['today', '2026-11-21'],
    ['last', '2027-01-20'],
  ]);
});

test('holds how they stand to others, introductions too', async () => {
  const { id: ben } = await app.api.people.create({ name: 'Ben', fields: { introducedById: anna } });
  await app.api.relations.create({ personId: ben, otherId: anna, role: 'reports_to', words: '', note: '' });
  const { relations } = await app.api.brief.get({ personId: anna });
  expect(relations.map(({ role, otherName }) => [role, otherName]).toSorted()).toEqual([
    ['introduced', 'Ben'],
    ['manages', 'Ben'],
  ]);
});

test('counts how cues differed in conversations, by channels that may be compared', async () => {
  const ben = (await app.api.people.create({ name: 'Ben' })).id;
  const moment = (about: string, personId: PersonId, cue: string, mark: number) => ({
    id: null,
    about,
    seenOrHeard: '',
    mayMean: '',
    observations: [{ personId, cue, mark }],
  });
  // Twice slower in one conversation counts once.
  await talk({ channel: 'phone', moments: [moment('a', anna, 'pace', -1), moment('b', anna, 'pace', -2)] });
  await talk({ channel: 'phone', moments: [moment('a', anna, 'pace', 1), moment('b', anna, 'energy', 0)] });
  await talk({ channel: 'phone' });
  await talk({ channel: 'email', moments: [moment('a', anna, 'warmth', 1)] });
  await talk({ channel: 'message', moments: [moment('a', anna, 'warmth', 2)] });
  await talk({ channel: 'video', personIds: [anna, ben], moments: [moment('a', ben, 'pace', 2)] });
  const binned = await talk({ channel: 'phone', moments: [moment('a', anna, 'pace', 2)] });
  await app.api.conversations.bin({ id: binned });
  expect((await app.api.brief.get({ personId: anna })).usual).toEqual([
    { channels: 'phone', marked: 2, cues: [{ cue: 'pace', lower: 1, higher: 1 }] },
    { channels: 'written', marked: 2, cues: [{ cue: 'warmth', lower: 0, higher: 2 }] },
  ]);
});

test('of somebody who is not there is not found', async () => {
  const personId = '01900000-0000-7000-8000-000000009999' as PersonId;
  await expect(app.api.brief.get({ personId })).rejects.toMatchObject({ code: 'not_found' });
  await expect(app.api.brief.savePdf({ personId })).rejects.toMatchObject({ code: 'not_found' });
  expect(app.desk.asked).toEqual([]);
});

test('is printed by the system', async () => {
  await app.api.brief.print({});
  expect(app.desk.asked).toEqual([{ what: 'print', about: null }]);
});

test('is written where the user says, under a name that every file system takes', async () => {
  await app.api.people.edit({ id: anna, fields: { name: 'Dr. Anna / "Annie" Lindqvist: CEO' } });
  app.desk.savePath = '/somewhere/brief.pdf';
  expect(await app.api.brief.savePdf({ personId: anna })).toEqual({ path: '/somewhere/brief.pdf' });
  expect(app.desk.asked).toEqual([
    { what: 'chooseSavePath', about: 'Brief Dr. Anna Annie Lindqvist CEO 2026-11-21.pdf' },
    { what: 'printToPdf', about: null },
    { what: 'writeFile', about: { path: '/somewhere/brief.pdf', size: 8 } },
  ]);
});

test('is not written when the user changed their mind', async () => {
  app.desk.savePath = null;
  expect(await app.api.brief.savePdf({ personId: anna })).toBe(null);
  expect(app.desk.asked.map(({ what }) => what)).toEqual(['chooseSavePath']);
});
