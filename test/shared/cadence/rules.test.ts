import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  cadenceDueOn,
  cadenceInWords,
  cadenceReason,
  isPastCadence,
  mostOverdue,
} from '../../../shared/cadence/rules.ts';
import type { Cadence } from '../../../shared/people/person.ts';
import { addDays, addMonths, type CalendarDate } from '../../../shared/time.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
const TODAY = day('2026-11-22');

function basis(count: number, unit: Cadence['unit'], since: string, everSpoken = true) {
  return { cadence: { count, unit }, since: day(since), everSpoken };
}

describe('the reason in words', () => {
  it.each([
    [basis(4, 'week', '2026-10-11'), '6 weeks since you spoke; you wanted every 4'],
    [basis(4, 'week', '2026-10-22'), '4 weeks and 3 days since you spoke; you wanted every 4 weeks'],
    [basis(4, 'week', '2026-10-25'), '4 weeks since you spoke; you wanted every 4'],
    [basis(1, 'week', '2026-11-01'), '3 weeks since you spoke; you wanted every week'],
    [basis(10, 'day', '2026-11-10'), '12 days since you spoke; you wanted every 10'],
    [basis(1, 'day', '2026-11-21'), '1 day since you spoke; you wanted every day'],
    [basis(3, 'month', '2026-06-20'), '5 months since you spoke; you wanted every 3'],
    [basis(1, 'month', '2026-10-17'), '1 month and 5 days since you spoke; you wanted every month'],
    [basis(4, 'week', '2026-10-18', false), 'Never spoken; added 5 weeks ago; you wanted every 4'],
    [basis(1, 'month', '2026-11-20', false), 'Never spoken; added 2 days ago; you wanted every month'],
    [basis(2, 'week', '2026-11-22', false), 'Never spoken; added today; you wanted every 2 weeks'],
  ])('says of %o: %s', (given, words) => {
    expect(cadenceReason(given, TODAY)).toBe(words);
  });

  it('names the cadence', () => {
    expect(cadenceInWords({ count: 1, unit: 'week' })).toBe('every week');
    expect(cadenceInWords({ count: 6, unit: 'month' })).toBe('every 6 months');
  });
});

describe('the due day', () => {
  it('counts months on the calendar', () => {
    expect(cadenceDueOn(basis(1, 'month', '2027-01-31'))).toBe('2027-02-28');
    expect(cadenceDueOn(basis(12, 'month', '2028-02-29'))).toBe('2029-02-28');
  });

  it('is the first day past the cadence', () => {
    expect(isPastCadence(basis(4, 'week', '2026-10-26'), TODAY)).toBe(false);
    expect(isPastCadence(basis(4, 'week', '2026-10-25'), TODAY)).toBe(true);
  });
});

describe('the most overdue', () => {
  const named = (personName: string, given: ReturnType<typeof basis>) => ({ ...given, personName });

  it('are those who wait longest in proportion to what was wanted', () => {
    const everybody = [
      named('Yearly, two months over', basis(12, 'month', '2025-09-22')),
      named('Weekly, three weeks over', basis(1, 'week', '2026-10-25')),
      named('Not yet', basis(4, 'week', '2026-11-01')),
      named('Monthly, twice over', basis(1, 'month', '2026-09-22')),
    ];
    expect(mostOverdue(everybody, TODAY, 5).map(({ personName }) => personName)).toEqual([
      'Weekly, three weeks over',
      'Monthly, twice over',
      'Yearly, two months over',
    ]);
    expect(mostOverdue(everybody, TODAY, 1)).toHaveLength(1);
  });

  it('never include who is within the cadence, never exceed the limit, and never fall over', () => {
    const somebody = fc.record({
      cadence: fc.record({
        count: fc.integer({ min: 1, max: 999 }),
        unit: fc.constantFrom('day' as const, 'week' as const, 'month' as const),
      }),
      since: fc.integer({ min: -4000, max: 400 }).map((days) => addDays(TODAY, days)),
      everSpoken: fc.boolean(),
      personName: fc.string(),
    });
    fc.assert(
      fc.property(fc.array(somebody), fc.integer({ min: 1, max: 10 }), (everybody, limit) => {
        const found = mostOverdue(everybody, TODAY, limit);
        expect(found.length).toBe(Math.min(limit, everybody.filter((each) => cadenceDueOn(each) <= TODAY).length));
        for (const each of found) {
          expect(cadenceDueOn(each) <= TODAY).toBe(true);
          expect(cadenceReason(each, TODAY)).toMatch(/; you wanted every /);
        }
      }),
    );
  });

  it('name a time that leads back to today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), (days) => {
        const since = addDays(TODAY, -days);
        const words = cadenceReason({ cadence: { count: 1, unit: 'month' }, since, everSpoken: true }, TODAY);
        const months = Number(/(\d+) months?/.exec(words)?.[1] ?? 0);
        expect(addMonths(since, months) <= TODAY).toBe(true);
        expect(addMonths(since, months + 1) > TODAY).toBe(true);
      }),
    );
  });
});
