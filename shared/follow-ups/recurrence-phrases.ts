import { dayOfName, NAMED_DAY } from './named-days.ts';
import type { MonthDay, Unit } from './recurrence-rule.ts';
import { WEEKDAY_NAMES } from './recurrence-words.ts';

/** In words, from zero on. */
export const NUMBERS: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(
  ' ',
);
const PLACES: readonly string[] =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth'.split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const DAY = '(mon|tue|wed|thu|fri|sat|sun)(?:days?|s?days?|nesdays?|rsdays?|urdays?|s)?';
const DAYS = `${DAY}(?:(?:\\s*,\\s*|\\s*(?:,\\s*)?(?:and|&)\\s+)${DAY})*`;
/** A number as it is said; it has one group. */
export const COUNT = `(\\d{1,3}(?:st|nd|rd|th)?|${NUMBERS.slice(1).join('|')}|other|${PLACES.slice(1).join('|')})`;
/** Days, weeks and so on; it has one group. */
export const UNIT = '(days?|weeks?|fortnights?|months?|quarters?|half[ -]years?|years?)';
const PLACE = '(1st|2nd|3rd|4th|first|second|third|fourth|last)';
const MONTH = `(${MONTHS.join('|')})[a-z]*`;
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?';
const WORKING_DAY = '(?:working|week|business)[ -]?day';
const PLURALS = '(?:mon|tues|wednes|thurs|fri|satur|sun)days';
const FULL_MONTH = '(january|february|march|april|may|june|july|august|september|october|november|december)';
const OF = `(?:\\s+(?:of|in))?\\s+(?:the|a|each|every)(?:\\s+${COUNT})?\\s+${UNIT}`;

/** How often, as it was said. */
export interface Said {
  readonly unit: Unit;
  readonly every: number;
  readonly weekdays?: readonly number[];
  readonly on?: MonthDay;
  readonly month?: number;
  /** Months count from the beginning of a quarter or a half. */
  readonly within?: 3 | 6;
}

type Reader = readonly [pattern: RegExp, read: (match: RegExpExecArray) => Said | null];

function phrase(source: string): RegExp {
  return new RegExp(`(?<![\\w-])(?:on\\s+)?${source}(?![\\w-])`, 'i');
}

