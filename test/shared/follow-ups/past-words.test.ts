import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readOtherPastDate, readPastDate } from '../../../shared/follow-ups/past-words.ts';
import type { Reading } from '../../../shared/follow-ups/plain-words.ts';
import { addDays, type CalendarDate, type LocalTime, type Zone } from '../../../shared/time.ts';

const day = (date: string) => date as CalendarDate;
// A Thursday.
const here: Reading = { today: day('2026-11-19'), now: '12:30' as LocalTime, zone: 'Europe/Berlin' as Zone };

function read(text: string, reading: Reading = here): string | null {
  const found = readPastDate(text, reading);
  return found && (found.at === null ? found.on : `${found.on} ${found.at}`);
}

describe('a day that was is read out of', () => {
  test.each([
    ['today', '2026-11-19'],
    ['today 9:00', '2026-11-19 09:00'],
    ['this morning', '2026-11-19'],
    ['yesterday', '2026-11-18'],
    ['from 1 Nov', '2026-11-01'],
    ['yesterday 3pm', '2026-11-18 15:00'],
    ['yesterday at noon', '2026-11-18 12:00'],
    ['last night', '2026-11-18'],
    ['day before yesterday', '2026-11-17'],
    ['the day before yesterday', '2026-11-17'],
    ['3 days ago', '2026-11-16'],
    ['two days ago', '2026-11-17'],
    ['a week ago', '2026-11-12'],
    ['a fortnight ago', '2026-11-05'],
    ['2 weeks ago', '2026-11-05'],
    ['a month ago', '2026-10-19'],
    ['20 minutes ago', '2026-11-19 12:10'],
    ['an hour ago', '2026-11-19 11:30'],
    ['last Tue', '2026-11-17'],
    ['last Tue 3pm', '2026-11-17 15:00'],
    ['Tuesday', '2026-11-17'],
    ['Tue at 10', '2026-11-17 10:00'],
    ['wed', '2026-11-18'],
    ['Thursday', '2026-11-19'],
    ['last Thursday', '2026-11-12'],
    ['last Friday 16:30', '2026-11-13 16:30'],
    ['on Friday afternoon', '2026-11-13'],
    ['Tuesday last week', '2026-11-10'],
    ['Sunday of last week', '2026-11-15'],
    ['last week Tuesday', '2026-11-10'],
    ['the 3rd', '2026-11-03'],
    ['the 30th', '2026-10-30'],
    ['3.11.', '2026-11-03'],
    ['24.12.', '2025-12-24'],
    ['12 Nov', '2026-11-12'],
    ['on 12 November at 14:30', '2026-11-12 14:30'],
    ['31 December', '2025-12-31'],
    ['29 Feb', '2024-02-29'],
    ['Nov 3 2025', '2025-11-03'],
    ['Christmas', '2025-12-25'],
    ['last Christmas Eve 6pm', '2025-12-24 18:00'],
    ['New Year', '2026-01-01'],
    ['New Year’s Eve 2024', '2024-12-31'],
    ['2026-11-03', '2026-11-03'],
    ['11:00', '2026-11-19 11:00'],
    ['3pm', '2026-11-18 15:00'],
  ])('“%s”', (text, expected) => expect(read(text)).toBe(expected));
});

test.each([
  'tomorrow',
  'in 2 days',
  'next Tue',
  '24 December 2026',
  'last week',
  'last month',
  'November',
  'lunch',
  'next Christmas',
  'the Christmas party',
  'yesterday with Ana',
  'yesterday 3pm CET',
  '31.4.',
  '',
])('“%s” is no day that was', (text) => expect(read(text)).toBeNull());

test('a day and a month are read in the order of the place, and the other order is named', () => {
  expect(read('3/4')).toBe('2026-03-04');
  expect(readOtherPastDate('3/4', here)?.on).toBe('2026-04-03');
  expect(read('3/4', { ...here, dayFirst: true })).toBe('2026-04-03');
  expect(read('Nov 12 from 3pm', { ...here, dayFirst: true })).toBe('2026-11-12 15:00');
  expect(readOtherPastDate('3/25', here)).toBeNull();
});

test('“last Tuesday” of this week may be the one of the week before; any other is one alone', () => {
  expect(readOtherPastDate('last Tue 15:00', here)).toMatchObject({ on: '2026-11-10', readAs: 'last Tue 15:00' });
  expect(readOtherPastDate('last Friday', here)).toBeNull();
  expect(readOtherPastDate('Tuesday', here)).toBeNull();
  expect(readOtherPastDate('yesterday', here)).toBeNull();
});

test('hours are counted back over the night when the clocks change', () => {
  const after = { today: day('2026-10-25'), now: '04:00' as LocalTime, zone: 'Europe/Berlin' as Zone };
  expect(read('3 hours ago', after)).toBe('2026-10-25 02:00');
  expect(read('6 hours ago', after)).toBe('2026-10-24 23:00');
});

test('so many days ago is that day, and no weekday is still to come, from whichever day it is said', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 400 }), (since, ago) => {
      const today = addDays(day('1990-01-01'), since);
      expect(readPastDate(`${ago} days ago`, { today })?.on).toBe(addDays(today, -ago));
      const found = ['Mon', 'Tuesday', 'wed', 'Thu', 'Fri', 'last Sat', 'Sunday'].map((name) => {
        const on = readPastDate(name, { today })?.on ?? today;
        return on <= today && on >= addDays(today, -7);
      });
      expect(found).not.toContain(false);
    }),
    { numRuns: 100 },
  );
});
