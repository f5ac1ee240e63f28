import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comingDays,
  comingInSeries,
  firstOccurrence,
  nextInSeries,
  nextOccurrence,
} from '../../../shared/follow-ups/recurrence.ts';
import {
  type CalendarPattern,
  fromRRule,
  type MonthDay,
  type Recurrence,
  toRRule,
} from '../../../shared/follow-ups/recurrence-rule.ts';
import { addDays, type CalendarDate, weekdayOf } from '../../../shared/time.ts';

const day = (text: string): CalendarDate => text as CalendarDate;
type ByCalendar = Extract<Recurrence, { after: 'calendar' }>;

function byCalendar(pattern: CalendarPattern, ends: Partial<Pick<Recurrence, 'until' | 'times'>> = {}): ByCalendar {
  return { after: 'calendar', pattern, until: null, times: null, ...ends };
}

/*
 * The calendar walked day by day, with a calendar of its own: no rule text, no library, no arithmetic shared with what
 * is tested.
 */
const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

interface Walked {
  readonly year: number;
  readonly month: number;
  readonly date: number;
  /** Days since Monday, 1 January 1900. */
  readonly number: number;
}

function lengthOf({ year, month }: Pick<Walked, 'year' | 'month'>): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return month === 2 && isLeap ? 29 : (LENGTHS[month - 1] ?? 0);
}

function following({ year, month, date, number }: Walked): Walked {
  if (date < lengthOf({ year, month })) return { year, month, date: date + 1, number: number + 1 };
  return month < 12
    ? { year, month: month + 1, date: 1, number: number + 1 }
    : { year: year + 1, month: 1, date: 1, number: number + 1 };
}

