import { afterEach, expect, test } from 'vitest';
import { createJournal } from '../../../main/database/open.ts';
import { writeSample } from '../../../main/sample/sample.ts';
import { readDraft } from '../../../shared/drafts/draft-content.ts';
import { findCue } from '../../../shared/observations/vocabulary.ts';
import { type CalendarDate, daysBetween, todayOf, weekdayOf } from '../../../shared/time.ts';
import { FixedClock } from '../../support/context.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

const ZERO = '00000000-0000-7000-8000-000000000000';
let server: TestServer | undefined;

afterEach(() => {
  server?.dispose();
  server = undefined;
});

function sampleAt(now: string, zone = 'Europe/London'): TestServer {
  server?.dispose();
  server = createTestServer({ now, zone });
  writeSample(server.context.database, server.clock);
  return server;
}

async function everyConversation({ api }: TestServer) {
  const summaries = [];
  for (let before: number | null = null; ; ) {
    const page = await api.conversations.page({ personId: null, shelf: 'current', before });
    summaries.push(...page.items);
    if (page.next === null) break;
    before = page.next;
  }
  return await Promise.all(summaries.map(({ id }) => api.conversations.get({ id })));
}

test('the sample is as large as it is said to be', async () => {
  const counts = await sampleAt('2026-11-21T09:30:00.000Z').api.journal.counts({});
  expect(counts).toMatchObject({ people: 12, organisations: 6, conversations: 60, drafts: 2 });
});

// Every answer of the server is checked against the contract, so reading is the proof.
test.each([
  '2026-11-21T09:30:00.000Z',
  '2028-02-29T23:59:00.000Z',
  '2027-01-01T00:00:00.000Z',
  '2026-03-29T01:30:00.000Z',
])('everything in the sample of %s can be read through the contract', async (now) => {
  const current = sampleAt(now);
  const { api, clock } = current;
  const today = todayOf(clock);
  const conversations = await everyConversation(current);
  expect(conversations).toHaveLength(60);
  for (const { id } of conversations) {
    await api.promises.ofConversation({ conversationId: id });
    await api.followUps.ofConversation({ conversationId: id });
  }
  const people = [...(await api.people.list({ shelf: 'current' })), ...(await api.people.list({ shelf: 'archived' }))];
  expect(people).toHaveLength(12);
  for (const { id } of people) {
    await api.people.get({ id });
    await api.brief.get({ personId: id });
  }
  expect(await api.organisations.list({ shelf: 'current' })).toHaveLength(6);
  expect((await api.people.datesNear({ from: today, days: 30 })).length).toBeGreaterThanOrEqual(2);
  expect((await api.promises.list({ personId: null, givenBy: null, show: 'closed', before: null })).items).toHaveLength(
    50,
  );
  for (const { id } of await api.drafts.list({})) {
    const draft = await api.drafts.get({ id });
    const start = { personIds: [], on: today, at: null, zone: clock.zone(), channel: 'video' as const };
    expect(readDraft(draft.body, start).notes).not.toBe(draft.body);
  }
});

test('today has something of everything', async () => {
  const { api, clock } = sampleAt('2026-11-21T09:30:00.000Z');
  const today = todayOf(clock);
  const due = await api.followUps.due({});
  expect(due.missed).toEqual([]);
  expect(due.overdue.length).toBeGreaterThanOrEqual(2);
  expect(due.overdue.some(({ snoozedFrom }) => snoozedFrom !== null)).toBe(true);
  expect(due.today.map(({ dueTime }) => dueTime)).toEqual(['16:00']);
  const promises = await api.promises.due({ by: today });
  expect(new Set(promises.map(({ dueOn }) => (dueOn === today ? 'today' : 'overdue')))).toEqual(
    new Set(['today', 'overdue']),
  );
  const overdue = await api.cadence.overdue({ today, limit: 5 });
  expect(overdue.map(({ personName }) => personName)).toEqual(
    expect.arrayContaining(['Åsa Lindqvist', 'Ruth Adler', 'Hélène Moreau']),
  );
  const closed = await api.promises.list({ personId: null, givenBy: null, show: 'closed', before: null });
  expect(new Set(closed.items.map(({ state }) => state))).toEqual(new Set(['kept', 'kept_late', 'let_go']));
});

