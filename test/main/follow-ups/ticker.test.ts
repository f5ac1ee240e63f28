import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTicker, type Ticker } from '../../../main/follow-ups/ticker.ts';
import type { FollowUpId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ticker: Ticker;
let shown = 0;

function begin(now: string, zone = 'Europe/Berlin'): void {
  app?.dispose();
  app = createTestServer({ now, zone });
  shown = 0;
  ticker = createTicker(app.context, () => {
    shown += 1;
  });
  ticker.check();
}

beforeEach(() => begin('2026-11-21T09:30:00.000Z'));
afterEach(() => app.dispose());

/** A running app: a look every half minute until the given moment. */
function runUntil(moment: string): void {
  while (app.clock.now() < moment) {
    app.clock.advance(Math.min(30_000, Date.parse(moment) - Date.parse(app.clock.now())));
    ticker.check();
  }
}

/** A sleeping computer: nothing until the given moment, then a look. */
function sleepUntil(moment: string, zone?: string): void {
  app.clock.set(moment as Instant, zone as Zone | undefined);
  ticker.check();
}

async function followUp(dueOn: string, dueTime: string | null = null, personId: PersonId | null = null) {
  const { id } = await app.api.followUps.create({
    personId,
    words: 'Send the draft',
    dueOn: dueOn as CalendarDate,
    dueTime: dueTime as LocalTime | null,
  });
  return id;
}

const told = () => app.desk.notifications.map(({ body }) => body);
async function missed(): Promise<readonly FollowUpId[]> {
  return (await app.api.followUps.due({})).missed.map(({ id }) => id);
}

describe('a follow-up that comes due while the app runs', () => {
  it('is told once, at its time', async () => {
    await followUp('2026-11-21', '11:00');
    runUntil('2026-11-21T09:59:59.000Z');
    expect(told()).toEqual([]);
    runUntil('2026-11-21T10:00:30.000Z');
    expect(told()).toEqual(['A follow-up is due']);
    runUntil('2026-11-21T10:30:00.000Z');
    expect(told()).toHaveLength(1);
    expect(await missed()).toEqual([]);
  });

  it('is told at nine when it has no time, and stands on Today from midnight', async () => {
    const id = await followUp('2026-11-22');
    runUntil('2026-11-21T23:00:30.000Z');
    expect((await app.api.followUps.due({})).today.map((each) => each.id)).toEqual([id]);
    expect(told()).toEqual([]);
    sleepUntil('2026-11-22T07:59:00.000Z');
    runUntil('2026-11-22T08:00:00.000Z');
    expect(told()).toEqual(['A follow-up is due']);
  });

  it('is told in one message with the others of that moment, without names', async () => {
    const { id } = await app.api.people.create({ name: 'Ana Ruiz' });
    await followUp('2026-11-21', '11:00', id);
    await followUp('2026-11-21', '11:00');
    await followUp('2026-11-21', '11:00', id);
    runUntil('2026-11-21T10:01:00.000Z');
    expect(app.desk.notifications).toMatchObject([{ title: 'Rapport', body: '3 follow-ups are due' }]);
  });

  it('names the person only when names are wanted', async () => {
    await app.api.settings.change({ showNames: true });
    const { id } = await app.api.people.create({ name: 'Ana Ruiz' });
    await followUp('2026-11-21', '11:00', id);
    runUntil('2026-11-21T10:01:00.000Z');
    expect(told()).toEqual(['A follow-up is due: Ana Ruiz']);
  });

  it('is not told when notifications are off, and not later either', async () => {
    await app.api.settings.change({ notifications: false });
    await followUp('2026-11-21', '11:00');
    runUntil('2026-11-21T10:01:00.000Z');
    await app.api.settings.change({ notifications: true });
    runUntil('2026-11-21T10:05:00.000Z');
    expect(told()).toEqual([]);
  });

  it('is not told when it is done, in the bin, or about somebody in the bin', async () => {
    const { id: personId } = await app.api.people.create({ name: 'Ana Ruiz' });
    const done = await followUp('2026-11-21', '11:00');
    const binned = await followUp('2026-11-21', '11:00');
    await followUp('2026-11-21', '11:00', personId);
    await app.api.followUps.done({ id: done });
    await app.api.followUps.bin({ id: binned });
    await app.api.people.bin({ id: personId });
    runUntil('2026-11-21T10:01:00.000Z');
    expect(told()).toEqual([]);
    expect((await app.api.followUps.due({})).today).toEqual([]);
  });

  it('leads to Today when the message is clicked', async () => {
    await followUp('2026-11-21', '11:00');
    runUntil('2026-11-21T10:01:00.000Z');
    app.desk.notifications[0]?.onClick();
    expect(shown).toBe(1);
  });

  it('is announced to the page', async () => {
    await followUp('2026-11-21', '11:00');
    runUntil('2026-11-21T10:01:00.000Z');
    expect(app.topics).toContain('follow-ups');
  });
});

describe('what the user knows is not told', () => {
  it('when it is entered after its time', async () => {
    await followUp('2026-11-21', '10:00');
    await followUp('2026-11-20');
    runUntil('2026-11-21T09:35:00.000Z');
    expect(told()).toEqual([]);
    expect(await missed()).toEqual([]);
  });

  it('when taking an edit back leads to a moment that was told', async () => {
    const id = await followUp('2026-11-21', '11:00');
    const fields = { personId: null, dueOn: '2026-11-21' as CalendarDate, dueTime: '11:00' as LocalTime };
    await app.api.followUps.edit({ id, fields: { ...fields, words: 'Send the second draft' } });
    runUntil('2026-11-21T10:01:00.000Z');
    await app.api.undo.undo({});
    runUntil('2026-11-21T10:05:00.000Z');
    expect(told()).toHaveLength(1);
  });
});

describe('a snooze', () => {
  it('is told at its own time, and taking it back is not', async () => {
    const id = await followUp('2026-11-21', '11:00');
    runUntil('2026-11-21T10:01:00.000Z');
    await app.api.followUps.snooze({ id, until: '2026-11-22' as CalendarDate, time: null });
    sleepUntil('2026-11-22T09:59:30.000Z');
    runUntil('2026-11-22T10:01:00.000Z');
    expect(told()).toHaveLength(2);
    await app.api.undo.undo({});
    runUntil('2026-11-22T10:05:00.000Z');
    expect(told()).toHaveLength(2);
  });
});

describe('what comes due while the app is closed or the computer sleeps', () => {
  it('is told in one message and stands in one group until it is seen', async () => {
    const first = await followUp('2026-11-22', '08:00');
    const second = await followUp('2026-11-23');
    const later = await followUp('2026-11-24');
    sleepUntil('2026-11-23T09:00:00.000Z');
    expect(told()).toEqual(['2 follow-ups are due']);
    expect(await missed()).toEqual([first, second]);
    expect((await app.api.followUps.due({})).overdue).toEqual([]);
    runUntil('2026-11-23T09:05:00.000Z');
    expect(told()).toHaveLength(1);

    await app.api.followUps.acknowledgeMissed({});
    expect(await app.api.followUps.due({})).toMatchObject({
      missed: [],
      overdue: [{ id: first }],
      today: [{ id: second }],
    });
    sleepUntil('2026-11-24T12:00:00.000Z');
    expect(await missed()).toEqual([later]);
  });

  it('leaves the group when it is done or snoozed', async () => {
    const first = await followUp('2026-11-22');
    const second = await followUp('2026-11-22');
    sleepUntil('2026-11-23T09:00:00.000Z');
    await app.api.followUps.done({ id: first });
    await app.api.followUps.snooze({ id: second, until: '2026-11-25' as CalendarDate, time: null });
    expect(await missed()).toEqual([]);
  });

  it('is remembered by the journal, not by the process', async () => {
    const id = await followUp('2026-11-22');
    app.clock.set('2026-11-23T09:00:00.000Z' as Instant);
    createTicker(app.context, () => undefined).check();
    expect(await missed()).toEqual([id]);
    app.clock.advance(10_000);
    createTicker(app.context, () => undefined).check();
    expect(told()).toHaveLength(1);
  });

  it('does not include what is due today but not yet at nine', async () => {
    const id = await followUp('2026-11-23');
    sleepUntil('2026-11-23T07:00:00.000Z');
    expect(await app.api.followUps.due({})).toMatchObject({ missed: [], today: [{ id }] });
    runUntil('2026-11-23T08:00:00.000Z');
    expect(told()).toEqual(['A follow-up is due']);
  });
});

describe('a clock that is changed', () => {
  it('backwards does not tell anything again', async () => {
    await followUp('2026-11-21', '11:00');
    runUntil('2026-11-21T10:01:00.000Z');
    app.clock.set('2026-11-21T08:00:00.000Z' as Instant);
    ticker.check();
    runUntil('2026-11-21T10:05:00.000Z');
    expect(told()).toHaveLength(1);
    expect(await missed()).toEqual([]);
  });

  it('backwards still tells what is new in the hours that come twice', async () => {
    app.clock.set('2026-11-21T08:00:00.000Z' as Instant);
    ticker.check();
    await followUp('2026-11-21', '09:30');
    runUntil('2026-11-21T08:31:00.000Z');
    expect(told()).toHaveLength(1);
  });

  it('forwards tells what was skipped once', async () => {
    const id = await followUp('2026-11-21', '11:00');
    app.clock.advance(3 * 3_600_000);
    ticker.check();
    ticker.check();
    expect(told()).toEqual(['A follow-up is due']);
    expect(await missed()).toEqual([id]);
  });
});

describe('another zone', () => {
  it('makes a day due as soon as it is nine there', async () => {
    begin('2026-11-22T07:00:00.000Z');
    await followUp('2026-11-22');
    sleepUntil('2026-11-22T07:00:30.000Z', 'Asia/Tokyo');
    expect(told()).toEqual(['A follow-up is due']);
    sleepUntil('2026-11-22T08:00:30.000Z', 'Europe/Berlin');
    expect(told()).toHaveLength(1);
  });

  it('leaves a time where it was written down for', async () => {
    begin('2026-11-22T07:00:00.000Z');
    const id = await followUp('2026-11-22', '10:00');
    sleepUntil('2026-11-22T07:00:30.000Z', 'Asia/Tokyo');
    runUntil('2026-11-22T08:59:30.000Z');
    expect(told()).toEqual([]);
    runUntil('2026-11-22T09:00:00.000Z');
    expect(told()).toHaveLength(1);
    expect((await app.api.followUps.due({})).today).toMatchObject([{ id, zone: 'Europe/Berlin' }]);
  });

  it('announces that the day is another one', async () => {
    begin('2026-11-22T16:00:00.000Z');
    app.topics.length = 0;
    sleepUntil('2026-11-22T16:00:30.000Z', 'Asia/Tokyo');
    expect(app.topics).toEqual(['follow-ups', 'promises', 'people']);
  });

  it('announces it, too, when the journal was made since the last look', async () => {
    app.dispose();
    app = createTestServer({ now: '2026-11-22T16:00:00.000Z', zone: 'Europe/Berlin', journal: 'none' });
    ticker = createTicker(app.context, () => undefined);
    ticker.start();
    await app.api.journal.startEmpty({});
    app.topics.length = 0;
    sleepUntil('2026-11-22T16:00:10.000Z', 'Asia/Tokyo');
    ticker.stop();
    expect(app.topics).toEqual(['follow-ups', 'promises', 'people']);
  });
});

describe.each([
  ['Pacific/Pago_Pago', '2026-11-22', '2026-11-22T20:00:00.000Z'],
  ['Pacific/Kiritimati', '2026-11-22', '2026-11-21T19:00:00.000Z'],
  // The mornings after both nights when the clocks change.
  ['Europe/Berlin', '2026-10-25', '2026-10-25T08:00:00.000Z'],
  ['Europe/Berlin', '2027-03-28', '2027-03-28T07:00:00.000Z'],
  ['America/New_York', '2026-11-01', '2026-11-01T14:00:00.000Z'],
  ['Europe/Berlin', '2028-02-29', '2028-02-29T08:00:00.000Z'],
])('in %s on %s', (zone, day, nine) => {
  it('a day is told at nine, once, whether the app ran through the night or not', async () => {
    const evening = new Date(Date.parse(nine) - 12 * 3_600_000).toISOString();
    begin(evening, zone);
    await followUp(day);
    runUntil(new Date(Date.parse(nine) - 1).toISOString());
    expect(told()).toEqual([]);
    runUntil(new Date(Date.parse(nine) + 60_000).toISOString());
    expect(told()).toEqual(['A follow-up is due']);

    begin(evening, zone);
    const id = await followUp(day);
    sleepUntil(new Date(Date.parse(nine) + 3_600_000).toISOString());
    expect(told()).toEqual(['A follow-up is due']);
    expect(await missed()).toEqual([id]);
  });
});

it('a time in the hour that summer time skips, or that comes twice, is told once', async () => {
  begin('2027-03-27T23:00:00.000Z');
  await followUp('2027-03-28', '02:30');
  runUntil('2027-03-28T03:00:00.000Z');
  expect(told()).toHaveLength(1);

  begin('2026-10-24T22:00:00.000Z');
  await followUp('2026-10-25', '02:30');
  runUntil('2026-10-25T03:00:00.000Z');
  expect(told()).toHaveLength(1);
});

it('without a journal, and when the journal fails, a look does no harm', async () => {
  const empty = createTestServer({ journal: 'none' });
  createTicker(empty.context, () => undefined).check();
  expect(empty.desk.notifications).toEqual([]);
  empty.dispose();

  await followUp('2026-11-21', '11:00');
  app.context.database.exec('DROP TABLE follow_up_notice');
  runUntil('2026-11-21T10:01:00.000Z');
  expect(app.log.lines.at(-1)).toMatchObject({ level: 'error', event: 'follow-ups not checked' });
  expect(told()).toEqual([]);
});