/** Every day from 1 January 1990 to the end of 2119. */
const ALL_DAYS: readonly Walked[] = (() => {
  const days: Walked[] = [];
  for (
    let walked: Walked = { year: 1900, month: 1, date: 1, number: 0 };
    walked.year < 2120;
    walked = following(walked)
  )
    if (walked.year >= 1990) days.push(walked);
  return days;
})();
const written = ({ year, month, date }: Walked): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`;
const PLACE = new Map(ALL_DAYS.map((walked, place) => [written(walked), place]));

function isNamed(walked: Walked, on: MonthDay): boolean {
  const length = lengthOf(walked);
  if (on.kind === 'last_day') return walked.date === length;
  if (on.kind === 'day') return walked.date === Math.min(on.day, length);
  if (on.kind === 'working_day') {
    const isWorking = (date: number) => (walked.number + date - walked.date) % 7 < 5;
    const dates = Array.from({ length }, (_, index) => index + 1).filter(isWorking);
    return walked.date === dates.at(on.nth === 1 ? 0 : -1);
  }
  if ((walked.number % 7) + 1 !== on.weekday) return false;
  return on.nth === -1 ? walked.date + 7 > length : Math.ceil(walked.date / 7) === on.nth;
}

function isOccurrence(walked: Walked, pattern: CalendarPattern, anchor: Walked): boolean {
  switch (pattern.unit) {
    case 'day':
      return (walked.number - anchor.number) % pattern.every === 0;
    case 'week': {
      const weeks = Math.floor(walked.number / 7) - Math.floor(anchor.number / 7);
      return weeks % pattern.every === 0 && pattern.weekdays.includes((walked.number % 7) + 1);
    }
    case 'month': {
      const months = (walked.year - anchor.year) * 12 + walked.month - anchor.month;
      return months % pattern.every === 0 && isNamed(walked, pattern.on);
    }
    case 'year':
      return (
        (walked.year - anchor.year) % pattern.every === 0 &&
        walked.month === pattern.month &&
        isNamed(walked, pattern.on)
      );
  }
}

/** The occurrences of a rule from its first one on, found by looking at every day; at most `most`. */
function walk({ pattern, until, times }: ByCalendar, anchorOn: string, most: number): readonly string[] {
  const start = PLACE.get(anchorOn);
  const anchor = ALL_DAYS[start ?? 0];
  if (start === undefined || anchor === undefined) throw new Error('The walk does not reach this day.');
  const found: string[] = [];
  for (const walked of ALL_DAYS.slice(start)) {
    if (found.length >= Math.min(most, times ?? most) || (until !== null && written(walked) > until)) break;
    if (isOccurrence(walked, pattern, anchor)) found.push(written(walked));
  }
  return found;
}

const weekday = fc.integer({ min: 1, max: 7 });
const monthDay: fc.Arbitrary<MonthDay> = fc.oneof(
  fc.record({ kind: fc.constant('day' as const), day: fc.integer({ min: 1, max: 31 }) }),
  fc.constant({ kind: 'last_day' as const }),
  fc.record({ kind: fc.constant('working_day' as const), nth: fc.constantFrom(1 as const, -1 as const) }),
  fc.record({ kind: fc.constant('weekday' as const), nth: fc.constantFrom(1, 2, 3, 4, -1), weekday }),
);
const pattern: fc.Arbitrary<CalendarPattern> = fc.oneof(
  fc.record({ unit: fc.constant('day' as const), every: fc.integer({ min: 1, max: 60 }) }),
  fc.record({
    unit: fc.constant('week' as const),
    every: fc.integer({ min: 1, max: 12 }),
    weekdays: fc.uniqueArray(weekday, { minLength: 1 }).map((days) => days.sort((a, b) => a - b)),
  }),
  fc.record({ unit: fc.constant('month' as const), every: fc.integer({ min: 1, max: 18 }), on: monthDay }),
  fc.record({
    unit: fc.constant('year' as const),
    every: fc.integer({ min: 1, max: 4 }),
    month: fc.integer({ min: 1, max: 12 }),
    on: monthDay,
  }),
);
const from = fc.integer({ min: 0, max: 365 * 50 }).map((days) => addDays(day('1991-01-01'), days));
const ending = fc.oneof(
  { weight: 2, arbitrary: fc.constant({ until: null, times: null }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 9 }).map((times) => ({ until: null, times })) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 2000 }).map((days) => ({ until: days, times: null })) },
);

describe('the next occurrence', () => {
  it('is what a walk over the calendar finds, for ten thousand rules: always later, none left out', () => {
    fc.assert(
      fc.property(pattern, from, ending, (drawn, wanted, { until, times }) => {
        const open = byCalendar(drawn);
        const anchorOn = firstOccurrence(open, wanted);
        if (anchorOn === null) throw new Error('Every rule names some day.');
        const rule = byCalendar(drawn, { times, until: until === null ? null : addDays(anchorOn, until) });
        const expected = walk(rule, anchorOn, 6);
        const found: string[] = [anchorOn];
        while (found.length < 6) {
          const next = nextOccurrence(toRRule(rule), anchorOn, day(found.at(-1) ?? anchorOn));
          if (next === null) break;
          found.push(next);
        }
        expect(found).toEqual(expected);
        expect(comingDays({ recurrence: rule, anchorOn }, anchorOn, 6)).toEqual(expected);
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);

  it('begins on the first day that the rule names', () => {
    fc.assert(
      fc.property(pattern, from, (drawn, wanted) => {
        // Before its first one a rule has no phase: every week, month or year will do.
        const [first] = walk(byCalendar({ ...drawn, every: 1 }), wanted, 1);
        expect(firstOccurrence(byCalendar(drawn), wanted)).toBe(first);
      }),
      { numRuns: 2000 },
    );
  }, 120_000);

  it('is counted from the original day: the 31st stays the 31st', () => {
    const rule = toRRule(byCalendar({ unit: 'month', every: 1, on: { kind: 'day', day: 31 } }));
    expect(nextOccurrence(rule, day('2027-01-31'), day('2027-01-31'))).toBe('2027-02-28');
    expect(nextOccurrence(rule, day('2027-01-31'), day('2027-02-28'))).toBe('2027-03-31');
    expect(nextOccurrence(rule, day('2027-01-31'), day('2027-03-31'))).toBe('2027-04-30');
  });

  it('puts 29 February on the 28th in other years, and back', () => {
    const rule = toRRule(byCalendar({ unit: 'year', every: 1, month: 2, on: { kind: 'day', day: 29 } }));
    expect(nextOccurrence(rule, day('2024-02-29'), day('2024-02-29'))).toBe('2025-02-28');
    expect(nextOccurrence(rule, day('2024-02-29'), day('2027-02-28'))).toBe('2028-02-29');
  });

  it('is none after the last year there is', () => {
    const rule = byCalendar({ unit: 'year', every: 999, month: 2, on: { kind: 'day', day: 28 } });
    expect(nextOccurrence(toRRule(rule), day('9900-02-28'), day('9900-02-28'))).toBeNull();
    expect(
      nextInSeries(
        {
          recurrence: { after: 'done', unit: 'year', every: 999, until: null, times: null },
          anchorOn: day('9900-01-01'),
        },
        { occurrenceOn: day('9900-01-01'), doneOn: day('9900-01-01') },
      ),
    ).toBeNull();
  });
});

describe('a series after it was done', () => {
  const quarterly: Recurrence = { after: 'done', unit: 'month', every: 3, until: null, times: null };
  const handled = { occurrenceOn: day('2026-11-02'), doneOn: day('2026-11-30') };

  it('counts from the day it was done, and the month end clamps', () => {
    expect(nextInSeries({ recurrence: quarterly, anchorOn: day('2026-11-02') }, handled)).toEqual({
      dueOn: '2027-02-28',
      series: { recurrence: quarterly, anchorOn: '2027-02-28' },
    });
  });

  it('ends after its times or its last day', () => {
    const once = { ...quarterly, times: 1 };
    expect(nextInSeries({ recurrence: once, anchorOn: day('2026-11-02') }, handled)).toBeNull();
    const twice = nextInSeries({ recurrence: { ...quarterly, times: 2 }, anchorOn: day('2026-11-02') }, handled);
    expect(twice?.series.recurrence.times).toBe(1);
    const until = { ...quarterly, until: day('2027-02-27') };
    expect(nextInSeries({ recurrence: until, anchorOn: day('2026-11-02') }, handled)).toBeNull();
  });
});

describe('a series that is taken up again', () => {
  const anchorOn = day('2026-09-01');
  const tuesdays = byCalendar({ unit: 'week', every: 2, weekdays: [2] });

  it('goes on with the first day that is not over, in its own rhythm', () => {
    expect(comingInSeries({ recurrence: tuesdays, anchorOn }, day('2026-09-01'), day('2026-11-22'))).toBe('2026-11-24');
    expect(comingInSeries({ recurrence: tuesdays, anchorOn }, day('2026-12-08'), day('2026-11-22'))).toBe('2026-12-08');
  });

  it('is over when it has ended in the meantime', () => {
    const ended = { ...tuesdays, until: day('2026-10-01') };
    expect(comingInSeries({ recurrence: ended, anchorOn }, day('2026-09-01'), day('2026-11-22'))).toBeNull();
  });
});

describe('the text of a rule', () => {
  it('says the same when it is read again', () => {
    fc.assert(
      fc.property(pattern, ending, from, (drawn, { until, times }, on) => {
        const rule = byCalendar(drawn, { times, until: until === null ? null : on });
        expect(fromRRule(toRRule(rule), 'calendar')).toEqual(rule);
      }),
      { numRuns: 1000 },
    );
    const done: Recurrence = { after: 'done', unit: 'week', every: 2, until: null, times: 4 };
    expect(fromRRule(toRRule(done), 'done')).toEqual(done);
  });

  it('is that of RFC 5545', () => {
    expect(toRRule(byCalendar({ unit: 'week', every: 2, weekdays: [2, 4] }, { times: 5 }))).toBe(
      'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;WKST=MO;COUNT=5',
    );
    expect(
      toRRule(
        byCalendar(
          { unit: 'month', every: 3, on: { kind: 'weekday', nth: -1, weekday: 5 } },
          { until: day('2027-12-31') },
        ),
      ),
    ).toBe('FREQ=MONTHLY;INTERVAL=3;BYDAY=-1FR;UNTIL=20271231');
    expect(toRRule(byCalendar({ unit: 'month', every: 1, on: { kind: 'working_day', nth: -1 } }))).toBe(
      'FREQ=MONTHLY;INTERVAL=1;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    );
  });

  it.each(['', 'FREQ=HOURLY;INTERVAL=1', 'FREQ=DAILY', 'FREQ=DAILY;INTERVAL=0', 'FREQ=MONTHLY;INTERVAL=1;BYDAY=9XX'])(
    'that was written by somebody else is not guessed at (%s)',
    (text) => expect(fromRRule(text, 'calendar')).toBeNull(),
  );
});

it('weekdays are counted alike here and there', () => {
  for (const walked of ALL_DAYS.slice(0, 14)) expect((walked.number % 7) + 1).toBe(weekdayOf(day(written(walked))));
});
