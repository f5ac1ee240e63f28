import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  type CalendarDate,
  dateAt,
  daysBetween,
  daysInMonth,
  type Instant,
  instantOf,
  isCalendarDate,
  isInstant,
  isLocalTime,
  isZone,
  knownZone,
  type LocalTime,
  localAt,
  weekdayOf,
  type Zone,
} from '../../shared/time.ts';

const ZONES = [
  'Pacific/Pago_Pago',
  'America/New_York',
  'UTC',
  'Europe/Berlin',
  'Asia/Kolkata',
  'Pacific/Kiritimati',
] as Zone[];
const anyDate = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10) as CalendarDate);
const anyInstant = fc
  .date({ min: new Date('1970-01-02'), max: new Date('2199-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString() as Instant);
const anyZone = fc.constantFrom(...ZONES);

const day = (text: string): CalendarDate => text as CalendarDate;
const time = (text: string): LocalTime => text as LocalTime;

describe('a calendar date', () => {
  it.each(['2026-11-21', '2024-02-29', '0001-01-01', '9999-12-31'])('%s is one', (text) => {
    expect(isCalendarDate(text)).toBe(true);
  });

  it.each([
    '2027-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '0000-01-01',
    '2026-1-1',
    '21.11.2026',
    '',
    '2026-11-21T00:00',
  ])('%j is none', (text) => expect(isCalendarDate(text)).toBe(false));

  it('goes forward and back by the same number of days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -40_000, max: 40_000 }), (date, days) => {
        const other = addDays(date, days);
        expect(daysBetween(date, other)).toBe(days);
        expect(addDays(other, -days)).toBe(date);
      }),
    );
  });

  it('falls seven days later on the same day of the week', () => {
    expect(weekdayOf(day('2026-11-21'))).toBe(6);
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(weekdayOf(addDays(date, 7))).toBe(weekdayOf(date));
      }),
    );
  });

  it('keeps its day of the month, or takes the last of a shorter one', () => {
    expect(addMonths(day('2026-01-31'), 1)).toBe('2026-02-28');
    expect(addMonths(day('2024-02-29'), 12)).toBe('2025-02-28');
    expect(addMonths(day('2026-01-15'), -13)).toBe('2024-12-15');
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -600, max: 600 }), (date, months) => {
        const [year = 0, month = 0, of = 0] = date.split('-').map(Number);
        const [toYear = 0, toMonth = 0, toDay = 0] = addMonths(date, months).split('-').map(Number);
        expect(toYear * 12 + toMonth).toBe(year * 12 + month + months);
        expect(toDay).toBe(Math.min(of, daysInMonth(toYear, toMonth)));
      }),
    );
  });
});

describe('a local date and time', () => {
  it('comes back from its instant, wherever the clocks do not change', () => {
    fc.assert(
      fc.property(anyInstant, anyZone, (at, zone) => {
        const local = localAt(at, zone);
        const again = localAt(instantOf(local.date, local.time, zone), zone);
        expect(again).toEqual(local);
        expect(dateAt(at, zone)).toBe(local.date);
      }),
    );
  });

  it('is another day at the same instant on the two sides of the date line', () => {
    const at = '2026-11-21T10:30:00.000Z' as Instant;
    expect(dateAt(at, 'Pacific/Pago_Pago' as Zone)).toBe('2026-11-20');
    expect(dateAt(at, 'Pacific/Kiritimati' as Zone)).toBe('2026-11-22');
  });

  it('is read as after the gap in the night when the clocks go forward', () => {
    const at = instantOf(day('2026-03-29'), time('02:30'), 'Europe/Berlin' as Zone);
    expect(localAt(at, 'Europe/Berlin' as Zone)).toEqual({ date: '2026-03-29', time: '03:30' });
  });

  it('is the first of the two in the night when the clocks go back', () => {
    expect(instantOf(day('2026-10-25'), time('02:30'), 'Europe/Berlin' as Zone)).toBe('2026-10-25T00:30:00.000Z');
    expect(instantOf(day('2026-11-01'), time('01:30'), 'America/New_York' as Zone)).toBe('2026-11-01T05:30:00.000Z');
  });

  it('does not depend on the zone of the machine', () => {
    expect(instantOf(day('2026-07-01'), time('12:00'), 'Asia/Kolkata' as Zone)).toBe('2026-07-01T06:30:00.000Z');
  });
});

describe('what is checked at the door', () => {
  it('takes times of day from 00:00 to 23:59', () => {
    expect(['00:00', '23:59', '09:05'].every(isLocalTime)).toBe(true);
    expect(['24:00', '9:05', '12:60', '', '12:00:00'].some(isLocalTime)).toBe(false);
  });

  it('takes instants in UTC with milliseconds only', () => {
    expect(isInstant('2026-11-21T09:30:00.000Z')).toBe(true);
    expect(
      ['2026-11-21T09:30:00Z', '2026-11-21T09:30:00.000+01:00', '2026-02-30T09:30:00.000Z', 'now'].some(isInstant),
    ).toBe(false);
  });

  it('takes places as zones, not offsets', () => {
    expect(['Europe/Berlin', 'UTC', 'America/Argentina/Buenos_Aires'].every(isZone)).toBe(true);
    expect(['+02:00', '', 'Middle/Earth'].some(isZone)).toBe(false);
  });
});

describe('the zone of the system', () => {
  const at = (minutesWest: number): Date =>
    Object.assign(new Date('2026-12-15T12:00:00Z'), { getTimezoneOffset: () => minutesWest });

  it('is the one that it names', () => {
    expect(knownZone('Europe/Berlin', at(300))).toBe('Europe/Berlin');
  });

  it.each([undefined, 'Etc/Unknown', '', 'Mars/Olympus', '+02:00'])(
    'has at least its offset when it is called %j',
    (name) => {
      for (const minutesWest of [0, -60, 300, 720, -840, -330, -345, 210]) {
        const zone = knownZone(name, at(minutesWest));
        const { date, time: clock } = localAt('2026-12-15T12:00:00.000Z' as Instant, zone);
        const shown = (Date.parse(`${date}T${clock}:00Z`) - Date.parse('2026-12-15T12:00:00Z')) / 60_000;
        expect(shown).toBe(-minutesWest + 0);
      }
    },
  );
});