/** What says how often. Of two that read the same words the first one holds. */
export const READERS: readonly Reader[] = [
  // "first Monday of the quarter", "every last Friday of the month", "last day of every 3 months"
  [
    phrase(`(?:(?:the|every|each)\\s+)?${PLACE}\\s+(day|${DAY})${OF}`),
    ([, place = '', what = '', weekday, count, unit = '']) => {
      const counted = withUnit(unit, count);
      const nth = nthOf(place);
      if (counted.unit !== 'month' && counted.unit !== 'year') return null;
      const said = counted.unit === 'year' ? { ...counted, month: nth === -1 ? 12 : 1 } : counted;
      if (what.toLowerCase() !== 'day')
        return { ...said, on: { kind: 'weekday', nth, weekday: weekdayOfName(weekday) } };
      if (nth === -1) return { ...said, on: { kind: 'last_day' } };
      return { ...said, on: { kind: 'day', day: nth } };
    },
  ],
  // "last weekday of the month", "the first working day of every quarter"
  [
    phrase(`(?:(?:the|every|each)\\s+)?(first|last|1st)\\s+${WORKING_DAY}${OF}`),
    ([, place = '', count, unit = '']) => {
      const said = withUnit(unit, count);
      const nth = place.toLowerCase() === 'last' ? -1 : 1;
      if (said.unit !== 'month' && said.unit !== 'year') return null;
      return {
        ...said,
        ...(said.unit === 'year' ? { month: nth === 1 ? 1 : 12 } : {}),
        on: { kind: 'working_day', nth },
      };
    },
  ],
  // "the first of every month"
  [
    phrase(`(?:the\\s+)?(first|last)\\s+of\\s+(?:the|each|every)(?:\\s+${COUNT})?\\s+${UNIT}`),
    ([, place = '', count, unit = '']) => {
      const said = withUnit(unit, count);
      if (said.unit !== 'month') return null;
      return { ...said, on: place.toLowerCase() === 'last' ? { kind: 'last_day' } : { kind: 'day', day: 1 } };
    },
  ],
  // "every first Monday of January"
  [
    phrase(`(?:every|each)\\s+${PLACE}\\s+${DAY}\\s+(?:of|in)\\s+${FULL_MONTH}`),
    ([, place = '', weekday, month = '']) => ({
      unit: 'year',
      every: 1,
      month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
      on: { kind: 'weekday', nth: nthOf(place), weekday: weekdayOfName(weekday) },
    }),
  ],
  // "every first Monday", "each last Friday"; "every second Tuesday" is every other one
  [
    phrase(`(?:every|each)\\s+(first|last|1st)\\s+${DAY}`),
    ([, place = '', weekday]) => ({
      unit: 'month',
      every: 1,
      on: { kind: 'weekday', nth: nthOf(place), weekday: weekdayOfName(weekday) },
    }),
  ],
  // "the 31st of every month", "every 5th of the month"
  [
    phrase(`(?:(?:the|every|each)\\s+)?(\\d{1,2})(?:st|nd|rd|th)${OF}`),
    ([, day = '', count, unit = '']) => {
      const said = withUnit(unit, count);
      return said.unit === 'month' ? { ...said, on: { kind: 'day', day: Number(day) } } : null;
    },
  ],
  // "every year on 3 March", "yearly on March 3rd", "every 29 February"
  [
    phrase(
      `(?:(?:every\\s+year|yearly|annually)(?:\\s+on)?|every)\\s+(?:the\\s+)?(?:${NTH}\\s+(?:of\\s+)?${MONTH}|${MONTH}\\s+${NTH})`,
    ),
    ([, day, month, otherMonth, otherDay]) => ({
      unit: 'year',
      every: 1,
      month: MONTHS.indexOf((month ?? otherMonth ?? '').toLowerCase()) + 1,
      on: { kind: 'day', day: Number(day ?? otherDay) },
    }),
  ],
  // "every Christmas", "every year on New Year's Eve"
  [
    phrase(`(?:(?:every\\s+year|yearly|annually)(?:\\s+(?:on|at))?|every|each)\\s+${NAMED_DAY}`),
    ([, name]) => {
      const { day, month } = dayOfName(name);
      return { unit: 'year', every: 1, month, on: { kind: 'day', day } };
    },
  ],
  // "every January"
  [
    phrase(`(?:every|each)\\s+${FULL_MONTH}`),
    ([, month = '']) => ({
      unit: 'year',
      every: 1,
      month: MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1,
      on: { kind: 'day', day: 1 },
    }),
  ],
  // "every 3 months on the 31st", "monthly on the last day", "every month on the first Monday"
  [
    phrase(
      `(?:every(?:\\s+${COUNT})?\\s+(months?|quarters?)|(monthly|quarterly))\\s+on\\s+(?:the\\s+)?(?:(\\d{1,2})(?:st|nd|rd|th)|${PLACE}\\s+(day|${DAY}))`,
    ),
    ([, count, unit, adverb, day, place, what, weekday]) => {
      const said = unit === undefined ? withAdverb(adverb ?? '') : withUnit(unit, count);
      if (day !== undefined) return { ...said, on: { kind: 'day', day: Number(day) } };
      const nth = nthOf(place ?? '');
      if (what?.toLowerCase() !== 'day')
        return { ...said, on: { kind: 'weekday', nth, weekday: weekdayOfName(weekday) } };
      return { ...said, on: nth === -1 ? { kind: 'last_day' } : { kind: 'day', day: nth } };
    },
  ],
  // "every 2 weeks on Tue and Thu", "weekly on Friday", "fortnightly on Monday"
  [
    phrase(
      `(?:every(?:\\s+${COUNT})?\\s+(weeks?|fortnights?)|(weekly|bi-?weekly|fortnightly))\\s+(?:on\\s+)?(${DAYS})`,
    ),
    ([, count, unit, adverb, days = '']) => ({
      ...(unit === undefined ? withAdverb(adverb ?? '') : withUnit(unit, count)),
      weekdays: weekdaysIn(days),
    }),
  ],
  // "every Mon-Fri", "every Tuesday to Thursday"
  [
    phrase(`(?:every|each)\\s+${DAY}\\s*(?:-|–|to|till|through)\\s*${DAY}`),
    ([, first, last]) => ({
      unit: 'week',
      every: 1,
      weekdays: weekdaysFrom(weekdayOfName(first), weekdayOfName(last)),
    }),
  ],
  // "Mondays", "on Tuesdays and Thursdays"
  [
    phrase(`(${PLURALS}(?:(?:\\s*,\\s*|\\s*(?:,\\s*)?(?:and|&)\\s+)${PLURALS})*)`),
    ([, days = '']) => ({ unit: 'week', every: 1, weekdays: weekdaysIn(days) }),
  ],
  [phrase('(?:every|each)\\s+weekend'), () => ({ unit: 'week', every: 1, weekdays: [6] })],
  [phrase('(?:every|each)\\s+(?:morning|afternoon|evening|night)'), () => ({ unit: 'day', every: 1 })],
  // "every weekday", "every second Tuesday", "every Mon, Wed and Fri", "Mondays"
  [
    phrase('(?:every\\s+(?:week|working\\s+)day|(?:on\\s+)?weekdays)'),
    () => ({ unit: 'week', every: 1, weekdays: [1, 2, 3, 4, 5] }),
  ],
  [
    phrase(`(?:every|each)(?:\\s+${COUNT})?\\s+(${DAYS})`),
    ([, count, days = '']) => ({ unit: 'week', every: numberOf(count), weekdays: weekdaysIn(days) }),
  ],
  // "every 3 months", "every other day", "every quarter"
  [phrase(`(?:once\\s+)?(?:every|each)(?:\\s+${COUNT})?\\s+${UNIT}`), ([, count, unit = '']) => withUnit(unit, count)],
  // "once a week"
  [phrase(`once\\s+(?:a|per)\\s+${UNIT}`), ([, unit = '']) => withUnit(unit, undefined)],
  [
    phrase('(daily|weekly|bi-?weekly|fortnightly|monthly|quarterly|half[ -]yearly|semi-?annually|yearly|annually)'),
    ([, adverb = '']) => withAdverb(adverb),
  ],
];