test('marks are of cues that the channel lets anybody notice, and of people who were there', async () => {
  for (const { channel, people, moments } of await everyConversation(sampleAt('2026-11-21T09:30:00.000Z'))) {
    for (const { cue, personId } of moments.flatMap(({ observations }) => observations)) {
      expect(findCue(cue)?.channels, `${cue} on ${channel}`).toContain(channel);
      expect(people.map(({ id }) => id)).toContain(personId);
    }
  }
});

test('every guess says how sure it is, and other explanations stand apart from it', async () => {
  const moments = (await everyConversation(sampleAt('2026-11-21T09:30:00.000Z'))).flatMap((each) => each.moments);
  const guesses = moments.filter(({ mayMean }) => mayMean !== '');
  expect(guesses.length).toBeGreaterThan(5);
  expect(guesses.filter(({ confidence }) => confidence === null)).toEqual([]);
  expect(new Set(guesses.map(({ confidence }) => confidence)).size).toBeGreaterThan(1);
  expect(guesses.filter(({ mayMean }) => /[()]/.test(mayMean))).toEqual([]);
  expect(guesses.filter(({ otherExplanations }) => otherExplanations !== '').length).toBeGreaterThan(3);
});

test('nothing lies in the future, and nobody works at the weekend', async () => {
  const current = sampleAt('2026-11-21T09:30:00.000Z');
  const today = todayOf(current.clock);
  const conversations = await everyConversation(current);
  for (const { on, createdAt } of conversations) {
    expect(weekdayOf(on)).toBeLessThanOrEqual(5);
    expect(on <= today && createdAt <= current.clock.now()).toBe(true);
  }
  const first = conversations.map(({ on }) => on).toSorted()[0] ?? today;
  expect(daysBetween(first, today)).toBeGreaterThan(530);
  const rows = current.context.database.all<{ day: CalendarDate }>(
    `SELECT coalesce(kept_on, let_go_on) AS day FROM promise WHERE kept_on IS NOT NULL OR let_go_on IS NOT NULL
     UNION ALL SELECT substr(done_at, 1, 10) FROM follow_up WHERE done_at IS NOT NULL`,
  );
  expect(rows.filter(({ day }) => day > today)).toEqual([]);
});

test('no text shows a day that was not filled in', async () => {
  const conversations = await everyConversation(sampleAt('2026-11-21T09:30:00.000Z'));
  expect(conversations.filter(({ notes, wouldHelp, title }) => /[{}]/.test(`${notes}${wouldHelp}${title}`))).toEqual(
    [],
  );
});

test('the same clock gives the same rows, and another day other ones', () => {
  const dump = (now: string): string => {
    const clock = new FixedClock(now as never, 'Europe/London' as never);
    const database = createJournal(':memory:', { id: ZERO, kind: 'sample', at: clock.now() });
    writeSample(database, clock);
    const tables = ['organisation', 'person', 'conversation', 'moment', 'observation', 'promise', 'follow_up', 'draft'];
    const text = tables.map((table) => JSON.stringify(database.all(`SELECT * FROM ${table}`))).join('\n');
    database.close();
    return text;
  };
  expect(dump('2026-11-21T09:30:00.000Z')).toBe(dump('2026-11-21T09:30:00.000Z'));
  expect(dump('2026-11-21T09:30:00.000Z')).not.toBe(dump('2026-11-24T09:30:00.000Z'));
});

test('the notes of the sample are found by search', async () => {
  const { api } = sampleAt('2026-11-21T09:30:00.000Z');
  const { results } = await api.search.find({ text: 'biscuit tin', ranked: false, before: null });
  expect(results.filter(({ kind }) => kind === 'conversation')).toHaveLength(1);
});

test('somebody of the sample has something that changed several things more than once', async () => {
  const { api } = sampleAt('2026-11-21T09:30:00.000Z');
  const people = await api.people.list({ shelf: 'current' });
  const asa = people.find(({ name }) => name === 'Åsa Lindqvist');
  const { topics } = await api.observations.history({ personId: asa?.id ?? ('' as never) });
  expect(topics.map(({ about, several, times }) => [about, several, times])).toEqual([
    ['her sister', 2, 2],
    ['her father', 2, 2],
  ]);
});
