import { casual, GB, type ParsedResult } from 'chrono-node/en';
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayFrom,
  daysInMonth,
  isCalendarDate,
  isLocalTime,
  weekdayOf,
} from '../time.ts';
import { dayFirstOf, monthAndDay } from './day-of-a-month.ts';
import { dayOfName, PAST_NAMED_DAY } from './named-days.ts';
import {
  asTyped,
  dateOf,
  findPhrase,
  later,
  MONTHS,
  type Moment,
  noonOf,
  phrase,
  type ReadDate,
  type Reading,
  timeOf,
  WEEKDAY,
  without,
  withoutFrom,
  withoutOverflow,
} from './plain-words.ts';

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const LAST = /\b(?:last|past|previous)\b/i;
const LAST_WEEK = /\blast week\b/i;
const NEXT = /\b(?:next|coming)\b/i;
// They name no day.
const LONGER = /^(?:last|past|previous|this|the last)\s+(?:week|weekend|fortnight|month|quarter|year)$/i;

const MONTH_FIRST = reader(casual);
const DAY_FIRST = reader(GB);

/**
 * Reads a day that was, or today, out of plain English: "yesterday", "last Tue", "3 days ago", "yesterday 3pm", "an hour
 * ago", "12 Nov". A day or a time of day without a year or a day is the last one. Null when there is none, when it is
 * still to come, or when anything else was said beside it.
 */
export function readPastDate(text: string, reading: Reading): ReadDate | null {
  const chrono = reading.dayFirst === true ? DAY_FIRST : MONTH_FIRST;
  const found = findPhrase(text, chrono.parse(withoutFrom(text), noonOf(reading.today)));
  if (found === null || LONGER.test(found.text.trim()) || NEXT.test(found.text)) return null;
  const rest = without(text, found);
  const moment = rest === '' ? resolve(found, reading) : null;
  if (moment === null || !isCalendarDate(moment.on) || moment.on > reading.today) return null;
  return { ...moment, readAs: asTyped(found, text), rest };
}

/**
 * The other day that was and that the same words could mean: "3/4" in the other order, and "last Tuesday", said on a
 * Thursday, may be the one of the week before. Null when there is only one way.
 */
export function readOtherPastDate(text: string, reading: Reading): ReadDate | null {
  const read = readPastDate(text, reading);
  if (read === null) return null;
  const monday = addDays(reading.today, 1 - weekdayOf(reading.today));
  if (LAST.test(read.readAs) && !LAST_WEEK.test(read.readAs) && isWeekdayOnly(read.readAs) && read.on >= monday) {
    return { ...read, on: addDays(read.on, -7) };
  }
  const other = readPastDate(text, { ...reading, dayFirst: reading.dayFirst !== true });
  return other !== null && other.on !== read.on ? other : null;
}

function isWeekdayOnly(text: string): boolean {
  return new RegExp(`\\b${WEEKDAY}\\b`, 'i').test(text);
}

function resolve(found: ParsedResult, { today, now, zone }: Reading): Moment | null {
  const { start, text } = found;
  const tags = found.tags();
  if (tags.has('result/relativeDateAndTime')) return now === undefined ? null : later(text, today, now, zone);
  if (start.isCertain('timezoneOffset') && !tags.has('result/relativeDate')) return null;
  const at = start.isCertain('hour') ? timeOf(found) : null;
  if (at !== null && !isLocalTime(at)) return null;
  const isNamed = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
  if (!isNamed) return { on: at !== null && now !== undefined && at > now ? addDays(today, -1) : today, at };
  return dated(found, today, at);
}

function dated(found: ParsedResult, today: CalendarDate, at: Moment['at']): Moment | null {
  const { start, text } = found;
  const on = dateOf(found);
  const weekday = start.get('weekday');
  if (!start.isCertain('day') && start.isCertain('weekday') && weekday !== null) {
    const back = (weekdayOf(today) - weekday + 7) % 7;
    return { on: addDays(today, -(back === 0 && LAST.test(text) ? 7 : back)), at };
  }
  // "November" is no day, while "2 months ago" is one.
  if (!start.isCertain('day')) return /\bago\b/i.test(text) ? { on: withoutOverflow(on, today), at } : null;
  if (on <= today || start.isCertain('year')) return { on, at };
  return { on: dayFrom(Number(on.slice(0, 4)) - 1, Number(on.slice(5, 7)), Number(on.slice(8))), at };
}

function reader(base: typeof casual): typeof casual {
  const chrono = base.clone();
  chrono.parsers = [monthAndDay, ...chrono.parsers].map(dayFirstOf);
  chrono.parsers.unshift(
    phrase(/\b(?:the )?day before yesterday\b/i, (today) => addDays(today, -2)),
    phrase(/\b(?:a|one) fortnight ago\b/i, (today) => addDays(today, -14)),
    phrase(new RegExp(`\\b${WEEKDAY},? (?:of )?last week\\b`, 'i'), (today, [, day]) => ofLastWeek(today, day)),
    phrase(new RegExp(`\\blast week(?:'s|,)?(?: on)? ${WEEKDAY}\\b`, 'i'), (today, [, day]) => ofLastWeek(today, day)),
    phrase(/\b(?:29(?:th)?(?: of)? feb(?:ruary)?|feb(?:ruary)? 29(?:th)?)\b(?!,? *\d)/i, (today) =>
      lastDayAndMonth(today, 29, 2, null),
    ),
    phrase(new RegExp(`\\b(?:on )?the (\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?(?:${MONTHS}))`, 'i'), (today, [, day]) =>
      lastDayOfMonth(today, Number(day)),
    ),
    phrase(PAST_NAMED_DAY, (today, [, name, year]) => {
      const { day, month } = dayOfName(name);
      return lastDayAndMonth(today, day, month, year === undefined ? null : Number(year));
    }),
    phrase(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?![\d.])/, (today, [, day, month, year]) =>
      lastDayAndMonth(today, Number(day), Number(month), year === undefined ? null : Number(year)),
    ),
  );
  return chrono;
}

function ofLastWeek(today: CalendarDate, name: string | undefined): CalendarDate {
  return addDays(today, WEEKDAYS.indexOf((name ?? '').toLowerCase()) - 6 - weekdayOf(today));
}

/** The last such day in a month that has it. */
function lastDayOfMonth(today: CalendarDate, day: number): CalendarDate | null {
  for (let months = 0; months < 12; months += 1) {
    const [year = 0, month = 0] = addMonths(`${today.slice(0, 8)}01` as CalendarDate, -months)
      .split('-')
      .map(Number);
    const on = dayFrom(year, month, day);
    if (day >= 1 && day <= daysInMonth(year, month) && on <= today) return on;
  }
  return null;
}

/** A day of the year that is named, or the last one that has it: 29 February may be eight years ago. */
function lastDayAndMonth(today: CalendarDate, day: number, month: number, named: number | null): CalendarDate | null {
  const last = named ?? Number(today.slice(0, 4));
  const first = named ?? last - 8;
  for (let year = last; year >= first; year -= 1) {
    const on = dayFrom(year, month, day);
    if (isCalendarDate(on) && (named !== null || on <= today)) return on;
  }
  return null;
}
