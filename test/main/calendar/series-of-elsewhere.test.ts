import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { readCalendars } from '../../../main/calendar/reading/read-calendars.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-series-'));
afterAll(() => rmSync(folder, { recursive: true }));

const DAY_MS = 86_400_000;
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
const ZONES = ['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'Asia/Kathmandu'];

interface Series {
  readonly unit: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
  readonly every: number;
  readonly weekdays: readonly number[];
  readonly monthDays: readonly number[];
  /** Days since 1970. */
  readonly first: number;
  readonly last: number | null;
  readonly except: readonly number[];
  readonly hour: number;
  readonly zone: string;
}

const days = fc.integer({ min: Date.UTC(2019, 0, 1) / DAY_MS, max: Date.UTC(2026, 11, 31) / DAY_MS });
const series: fc.Arbitrary<Series> = fc.record({
  unit: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'),
  every: fc.integer({ min: 1, max: 5 }),
  weekdays: fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { maxLength: 3 }),
  monthDays: fc.uniqueArray(fc.integer({ min: 1, max: 31 }), { maxLength: 2 }),
  first: days,
  last: fc.option(days),
  except: fc.array(days, { maxLength: 3 }),
  hour: fc.integer({ min: 4, max: 23 }),
  zone: fc.constantFrom(...ZONES),
});

const compact = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');

function rruleOf({ unit, every, weekdays, monthDays, last }: Series): string {
  const by =
    unit === 'WEEKLY' && weekdays.length > 0
      ? `;BYDAY=${weekdays.map((each) => WEEKDAYS[each]).join(',')}`
      : unit === 'MONTHLY' && monthDays.length > 0
        ? `;BYMONTHDAY=${monthDays.join(',')}`
        : '';
  return `FREQ=${unit};INTERVAL=${every}${by}${last === null ? '' : `;UNTIL=${compact(last)}`}`;
}

/** By walking over the calendar, without any rule: is it a day of the series? */
function isDayOf(day: number, { unit, every, weekdays, monthDays, first, last, except }: Series): boolean {
  if (day < first || except.includes(day)) return false;
  // The first one counts whatever the rule says.
  if (day === first) return true;
  if (last !== null && day > last) return false;
  const here = new Date(day * DAY_MS);
  const start = new Date(first * DAY_MS);
  const months = (here.getUTCFullYear() - start.getUTCFullYear()) * 12 + here.getUTCMonth() - start.getUTCMonth();
  // Weeks begin on Monday; day 4 of 1970 was one.
  const weeks = Math.floor((day - 4) / 7) - Math.floor((first - 4) / 7);
  switch (unit) {
    case 'DAILY':
      return (day - first) % every === 0;
    case 'WEEKLY': {
      const wanted = weekdays.length > 0 ? weekdays : [start.getUTCDay()];
      return weeks % every === 0 && wanted.includes(here.getUTCDay());
    }
    case 'MONTHLY': {
      const wanted = monthDays.length > 0 ? monthDays : [start.getUTCDate()];
      return months % every === 0 && wanted.includes(here.getUTCDate());
    }
    case 'YEARLY':
      return months % (12 * every) === 0 && here.getUTCDate() === start.getUTCDate();
  }
}

/** The wall clock of a zone by the platform's own formatter. */
function wallOf(instant: string, zone: string): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' }).format(
    new Date(instant),
  );
}

test('series are those of a walk over the calendar, day by day, in the clock of their zone', () => {
  fc.assert(
    fc.property(series, days, (each, day) => {
      const path = join(folder, 'series.ics');
      const time = `T${String(each.hour).padStart(2, '0')}1500`;
      writeFileSync(
        path,
        [
          'BEGIN:VCALENDAR',
          'BEGIN:VEVENT',
          'UID:series',
          `DTSTART;TZID=${each.zone}:${compact(each.first)}${time}`,
          `RRULE:${rruleOf(each)}`,
          ...each.except.map((except) => `EXDATE;TZID=${each.zone}:${compact(except)}${time}`),
          'END:VEVENT',
          'END:VCALENDAR',
        ].join('\r\n'),
      );
      const on = new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
      const { meetings, files } = readCalendars({
        files: [path],
        from: on,
        until: on,
        here: each.zone as Zone,
        mine: [],
      });
      expect(files[0]?.problems).toEqual([]);
      expect(meetings.map(({ startsAt }) => wallOf(startsAt ?? '', each.zone))).toEqual(
        isDayOf(day, each) ? [`${on} ${String(each.hour).padStart(2, '0')}:15`] : [],
      );
    }),
    { numRuns: 2000 },
  );
});

test('ten thousand entries of twenty years are read for two days in little time', () => {
  const path = join(folder, 'many.ics');
  const lines = ['BEGIN:VCALENDAR'];
  for (let index = 0; index < 10_000; index += 1) {
    const day = compact(Date.UTC(2006, 0, 2) / DAY_MS + ((index * 7919) % 7600));
    lines.push('BEGIN:VEVENT', `UID:${index}`, `DTSTART;TZID=Europe/Berlin:${day}T101500`, 'DURATION:PT1H');
    if (index % 5 === 0)
      lines.push(`RRULE:FREQ=${['DAILY', 'WEEKLY', 'MONTHLY'][index % 3]};INTERVAL=${1 + (index % 60)}`);
    lines.push(`SUMMARY:Meeting ${index}`, `ATTENDEE;CN=Person ${index}:mailto:${index}@example.com`, 'END:VEVENT');
  }
  writeFileSync(path, [...lines, 'END:VCALENDAR'].join('\r\n'));
  const { meetings, files } = readCalendars({
    files: [path],
    from: '2026-11-21' as CalendarDate,
    until: '2026-11-22' as CalendarDate,
    here: 'Europe/Berlin' as Zone,
    mine: [],
  });
  expect(files).toMatchObject([{ entries: 10_000, problems: [] }]);
  expect(meetings.length).toBeGreaterThan(20);
  expect(new Set(meetings.map(({ id }) => id)).size).toBe(meetings.length);
});
