import { describe, expect, test } from 'vitest';
import type { Reading } from '../../../shared/follow-ups/plain-words.ts';
import { readOtherYearly, readYearly } from '../../../shared/people/yearly-words.ts';
import type { CalendarDate } from '../../../shared/time.ts';

const here: Reading = { today: '2026-11-19' as CalendarDate };

describe('a day that comes round is read out of', () => {
  test.each([
    ['3 August', [3, 8, null]],
    ['3rd of August', [3, 8, null]],
    ['August 3rd', [3, 8, null]],
    ['3 August 1980', [3, 8, 1980]],
    ['December 25th, 1975', [25, 12, 1975]],
    ['3 Aug 80', [3, 8, 1980]],
    ['Feb 29 1980', [29, 2, 1980]],
    ['Feb 29', [29, 2, null]],
    ['29 February', [29, 2, null]],
    ['2/29', [29, 2, null]],
    ['29.2.', [29, 2, null]],
    ['August', [null, 8, null]],
    ['May', [null, 5, null]],
    ['August 1980', [null, 8, 1980]],
    ['3.8.', [3, 8, null]],
    ['3.8.1980', [3, 8, 1980]],
    ['3/8/80', [8, 3, 1980]],
    ['1980-08-03', [3, 8, 1980]],
    ['Christmas Eve', [24, 12, null]],
    ['New Year 2019', [1, 1, 2019]],
    ['tomorrow', [20, 11, null]],
  ] as const)('“%s”', (text, [day, month, year]) => expect(readYearly(text, here)).toEqual({ day, month, year }));
});

test.each([
  'next Tuesday',
  '1980',
  'the 3rd',
  'noon',
  '31 Feb',
  '3 August at 5pm',
  'her birthday',
  'born 3 August',
  '',
])('“%s” is no day that comes round', (text) => expect(readYearly(text, here)).toBeNull());

test('a day and a month in figures are read in the order of the place, and the other order is named', () => {
  expect(readYearly('3/8', here)).toEqual({ day: 8, month: 3, year: null });
  expect(readOtherYearly('3/8', here)).toEqual({ day: 3, month: 8, year: null });
  expect(readYearly('3/8', { ...here, dayFirst: true })).toEqual({ day: 3, month: 8, year: null });
  expect(readOtherYearly('3/25', here)).toBeNull();
  expect(readOtherYearly('3 August', here)).toBeNull();
});
