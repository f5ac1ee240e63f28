import { addDays, addMonths, type CalendarDate, type LocalTime, weekdayOf } from '../time.ts';
import { type ReadDate, type Reading, readDate } from './plain-words.ts';
import { COUNT, NUMBERS, numberOf, READERS, type Said, UNIT, withUnit } from './recurrence-phrases.ts';
import type { MonthDay, Recurrence } from './recurrence-rule.ts';

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

const AFTER_DONE = /(?:,\s*)?\bafter (?:it (?:was|is) )?(?:done|doing it)\b/i;
// Without "every": "3 months after it was done".
const COUNTED_AFTER_DONE = new RegExp(
  `(?<![\\w-])(?:every\\s+)?(?:${COUNT}|a|an)\\s+${UNIT}\\s+after (?:it (?:was|is) )?done\\b`,
  'i',
);
const TIMES = new RegExp(`(?:,\\s*)?\\b(?:for\\s+)?(\\d{1,3}|${NUMBERS.slice(2).join('|')}) times\\b`, 'i');
// "For 6 weeks", the first day included.
const LASTING = new RegExp(`(?:,\\s*)?\\bfor\\s+(?:the\\s+next\\s+)?(?:(an?)|${COUNT})\\s+${UNIT}\\b`, 'i');
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
  const lasting = LASTING.exec(found.rest);
  const ending = lasting === null ? readEnding(found.rest, reading) : lastingOf(found.rest, lasting);
  const start = readDate(ending.rest, reading);
  const isTimeOnly = start !== null && ONLY_TIME.test(start.readAs.trim());
  const day = start === null || isTimeOnly ? null : start.on;
  const from = day ?? startOf(found.said, reading.today);
  const begun = toRecurrence(found.said, found.isAfterDone, day ?? from, ending);
  const recurrence = lasting === null ? begun : { ...begun, until: lastDay(found.said, from, lasting) };
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

function lastingOf(text: string, lasting: RegExpExecArray): Ending {
  return { until: null, times: null, rest: without(text, lasting) };
}

/** The last day of a span that begins with the first occurrence. */
function lastDay(said: Said, from: CalendarDate, [, , count, unit = '']: RegExpExecArray): CalendarDate {
  return addDays(daysOn(firstDay(said, from), withUnit(unit, count)), -1);
}

function firstDay({ weekdays, on, month }: Said, from: CalendarDate): CalendarDate {
  for (let ahead = 0; ahead <= 366; ahead += 1) {
    const day = addDays(from, ahead);
    // The first of a month is a day of every calendar.
    const isNamed = on === undefined || dayNamed(`${day.slice(0, 8)}01` as CalendarDate, on) === day;
    const isInMonth = month === undefined || Number(day.slice(5, 7)) === month;
    if (isNamed && isInMonth && weekdays?.includes(weekdayOf(day)) !== false) return day;
  }
  return from;
}

function daysOn(from: CalendarDate, { unit, every }: Pick<Said, 'unit' | 'every'>): CalendarDate {
  switch (unit) {
    case 'day':
      return addDays(from, every);
    case 'week':
      return addDays(from, 7 * every);
    case 'month':
      return addMonths(from, every);
    case 'year':
      return addMonths(from, 12 * every);
  }
}

/** Where it begins when no day is named: the next such day, or one interval from today. */
function startOf({ unit, every, weekdays, on, within }: Said, today: CalendarDate): CalendarDate {
  if (within !== undefined && on !== undefined) return nextWithin(today, within, on);
  if (weekdays !== undefined || on !== undefined) return addDays(today, 1);
  return daysOn(today, { unit, every });
}

/** The next such day in the first month of a quarter or a half; "the last" is one of its last month. */
function nextWithin(today: CalendarDate, months: 3 | 6, on: MonthDay): CalendarDate {
  const isLast = on.kind === 'last_day' || (on.kind !== 'day' && on.nth === -1);
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
  if (on.kind === 'working_day') {
    const edge = on.nth === 1 ? first : last;
    const beyond = weekdayOf(edge) - 5;
    return beyond <= 0 ? edge : addDays(edge, on.nth === 1 ? 3 - beyond : -beyond);
  }
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

function without(text: string, match: RegExpExecArray): string {
  return `${text.slice(0, match.index)} ${text.slice(match.index + match[0].length)}`.replace(/\s+/g, ' ').trim();
}

function restOf(start: ReadDate | null, text: string): string {
  return (start?.rest ?? text).replace(/\s+/g, ' ').replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
}
