import { addDays, addMonths, type CalendarDate, type LocalTime, weekdayOf } from '../time.ts';
import { type ReadDate, type Reading, readDate } from './plain-words.ts';
import type { MonthDay, Recurrence, Unit } from './recurrence-rule.ts';
import { WEEKDAY_NAMES } from './recurrence-words.ts';

/** What plain words say about how often. */
export interface ReadRecurrence {
  readonly recurrence: Recurrence;
  /** The first occurrence is the first day of the rule on or after this one. */
  readonly from: CalendarDate;
  readonly at: LocalTime | null;
  /** The piece of the text that says how often: "every second Tuesday". */
  readonly readAs: string;
  /** The text without what was read. */
  readonly rest: string;
}

const NUMBERS: readonly string[] = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const PLACES: readonly string[] = ['first', 'second', 'third', 'fourth'];
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const DAY = '(mon|tue|wed|thu|fri|sat|sun)(?:days?|s?days?|nesdays?|rsdays?|urdays?|s)?';
const DAYS = `${DAY}(?:(?:\\s*,\\s*|\\s*(?:,\\s*)?(?:and|&)\\s+)${DAY})*`;
const COUNT = `(\\d{1,3}|${NUMBERS.slice(1).join('|')}|other|second|third|fourth)`;
const UNIT = '(days?|weeks?|fortnights?|months?|quarters?|half[ -]years?|years?)';
const PLACE = '(1st|2nd|3rd|4th|first|second|third|fourth|last)';
const MONTH = `(${MONTHS.join('|')})[a-z]*`;
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?';
const OF = `(?:\\s+(?:of|in))?\\s+(?:the|a|each|every)(?:\\s+${COUNT})?\\s+${UNIT}`;