/** What a unit and a number mean: a quarter is three months. */
export function withUnit(unit: string, count: string | undefined): Said {
  const every = numberOf(count);
  const word = unit.toLowerCase().replace('-', ' ').replace(/s$/, '');
  if (word === 'fortnight') return { unit: 'week', every: 2 * every };
  if (word === 'quarter') return { unit: 'month', every: 3 * every, within: 3 };
  if (word === 'half year') return { unit: 'month', every: 6 * every, within: 6 };
  return { unit: word === 'day' || word === 'week' || word === 'month' ? word : 'year', every };
}

const ADVERBS: Readonly<Record<string, string>> = {
  daily: 'day',
  weekly: 'week',
  fortnightly: 'fortnight',
  monthly: 'month',
  quarterly: 'quarter',
  'half yearly': 'half year',
  biweekly: 'fortnight',
  'bi weekly': 'fortnight',
  semiannually: 'half year',
  'semi annually': 'half year',
};

function withAdverb(adverb: string): Said {
  return withUnit(ADVERBS[adverb.toLowerCase().replace('-', ' ')] ?? 'year', undefined);
}

/** A number in figures, in words, or as a place; without a word 1. */
export function numberOf(word: string | undefined): number {
  if (word === undefined) return 1;
  const said = word.toLowerCase();
  if (/^\d/.test(said)) return Number.parseInt(said, 10);
  if (said === 'other') return 2;
  const place = PLACES.indexOf(said);
  return place >= 0 ? place + 1 : Math.max(1, NUMBERS.indexOf(said));
}

function nthOf(word: string): 1 | 2 | 3 | 4 | -1 {
  const said = word.toLowerCase();
  if (said === 'last') return -1;
  const place = PLACES.indexOf(said);
  return ([1, 2, 3, 4] as const)[place >= 0 ? place : Number(said[0]) - 1] ?? 1;
}

function weekdayOfName(name: string | undefined): number {
  const short = (name ?? '').slice(0, 3).toLowerCase();
  return WEEKDAY_NAMES.findIndex((each) => each.toLowerCase().startsWith(short)) + 1;
}

function weekdaysIn(text: string): readonly number[] {
  const named = text.toLowerCase().match(/mon|tue|wed|thu|fri|sat|sun/g) ?? [];
  return [...new Set(named.map(weekdayOfName))].sort((a, b) => a - b);
}

function weekdaysFrom(first: number, last: number): readonly number[] {
  const count = ((last - first + 7) % 7) + 1;
  return Array.from({ length: count }, (_, index) => ((first + index - 1) % 7) + 1).sort((a, b) => a - b);
}
