import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { importantDate } from '../../../shared/people/person.ts';
import { distinctNames, foldName, monthsWithin, nextOccurrence, yearsAt } from '../../../shared/people/rules.ts';
import { addDays, type CalendarDate, daysBetween, isCalendarDate } from '../../../shared/time.ts';

const day = fc.integer({ min: 0, max: 400 * 366 }).map((days) => addDays('1800-01-01' as CalendarDate, days));
const yearly = fc
  .record({
    month: fc.integer({ min: 1, max: 12 }),
    day: fc.integer({ min: 1, max: 31 }),
    year: fc.option(fc.integer({ min: 1850, max: 2150 })),
  })
  .filter((date) => importantDate.safeParse({ ...date, label: 'Birthday' }).success);

function on(text: string): CalendarDate {
  return text as CalendarDate;
}

describe('the next time an important date comes round', () => {
  test('is later in the same year, or the day itself', () => {
    const date = { month: 8, day: 12, year: null };
    expect(nextOccurrence(date, on('2026-03-01'))).toBe('2026-08-12');
    expect(nextOccurrence(date, on('2026-08-12'))).toBe('2026-08-12');
  });

  test('is in the next year when it has passed', () => {
    expect(nextOccurrence({ month: 1, day: 3, year: null }, on('2026-12-30'))).toBe('2027-01-03');
  });

  test('is the 28th for a 29 February in years without one', () => {
    const leap = { month: 2, day: 29, year: null };
    expect(nextOccurrence(leap, on('2027-01-01'))).toBe('2027-02-28');
    expect(nextOccurrence(leap, on('2028-01-01'))).toBe('2028-02-29');
    expect(nextOccurrence(leap, on('2028-02-29'))).toBe('2028-02-29');
    expect(nextOccurrence(leap, on('2028-03-01'))).toBe('2029-02-28');
  });

  test('is 1 March for a 29 February when that is preferred', () => {
    const leap = { month: 2, day: 29, year: null };
    expect(nextOccurrence(leap, on('2027-01-01'), 'mar_1')).toBe('2027-03-01');
    expect(nextOccurrence(leap, on('2027-03-01'), 'mar_1')).toBe('2027-03-01');
    expect(nextOccurrence(leap, on('2027-03-02'), 'mar_1')).toBe('2028-02-29');
  });

  test('is the whole month where no day is known', () => {
    const month = { month: 2, day: null, year: null };
    expect(nextOccurrence(month, on('2027-01-01'))).toBe('2027-02-01');
    expect(nextOccurrence(month, on('2027-02-17'))).toBe('2027-02-17');
    expect(nextOccurrence(month, on('2028-02-29'))).toBe('2028-02-29');
    expect(nextOccurrence(month, on('2027-03-01'))).toBe('2028-02-01');
  });

  test('is not before the year of the date itself', () => {
    expect(nextOccurrence({ month: 5, day: 4, year: 2031 }, on('2026-11-21'))).toBe('2031-05-04');
  });

  test('is nothing after the last year there is', () => {
    expect(nextOccurrence({ month: 1, day: 1, year: null }, on('9999-12-31'))).toBeNull();
  });

  test('is a real day, not before the day asked for and at most a year away', () => {
    fc.assert(
      fc.property(yearly, day, (date, from) => {
        const next = nextOccurrence(date, from);
        if (next === null) throw new Error('There is always a next one before the year 9999.');
        expect(isCalendarDate(next)).toBe(true);
        expect(next >= from).toBe(true);
        if (date.year === null || date.year < Number(from.slice(0, 4))) {
          expect(daysBetween(from, next)).toBeLessThanOrEqual(366);
        }
      }),
    );
  });

  test('falls on the day and month of the date, or on 28 February for the 29th', () => {
    fc.assert(
      fc.property(yearly, day, (date, from) => {
        const next = nextOccurrence(date, from) ?? '';
        const written = `${String(date.month).padStart(2, '0')}-${String(date.day).padStart(2, '0')}`;
        expect([written, ...(written === '02-29' ? ['02-28'] : [])]).toContain(next.slice(5));
      }),
    );
  });

  test('has none between: no earlier day on or after the day asked for would do', () => {
    fc.assert(
      fc.property(yearly, day, (date, from) => {
        const next = nextOccurrence(date, from);
        const again = nextOccurrence(date, addDays(from, 1));
        // One day later the answer is the same, unless today was the day.
        if (next !== from) expect(again).toBe(next);
        else expect(again).not.toBe(next);
      }),
    );
  });
});

test('the months of a stretch of days hold the month of each of its days', () => {
  fc.assert(
    fc.property(day, fc.integer({ min: 0, max: 366 }), (from, days) => {
      const expected = new Set(
        Array.from({ length: days + 1 }, (_, passed) => Number(addDays(from, passed).slice(5, 7))),
      );
      expect(new Set(monthsWithin(from, days))).toEqual(expected);
    }),
  );
});

test('the number of years is known only when the year is', () => {
  expect(yearsAt({ year: 1986 }, on('2026-08-12'))).toBe(40);
  expect(yearsAt({ year: null }, on('2026-08-12'))).toBeNull();
});

describe('names that are the same', () => {
  test('differ at most by case, spaces around them and the way accents are written', () => {
    expect(foldName('  ÜNAL ')).toBe(foldName('u\u0308nal'));
    expect(foldName('Unal')).not.toBe(foldName('Ünal'));
  });

  test('are kept once, in the first spelling and the first place', () => {
    expect(distinctNames(['Renewal', ' berlin ', 'RENEWAL', 'Berlin'])).toEqual(['Renewal', 'berlin']);
  });

  test('are as many as there are different ones, whatever the order', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (names) => {
        const distinct = distinctNames(names);
        expect(new Set(distinct.map(foldName)).size).toBe(distinct.length);
        expect(new Set(distinct.map(foldName))).toEqual(new Set(names.map(foldName)));
      }),
    );
  });
});
