import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FollowUp } from '../../../shared/follow-ups/follow-up.ts';
import type { CalendarPattern, Recurrence } from '../../../shared/follow-ups/recurrence-rule.ts';
import type { FollowUpId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../../shared/time.ts';
import { createTestServer, type TestServer } from '../../support/server.ts';

let app: TestServer;
let ana: PersonId;

beforeEach(async () => {
  // A Saturday, half past ten in Berlin.
  app = createTestServer({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
});
afterEach(() => app.dispose());

const day = (text: string): CalendarDate => text as CalendarDate;
const time = (text: string): LocalTime => text as LocalTime;

function byCalendar(pattern: CalendarPattern, ends: Partial<Pick<Recurrence, 'until' | 'times'>> = {}): Recurrence {
  return { after: 'calendar', pattern, until: null, times: null, ...ends };
}
const TUESDAYS = byCalendar({ unit: 'week', every: 2, weekdays: [2] });
const MONTHLY = byCalendar({ unit: 'month', every: 1, on: { kind: 'day', day: 31 } });

async function series(recurrence: Recurrence, dueOn: string, dueTime: LocalTime | null = null): Promise<FollowUpId> {
  const fields = { personId: ana, words: 'How is it going', dueOn: day(dueOn), dueTime, recurrence };
  return (await app.api.followUps.create(fields)).id;
}

async function shown(show: 'open' | 'done' | 'bin' = 'open'): Promise<readonly FollowUp[]> {
  return (await app.api.followUps.list({ personId: null, show, before: null })).items;
}
const only = async (): Promise<FollowUp> => {
  const [one, ...others] = await shown();
  if (one === undefined || others.length > 0) throw new Error('One open follow-up is expected.');
  return one;
};

describe('a follow-up that comes back', () => {
  it('begins on the first day that its rule names', async () => {
    await series(TUESDAYS, '2026-11-21');
    expect(await only()).toMatchObject({ dueOn: '2026-11-24', anchorOn: '2026-11-24', recurrence: TUESDAYS });
  });

  it('moves to the next one when it is done, and keeps what was done with the note', async () => {
    const id = await series(TUESDAYS, '2026-11-21', time('10:00'));
    expect(await app.api.followUps.done({ id, note: 'All well.' })).toEqual({ nextOn: '2026-12-08' });
    expect(await only()).toMatchObject({ id, dueOn: '2026-12-08', dueTime: '10:00', anchorOn: '2026-11-24', note: '' });
    expect(await shown('done')).toMatchObject([
      { dueOn: '2026-11-24', note: 'All well.', recurrence: null, words: 'How is it going', personId: ana },
    ]);
  });

  it('is as it was after an undo, and as it became after a redo', async () => {
    const id = await series(TUESDAYS, '2026-11-21');
    const before = await only();
    await app.api.followUps.done({ id, note: 'All well.' });
    const after = await only();
    await app.api.undo.undo({});
    expect(await only()).toEqual(before);
    expect(await shown('done')).toEqual([]);
    await app.api.undo.redo({});
    expect(await only()).toEqual(after);
    expect(await shown('done')).toHaveLength(1);
  });

  it('leaves no occurrence out when it is done late', async () => {
    const id = await series(byCalendar({ unit: 'week', every: 1, weekdays: [1] }), '2026-11-02');
    expect(await app.api.followUps.done({ id })).toEqual({ nextOn: '2026-11-09' });
    expect(await app.api.followUps.done({ id })).toEqual({ nextOn: '2026-11-16' });
  });

  it('stays on the 31st through shorter months', async () => {
    const id = await series(MONTHLY, '2026-12-31');
    const days: (string | null)[] = [];
    for (let index = 0; index < 4; index += 1) days.push((await app.api.followUps.done({ id })).nextOn);
    expect(days).toEqual(['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  });

  it('counts from the occurrence and its own time, wherever a snooze has moved it', async () => {
    const id = await series(TUESDAYS, '2026-11-24', time('10:00'));
    app.clock.set('2026-11-24T10:00:00.000Z' as Instant, 'Asia/Tokyo' as Zone);
    await app.api.followUps.snooze({ id, until: day('2026-11-24'), time: time('22:00') });
    await app.api.followUps.snooze({ id, until: day('2026-12-09'), time: null });
    expect(await only()).toMatchObject({ dueOn: '2026-12-09', dueTime: '10:00', zone: 'Europe/Berlin' });
    await app.api.followUps.done({ id });
    expect(await only()).toMatchObject({
      dueOn: '2026-12-08',
      dueTime: '10:00',
      zone: 'Europe/Berlin',
      snoozedFrom: null,
    });
  });

  it('counts from the day it was done, when that is asked', async () => {
    const id = await series({ after: 'done', unit: 'month', every: 3, until: null, times: 2 }, '2026-11-02');
    expect(await app.api.followUps.done({ id })).toEqual({ nextOn: '2027-02-21' });
    expect((await only()).recurrence?.times).toBe(1);
    expect(await app.api.followUps.done({ id })).toEqual({ nextOn: null });
    expect(await shown()).toEqual([]);
    expect(await shown('done')).toHaveLength(2);
  });

  it('ends after its number of times, and after its last day', async () => {
    const twice = await series({ ...TUESDAYS, times: 2 }, '2026-11-24');
    expect(await app.api.followUps.done({ id: twice })).toEqual({ nextOn: '2026-12-08' });
    expect(await app.api.followUps.done({ id: twice })).toEqual({ nextOn: null });
    const until = await series({ ...TUESDAYS, until: day('2026-12-07') }, '2026-11-24');
    expect(await app.api.followUps.done({ id: until })).toEqual({ nextOn: null });
    await app.api.followUps.reopen({ id: until });
    expect(await only()).toMatchObject({ id: until, recurrence: null });
  });

  it('cannot end before it begins', async () => {
    const ended = { ...TUESDAYS, until: day('2026-11-23') };
    await expect(series(ended, '2026-11-21')).rejects.toMatchObject({ code: 'rule_violated' });
    const dates = await app.api.followUps.dates({ recurrence: ended, anchorOn: null, from: day('2026-11-21') });
    expect(dates).toEqual({ dates: [] });
  });

  it('keeps its rhythm through an edit of its words, and begins anew with another day or rule', async () => {
    const id = await series(TUESDAYS, '2026-11-24');
    await app.api.followUps.done({ id });
    const fields = { personId: ana, words: 'Ask about the launch', dueOn: day('2026-12-08'), dueTime: null };
    await app.api.followUps.edit({ id, fields });
    expect(await only()).toMatchObject({ words: 'Ask about the launch', anchorOn: '2026-11-24', dueOn: '2026-12-08' });
    await app.api.followUps.edit({ id, fields: { ...fields, recurrence: MONTHLY } });
    expect(await only()).toMatchObject({ anchorOn: '2026-12-31', dueOn: '2026-12-31', recurrence: MONTHLY });
    await app.api.followUps.edit({ id, fields: { ...fields, dueOn: day('2026-12-31'), recurrence: null } });
    expect(await only()).toMatchObject({ anchorOn: null, recurrence: null, dueOn: '2026-12-31' });
  });

  it('shows its next five days before it is saved and afterwards', async () => {
    const first = await app.api.followUps.dates({ recurrence: TUESDAYS, anchorOn: null, from: day('2026-11-21') });
    expect(first.dates).toEqual(['2026-11-24', '2026-12-08', '2026-12-22', '2027-01-05', '2027-01-19']);
    const later = await app.api.followUps.dates({
      recurrence: { ...TUESDAYS, times: 4 },
      anchorOn: day('2026-11-24'),
      from: day('2026-12-08'),
    });
    expect(later.dates).toEqual(['2026-12-08', '2026-12-22', '2027-01-05']);
  });

  it('is not guessed at when somebody else wrote its rule', async () => {
    const id = await series(TUESDAYS, '2026-11-24');
    app.context.database.run("UPDATE follow_up SET rrule = 'FREQ=HOURLY' WHERE id = :id", { id });
    expect(await only()).toMatchObject({ recurrence: null, dueOn: '2026-11-24' });
    expect(await app.api.followUps.done({ id })).toEqual({ nextOn: null });
  });
});

describe('skipping', () => {
  it('leaves one occurrence out, or all that are over', async () => {
    const weekly = byCalendar({ unit: 'week', every: 1, weekdays: [1] });
    const id = await series(weekly, '2026-11-02');
    expect(await app.api.followUps.skip({ id, missed: false })).toEqual({ nextOn: '2026-11-09' });
    expect(await app.api.followUps.skip({ id, missed: true })).toEqual({ nextOn: '2026-11-23' });
    expect(await app.api.followUps.skip({ id, missed: true })).toEqual({ nextOn: '2026-11-30' });
    expect(await shown('done')).toEqual([]);
  });

  it('moves the series to the bin after its last one, from where undo brings it back', async () => {
    const id = await series({ ...TUESDAYS, times: 1 }, '2026-11-24');
    expect(await app.api.followUps.skip({ id, missed: false })).toEqual({ nextOn: null });
    expect(await shown('bin')).toMatchObject([{ id }]);
    await app.api.undo.undo({});
    expect(await only()).toMatchObject({ id, dueOn: '2026-11-24' });
  });

  it('is for what comes back', async () => {
    const { id } = await app.api.followUps.create({
      personId: ana,
      words: '',
      dueOn: day('2026-11-21'),
      dueTime: null,
    });
    for (const act of [
      () => app.api.followUps.skip({ id, missed: false }),
      () => app.api.followUps.pause({ id }),
      () => app.api.followUps.resume({ id }),
    ])
      await expect(act()).rejects.toMatchObject({ code: 'rule_violated' });
  });
});

describe('a series that rests', () => {
  it('is not due, and is due again on its first day that is not over', async () => {
    const id = await series(TUESDAYS, '2026-11-10');
    expect((await app.api.followUps.due({})).overdue).toHaveLength(1);
    await app.api.followUps.pause({ id });
    expect((await app.api.followUps.due({})).overdue).toEqual([]);
    expect(await only()).toMatchObject({ pausedAt: '2026-11-21T09:30:00.000Z', dueOn: '2026-11-10' });
    expect((await app.api.brief.get({ personId: ana })).followUps).toEqual([]);
    expect(await app.api.followUps.resume({ id })).toEqual({ nextOn: '2026-11-24' });
    expect(await only()).toMatchObject({ pausedAt: null, dueOn: '2026-11-24', anchorOn: '2026-11-10' });
  });

  it('keeps a day that is still to come', async () => {
    const id = await series(TUESDAYS, '2026-12-01');
    await app.api.followUps.pause({ id });
    expect(await app.api.followUps.resume({ id })).toEqual({ nextOn: '2026-12-01' });
  });
});
