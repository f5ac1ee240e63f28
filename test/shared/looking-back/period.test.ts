import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  daysBefore,
  daysOf,
  isPeriod,
  type Period,
  periodAfter,
  periodAt,
} from '../../../shared/looking-back/period.ts';
import { isFewer, sameDays } from '../../../shared/looking-back/rules.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';

const day = (text: string) => text as CalendarDate;
const of = (text: string) => text as Period;

describe('a period', () => {
  test('is a year or a month that there is', () => {
    expect(['2026', '2026-02', '0002'].map(isPeriod)).toEqual([true, true, true]);
    expect(['', '26', '2026-13', '2026-00', '2026-1', '9999', '0001', '2026-01-01', '2026-'].map(isPeriod)).toEqual(
      Array(9).fill(false),
    );
  });

  test('has its first and last day, the leap day included', () => {
    expect(daysOf(of('2024-02'))).toEqual({ from: '2024-02-01', to: '2024-02-29' });
    expect(daysOf(of('2026'))).toEqual({ from: '2026-01-01', to: '2026-12-31' });
  });

  test('is followed by the next one without a gap, whatever it is', () => {
    const anyPeriod = fc
      .tuple(fc.integer({ min: 1900, max: 2200 }), fc.option(fc.integer({ min: 1, max: 12 })))
      .map(([year, month]) => of(month === null ? `${year}` : `${year}-${String(month).padStart(2, '0')}`));
    fc.assert(
      fc.property(anyPeriod, (period) => {
        expect(daysOf(periodAfter(period, 1)).from).toBe(addDays(daysOf(period).to, 1));
        expect(periodAfter(periodAfter(period, 1), -1)).toBe(period);
        expect(periodAt(daysOf(period).to, period.length === 4 ? 'year' : 'month')).toBe(period);
      }),
    );
  });

  test('that goes on is compared with as many days of the one before', () => {
    expect(daysBefore(of('2026-10'), day('2026-11-21'))).toEqual({ from: '2026-09-01', to: '2026-09-30' });
    expect(daysBefore(of('2026-11'), day('2026-11-21'))).toEqual({ from: '2026-10-01', to: '2026-10-21' });
    expect(daysBefore(of('2026-03'), day('2026-03-30'))).toEqual({ from: '2026-02-01', to: '2026-02-28' });
    expect(daysBefore(of('2026'), day('2026-11-21'))).toEqual({ from: '2025-01-01', to: '2025-11-21' });
  });
});

describe('the same day in earlier years', () => {
  test('is in every one of them', () => {
    expect(sameDays(day('2026-11-21'), 2023, 'feb_28')).toEqual(['2025-11-21', '2024-11-21', '2023-11-21']);
    expect(sameDays(day('2026-11-21'), 2026, 'feb_28')).toEqual([]);
  });

  test('is, on a 29 February, in leap years', () => {
    expect(sameDays(day('2028-02-29'), 2020, 'feb_28')).toEqual(['2024-02-29', '2020-02-29']);
  });

  test('brings a 29 February on the day that stands in for it, and only then', () => {
    expect(sameDays(day('2026-02-28'), 2023, 'feb_28')).toEqual([
      '2025-02-28',
      '2024-02-28',
      '2024-02-29',
      '2023-02-28',
    ]);
    expect(sameDays(day('2026-02-28'), 2024, 'mar_1')).toEqual(['2025-02-28', '2024-02-28']);
    expect(sameDays(day('2026-03-01'), 2024, 'mar_1')).toEqual(['2025-03-01', '2024-03-01', '2024-02-29']);
    expect(sameDays(day('2028-02-28'), 2024, 'feb_28')).not.toContain('2024-02-29');
  });
});

test('fewer is half or less of three or more', () => {
  expect(isFewer({ conversations: 0, before: 2 })).toBe(false);
  expect(isFewer({ conversations: 1, before: 3 })).toBe(true);
  expect(isFewer({ conversations: 2, before: 3 })).toBe(false);
  expect(isFewer({ conversations: 5, before: 10 })).toBe(true);
});