interface Said {
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

// Of two that read the same words the first one holds.
const READERS: readonly Reader[] = [
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
  // "the 31st of every month"
  [
    phrase(`(?:the\\s+)?(\\d{1,2})(?:st|nd|rd|th)${OF}`),
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
    phrase(`(?:every(?:\\s+${COUNT})?\\s+(weeks?|fortnights?)|(weekly|fortnightly))\\s+(?:on\\s+)?(${DAYS})`),
    ([, count, unit, adverb, days = '']) => ({
      ...(unit === undefined ? withAdverb(adverb ?? '') : withUnit(unit, count)),
      weekdays: weekdaysIn(days),
    }),
  ],
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
  [phrase(`(?:every|each)(?:\\s+${COUNT})?\\s+${UNIT}`), ([, count, unit = '']) => withUnit(unit, count)],
  [
    phrase('(daily|weekly|fortnightly|monthly|quarterly|half[ -]yearly|yearly|annually)'),
    ([, adverb = '']) => withAdverb(adverb),
  ],
];

const AFTER_DONE = /(?:,\s*)?\bafter (?:it (?:was|is) )?(?:done|doing it)\b/i;
// Without "every": "3 months after it was done".
const COUNTED_AFTER_DONE = new RegExp(
  `(?<![\\w-])(?:every\\s+)?(?:${COUNT}|a|an)\\s+${UNIT}\\s+after (?:it (?:was|is) )?done\\b`,
  'i',
);
const TIMES = new RegExp(`(?:,\\s*)?\\b(?:for\\s+)?(\\d{1,3}|${NUMBERS.slice(2).join('|')}) times\\b`, 'i');
const UNTIL = /(?:,\s*)?\b(?:until|till|up to)\s+(.*)$/i;
const ONLY_TIME = /^(?:at\s+)?(?:\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midnight)$/i;

/**
 * Reads how often out of plain English: "every second Tuesday", "first Monday of the quarter", "every 3 months until
 * June", "the last day of the month, 5 times", "6 weeks after it was done". A day or a time of day beside it says when
 * it begins. Null when nothing says how often.
 */
export function readRecurrence(text: string, reading: Reading): ReadRecurrence | null {
  const afterDone = readAfterDone(text);
  const found = afterDone ?? readPattern(text);
  if (found === null) return null;
  const ending = readEnding(found.rest, reading);
  const start = readDate(ending.rest, reading);
  const isTimeOnly = start !== null && ONLY_TIME.test(start.readAs.trim());
  const day = start === null || isTimeOnly ? null : start.on;
  const from = day ?? startOf(found.said, reading.today);
  const recurrence = toRecurrence(found.said, found.isAfterDone, day ?? from, ending);
  return { recurrence, from, at: start?.at ?? null, readAs: found.readAs, rest: restOf(start, ending.rest) };
}

function readAfterDone(text: string) {
  const counted = COUNTED_AFTER_DONE.exec(text);
  if (counted === null) return null;
  const said = withUnit(counted[2] ?? '', counted[1]);
  return { said, isAfterDone: true, readAs: counted[0], rest: without(text, counted) };
}

function readPattern(text: string) {
  for (const [pattern, read] of READERS) {
    const match = pattern.exec(text);
    const said = match === null ? null : read(match);
    if (match === null) continue;
    // Half of what was said would be a wrong answer.
    if (said === null || !isPossible(said)) return null;
    const rest = without(text, match);
    const done = AFTER_DONE.exec(rest);
    if (done === null) return { said, isAfterDone: false, readAs: match[0], rest };
    return { said, isAfterDone: true, readAs: match[0], rest: without(rest, done) };
  }
  return null;
}

function isPossible({ every, on, month }: Said): boolean {
  return every >= 1 && every <= 999 && (on?.kind !== 'day' || (on.day >= 1 && on.day <= 31)) && month !== 0;
}

interface Ending {
  readonly until: CalendarDate | null;
  readonly times: number | null;
  readonly rest: string;
}

function readEnding(text: string, reading: Reading): Ending {
  const times = TIMES.exec(text);
  if (times !== null) return { until: null, times: numberOf(times[1]), rest: without(text, times) };
  const until = UNTIL.exec(text);
  const day = until === null ? null : readDate(until[1] ?? '', reading);
  if (until === null || day === null) return { until: null, times: null, rest: text };
  return { until: day.on, times: null, rest: `${text.slice(0, until.index)} ${day.rest}`.trim() };
}

/** Where it begins when no day is named: the next such day, or one interval from today. */
function startOf({ unit, every, weekdays, on, within }: Said, today: CalendarDate): CalendarDate {
  if (within !== undefined && on !== undefined) return nextWithin(today, within, on);
  if (weekdays !== undefined || on !== undefined) return addDays(today, 1);
  switch (unit) {
    case 'day':
      return addDays(today, every);
    case 'week':
      return addDays(today, 7 * every);
    case 'month':
      return addMonths(today, every);
    case 'year':
      return addMonths(today, 12 * every);
  }
}

/** The next such day in the first month of a quarter or a half; "the last" is one of its last month. */
function nextWithin(today: CalendarDate, months: 3 | 6, on: MonthDay): CalendarDate {
  const isLast = on.kind === 'last_day' || (on.kind === 'weekday' && on.nth === -1);
  for (let ahead = 0; ahead <= 2 * months; ahead += 1) {
    // The first of a month is a day of every calendar.
    const first = addMonths(`${today.slice(0, 8)}01` as CalendarDate, ahead);
    const isInPlace = (Number(first.slice(5, 7)) - 1) % months === (isLast ? months - 1 : 0);
    const day = dayNamed(first, on);
    if (isInPlace && day > today) return day;
  }
  return addDays(today, 1);
}

function dayNamed(first: CalendarDate, on: MonthDay): CalendarDate {
  const last = addDays(addMonths(first, 1), -1);
  if (on.kind === 'last_day') return last;
  if (on.kind === 'day') return addDays(first, Math.min(on.day, Number(last.slice(8))) - 1);
  if (on.nth === -1) return addDays(last, -((weekdayOf(last) - on.weekday + 7) % 7));
  return addDays(first, ((on.weekday - weekdayOf(first) + 7) % 7) + 7 * (on.nth - 1));
}

function toRecurrence(said: Said, isAfterDone: boolean, start: CalendarDate, { until, times }: Ending): Recurrence {
  const { unit, every } = said;
  const ends = { until, times };
  if (isAfterDone) return { after: 'done', unit, every, ...ends };
  const on = said.on ?? { kind: 'day', day: Number(start.slice(8)) };
  const month = said.month ?? Number(start.slice(5, 7));
  switch (unit) {
    case 'day':
      return { after: 'calendar', pattern: { unit, every }, ...ends };
    case 'week':
      return { after: 'calendar', pattern: { unit, every, weekdays: said.weekdays ?? [weekdayOf(start)] }, ...ends };
    case 'month':
      return { after: 'calendar', pattern: { unit, every, on }, ...ends };
    case 'year':
      return { after: 'calendar', pattern: { unit, every, month, on }, ...ends };
  }
}

function withUnit(unit: string, count: string | undefined): Said {
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
};

function withAdverb(adverb: string): Said {
  return withUnit(ADVERBS[adverb.toLowerCase().replace('-', ' ')] ?? 'year', undefined);
}

function numberOf(word: string | undefined): number {
  if (word === undefined) return 1;
  const said = word.toLowerCase();
  if (/^\d+$/.test(said)) return Number(said);
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

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\s+/g, ' ').trim();
}

function restOf(start: ReadDate | null, text: string): string {
  return (start?.rest ?? text).replace(/\s+/g, ' ').replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
}
