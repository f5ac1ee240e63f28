import { afterEach, beforeEach, expect, it } from 'vitest';
import { createTicker, type Ticker } from '../../../main/follow-ups/ticker.ts';
import type { CalendarDate, Instant, LocalTime } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ticker: Ticker;
let shown = 0;

beforeEach(() => {
  app = createTestServer({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
  shown = 0;
  ticker = createTicker(
    app.context,
    () => {
      shown += 1;
    },
    (method, input) => app.server.call(method, input),
  );
  ticker.check();
});
afterEach(() => {
  ticker.stop();
  app.dispose();
});

/** A running app: a look every half minute until the given moment. */
function runUntil(moment: string): void {
  while (app.clock.now() < moment) {
    app.clock.advance(Math.min(30_000, Date.parse(moment) - Date.parse(app.clock.now())));
    ticker.check();
  }
}

async function followUp(dueOn: string, dueTime: string | null = null) {
  const fields = { personId: null, words: 'Send the draft', recurrence: null };
  const { id } = await app.api.followUps.create({
    ...fields,
    dueOn: dueOn as CalendarDate,
    dueTime: dueTime as LocalTime | null,
  });
  return id;
}

const told = () => app.desk.notifications.map(({ body }) => body);
const time = (text: string) => text as LocalTime;
const open = async () => (await app.api.followUps.list({ personId: null, show: 'open', before: null })).items;

function withActions(): void {
  app.desk.able = { notifications: true, notificationActions: true, startAtLogin: false };
}

it('up to three are told each by itself where they can be acted on, more are one', async () => {
  withActions();
  for (let index = 0; index < 3; index += 1) await followUp('2026-11-21', '11:00');
  for (let index = 0; index < 4; index += 1) await followUp('2026-11-21', '11:10');
  runUntil('2026-11-21T10:05:00.000Z');
  expect(told()).toEqual(['A follow-up is due', 'A follow-up is due', 'A follow-up is due']);
  runUntil('2026-11-21T10:15:00.000Z');
  expect(told().slice(3)).toEqual(['4 follow-ups are due']);
  expect(app.desk.notifications[3]?.actions).toBeUndefined();
});

it('done and snooze work from the notification as they do on the page', async () => {
  withActions();
  await followUp('2026-11-21', '11:00');
  const later = await followUp('2026-11-21', '11:00');
  runUntil('2026-11-21T10:01:00.000Z');
  const [first, second] = app.desk.notifications;
  expect(first?.actions?.map(({ label }) => label)).toEqual(['Open', 'Done', 'Snooze for an hour']);
  first?.actions?.[1]?.act();
  second?.actions?.[2]?.act();
  await expect.poll(open).toMatchObject([{ id: later, dueOn: '2026-11-21', dueTime: '12:01' }]);
  runUntil('2026-11-21T11:02:00.000Z');
  expect(told()).toHaveLength(3);
  await app.api.undo.undo({});
  second?.actions?.[0]?.act();
  expect(shown).toBe(1);
});

it('an action that can no longer be done shows the list instead', async () => {
  withActions();
  const id = await followUp('2026-11-21', '11:00');
  runUntil('2026-11-21T10:01:00.000Z');
  await app.api.followUps.done({ id });
  app.desk.notifications[0]?.actions?.[1]?.act();
  await expect.poll(() => shown).toBe(1);
});

it('what was missed is one message, also where each could be acted on', async () => {
  withActions();
  await followUp('2026-11-21', '11:00');
  await followUp('2026-11-21', '11:05');
  app.clock.set('2026-11-21T15:00:00.000Z' as Instant);
  ticker.check();
  expect(told()).toEqual(['2 follow-ups are due']);
});

it('in quiet hours nothing is told, and when they end what is still due is told once', async () => {
  await app.api.settings.change({ quietHours: { from: time('19:00'), until: time('08:00') } });
  await followUp('2026-11-21', '20:00');
  const done = await followUp('2026-11-21', '20:30');
  const put = await followUp('2026-11-21', '21:00');
  runUntil('2026-11-21T20:30:00.000Z');
  expect(told()).toEqual([]);
  await app.api.followUps.done({ id: done });
  await app.api.followUps.snooze({ id: put, until: '2026-11-24' as CalendarDate, time: null });
  runUntil('2026-11-22T06:59:30.000Z');
  expect(told()).toEqual([]);
  runUntil('2026-11-22T07:30:00.000Z');
  expect(told()).toEqual(['A follow-up is due']);
});

it('the digest names the day once and takes the place of what has no time', async () => {
  await app.api.settings.change({ digestAt: time('08:00') });
  const { id: personId } = await app.api.people.create({ name: 'Ana' });
  await followUp('2026-11-22');
  await followUp('2026-11-22', '16:00');
  await app.api.promises.create({
    personId,
    conversationId: null,
    givenBy: 'me',
    words: 'the draft',
    dueOn: '2026-11-22' as CalendarDate,
  });
  runUntil('2026-11-22T08:30:00.000Z');
  expect(told()).toEqual(['Due today: 2 follow-ups and 1 promise']);
  runUntil('2026-11-22T15:00:30.000Z');
  expect(told().slice(1)).toEqual(['A follow-up is due']);
});

it('a digest does not come in the afternoon, and an empty day has none', async () => {
  await app.api.settings.change({ digestAt: time('07:00') });
  await followUp('2026-11-21');
  ticker.check();
  expect(told()).toEqual(['Due today: 1 follow-up']);
  app.desk.notifications.length = 0;
  app.clock.set('2026-11-22T13:00:00.000Z' as Instant);
  ticker.check();
  expect(told()).toEqual([]);
  await app.api.followUps.done({ id: (await open())[0]?.id as never });
  runUntil('2026-11-23T07:00:00.000Z');
  expect(told()).toEqual([]);
});

it('a digest that was shown is not shown again after a restart', async () => {
  await app.api.settings.change({ digestAt: time('08:00') });
  await followUp('2026-11-21');
  ticker.check();
  createTicker(app.context, () => undefined).check();
  expect(told()).toEqual(['Due today: 1 follow-up']);
});

it('the number on the icon follows what is due, and is none without notifications', async () => {
  ticker.start();
  app.onAnnounce = (topics) => ticker.changed(topics);
  const id = await followUp('2026-11-20');
  await followUp('2026-11-21', '23:00');
  await followUp('2026-11-22');
  ticker.changed(['follow-ups']);
  expect(app.desk.count).toBe(2);
  await app.api.followUps.done({ id });
  ticker.changed(['follow-ups']);
  expect(app.desk.count).toBe(1);
  await app.api.settings.change({ notifications: false });
  ticker.changed(['settings']);
  expect(app.desk.count).toBe(0);
});
