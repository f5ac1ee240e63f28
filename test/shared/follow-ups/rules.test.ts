import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  daysOfGroup,
  dueDay,
  groupOf,
  noticeAt,
  snoozeChoices,
  sortUnnoticed,
} from '../../../shared/follow-ups/rules.ts';
import {
  addDays,
  type CalendarDate,
  type Instant,
  type LocalTime,
  weekdayOf,
  type Zone,
} from '../../../shared/time.ts';

const BERLIN = 'Europe/Berlin' as Zone;
const TOKYO = 'Asia/Tokyo' as Zone;
const PAGO_PAGO = 'Pacific/Pago_Pago' as Zone;
const KIRITIMATI = 'Pacific/Kiritimati' as Zone;

function due(dueOn: string, dueTime: string | null = null, zone: Zone = BERLIN) {
  // The literals are of these forms.
  return { dueOn: dueOn as CalendarDate, dueTime: dueTime as LocalTime | null, zone };
}

const at = (text: string): Instant => text as Instant;

describe('the moment of a follow-up', () => {
  it('is nine in the morning of its day, wherever the user is', () => {
    expect(noticeAt(due('2026-11-22'), BERLIN)).toBe('2026-11-22T08:00:00.000Z');
    expect(noticeAt(due('2026-11-22'), TOKYO)).toBe('2026-11-22T00:00:00.000Z');
    expect(noticeAt(due('2026-11-22'), PAGO_PAGO)).toBe('2026-11-22T20:00:00.000Z');
    expect(noticeAt(due('2026-11-22'), KIRITIMATI)).toBe('2026-11-21T19:00:00.000Z');
  });

  it('is its time in the zone it was written down for', () => {
    expect(noticeAt(due('2026-11-22', '10:00'), TOKYO)).toBe('2026-11-22T09:00:00.000Z');
  });

  it('in the hour that summer time skips comes as much later, and in the doubled hour the first time', () => {
    expect(noticeAt(due('2027-03-28', '02:30'), BERLIN)).toBe('2027-03-28T01:30:00.000Z');
    expect(noticeAt(due('2026-10-25', '02:30'), BERLIN)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('falls on the day that the calendar here shows', () => {
    expect(dueDay(due('2026-11-22', '23:30', PAGO_PAGO), KIRITIMATI)).toBe('2026-11-24');
    expect(dueDay(due('2026-11-22', '00:30', KIRITIMATI), PAGO_PAGO)).toBe('2026-11-20');
    expect(dueDay(due('2026-11-22'), PAGO_PAGO)).toBe('2026-11-22');
    expect(dueDay(due('2028-02-29', '12:00'), BERLIN)).toBe('2028-02-29');
  });
});

describe('a look at the clock', () => {
  const minute = 60_000;
  const ten = due('2026-11-22', '10:00');
  const look = (last: string, now: string, lastZone = BERLIN, zone = BERLIN) =>
    sortUnnoticed([ten], { at: at(last), zone: lastZone }, { at: at(now), zone }, minute);

  it('finds nothing before the time', () => {
    expect(look('2026-11-22T08:59:00.000Z', '2026-11-22T08:59:59.999Z')).toEqual({ due: [], missed: [], known: [] });
  });

  it('finds what came due since the last one', () => {
    expect(look('2026-11-22T08:59:40.000Z', '2026-11-22T09:00:10.000Z').due).toEqual([ten]);
  });

  it('calls it missed when nobody could look for longer than two ticks', () => {
    expect(look('2026-11-22T08:59:30.000Z', '2026-11-22T09:00:30.000Z').due).toEqual([ten]);
    expect(look('2026-11-22T08:59:30.000Z', '2026-11-22T09:00:30.001Z').missed).toEqual([ten]);
  });

  it('knows what had been due before the last one: it was entered since', () => {
    expect(look('2026-11-22T09:00:00.000Z', '2026-11-22T09:00:30.000Z').known).toEqual([ten]);
  });

  it('counts a day as newly due when travelling made it due', () => {
    const day = due('2026-11-22');
    // Half past eight in Berlin is half past four in the afternoon in Tokyo.
    const found = sortUnnoticed(
      [day],
      { at: at('2026-11-22T07:30:00.000Z'), zone: BERLIN },
      { at: at('2026-11-22T07:30:30.000Z'), zone: TOKYO },
      minute,
    );
    expect(found).toEqual({ due: [day], missed: [], known: [] });
  });

  it('puts everything that is reached into exactly one group', () => {
    const instant = fc
      .date({ min: new Date('2026-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
      .map((date) => at(date.toISOString()));
    const zone = fc.constantFrom(BERLIN, TOKYO, PAGO_PAGO, KIRITIMATI);
    const followUp = fc.record({
      dueOn: fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2026-01-01' as CalendarDate, days)),
      dueTime: fc.constantFrom(null, '00:00' as LocalTime, '02:30' as LocalTime, '23:59' as LocalTime),
      zone,
    });
    fc.assert(
      fc.property(fc.array(followUp), instant, instant, zone, zone, (followUps, last, now, lastZone, here) => {
        const found = sortUnnoticed(followUps, { at: last, zone: lastZone }, { at: now, zone: here }, 60_000);
        const reached = followUps.filter((each) => noticeAt(each, here) <= now);
        expect(found.due.length + found.missed.length + found.known.length).toBe(reached.length);
        expect(found.due.length === 0 || found.missed.length === 0).toBe(true);
      }),
    );
  });
});

describe('the parts of the list', () => {
  it('end the week on Sunday', () => {
    // A Thursday.
    const today = '2026-11-19' as CalendarDate;
    const group = (day: string) => groupOf(due(day), today, BERLIN);
    expect(group('2026-11-18')).toBe('overdue');
    expect(group('2026-11-19')).toBe('today');
    expect(group('2026-11-20')).toBe('week');
    expect(group('2026-11-22')).toBe('week');
    expect(group('2026-11-23')).toBe('later');
  });

  it('have the days on which theirs are due, and no day is of two', () => {
    const groups = ['overdue', 'today', 'week', 'later'] as const;
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 13 }), fc.integer({ min: -20, max: 20 }), (start, ahead) => {
        const today = addDays('2026-11-16' as CalendarDate, start);
        const on = addDays(today, ahead);
        const holding = groups.filter((group) => {
          const { from, until } = daysOfGroup(group, today);
          return (from === null || on >= from) && (until === null || on <= until);
        });
        expect(holding).toEqual([groupOf(due(on), today, BERLIN)]);
      }),
    );
  });

  it('keep what rests apart', () => {
    const paused = { ...due('2026-11-18'), pausedAt: at('2026-11-17T09:00:00.000Z') };
    expect(groupOf(paused, '2026-11-19' as CalendarDate, BERLIN)).toBe('paused');
  });
});

describe('a snooze', () => {
  const choices = (today: string, now: string) =>
    snoozeChoices(today as CalendarDate, now as LocalTime).map(({ id, until, time }) =>
      [id, until, time].filter((part) => part !== null).join(' '),
    );

  it('leads to later today, tomorrow, after the weekend, next week, next month', () => {
    // A Thursday.
    expect(choices('2026-11-19', '09:10')).toEqual([
      'later 2026-11-19 12:30',
      'tomorrow 2026-11-20',
      'weekend 2026-11-23',
      'week 2026-11-26',
      'month 2026-12-19',
    ]);
  });

  it('has no later in the evening, and names no day twice', () => {
    // A Sunday, on which the Monday after the weekend is tomorrow, and a Monday, on which it is in a week.
    expect(choices('2026-11-22', '18:01')).toEqual(['tomorrow 2026-11-23', 'week 2026-11-29', 'month 2026-12-22']);
    expect(choices('2026-11-23', '18:00')).toEqual([
      'later 2026-11-23 21:00',
      'tomorrow 2026-11-24',
      'weekend 2026-11-30',
      'month 2026-12-23',
    ]);
  });

  it('always leads to a later moment, on a Monday when it says so', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.integer({ min: 0, max: 1439 }), (days, minute) => {
        const today = addDays('2026-01-01' as CalendarDate, days);
        const two = (part: number) => String(part).padStart(2, '0');
        const now = `${two(Math.floor(minute / 60))}:${two(minute % 60)}` as LocalTime;
        for (const { id, until, time } of snoozeChoices(today, now)) {
          expect(time === null ? until > today : until === today && time > now).toBe(true);
          if (id === 'weekend') expect(weekdayOf(until)).toBe(1);
        }
      }),
    );
  });
});
