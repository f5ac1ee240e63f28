import { casual, GB, type ParsedResult, type Parser } from 'chrono-node/en';
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayFrom,
  daysInMonth,
  type Instant,
  instantFrom,
  instantOf,
  isCalendarDate,
  isLocalTime,
  type LocalTime,
  localAt,
  UTC,
  weekdayOf,
  type Zone,
} from '../time.ts';
import { dayFirstOf, monthAndDay } from './day-of-a-month.ts';
import { COMING_NAMED_DAY, dayOfName } from './named-days.ts';

/** What plain words say about when. */
export interface ReadDate {
  readonly on: CalendarDate;
  /** Only when a time of day was named. */
  readonly at: LocalTime | null;
  /** The piece of the text it was read from: "next Tue 10:00". */
  readonly readAs: string;
  /** The text without that piece: "call Ana about the renewal". */
  readonly rest: string;
}

/** Where and when the words are read; nothing else is known of the present. */
export interface Reading {
  readonly today: CalendarDate;
  /** Needed for "in 2 hours", and to know whether "10:00" has passed. */
  readonly now?: LocalTime;
  /** Needed to count hours over a night when the clocks change, and for "10:00 CET". */
  readonly zone?: Zone;
  /** How "3/4" is read; with dots the day always comes first, as in 3.4.2027. */
  readonly dayFirst?: boolean;
}

export const MONTHS = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const WEEKDAYS = 'mon tue wed thu fri sat sun'.split(' ');
/** The name of a weekday, whole or short; it has one group. */
export const WEEKDAY = '(mon|tue|wed|thu|fri|sat|sun)(?:day|s(?:day)?|nesday|rs?(?:day)?|urday)?';
const PLACES = ['first', 'second', 'third', 'fourth'];
const PLACE = '(first|second|third|fourth|last|1st|2nd|3rd|4th)';
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six'];
// A word that is a month or a day of the week, and much more often something else.
const COMMON_WORD = /^(?:may|march|mar|sat|sun)$/;
const BEFORE_A_DATE = /(?:\b(?:in|on|at|by|for|from|starting|beginning|until|till|before|early|late|the)\s+)+$/i;
const ABOUT_THE_PAST = /\b(?:last(?! \w+ (?:of|in)\b)|past|previous|ago|earlier|yesterday)\b/i;
// What may stand between two dates that belong together: "a week from Monday". Half of it would be a wrong answer.
const TIED = /^\s*(?:from|after|before|in|and|or|,)?\s*$/i;
// "Every 40th Monday" is no Monday, and "twice a week" is not in a week: how often was said, and not understood.
const BEFORE_HOW_OFTEN = new RegExp(
  `\\b(?:every|each|fifth|\\d+th|${PLACE})(?:\\s+(?:\\d+(?:st|nd|rd|th)?|fifth|${PLACE}|other|working|day|weekday|of|the|${WEEKDAY}))*\\s*$`,
  'i',
);
const BEFORE_A_SPAN = /\b(?:once|twice|times)\s*$/i;
const ZONE_NAME = /(?:\s+\(?[A-Z]{2,5}\)?|(?<=\d)Z|\s*(?:GMT|UTC)?\s?[+-]\d{1,2}:?\d{0,2})$/i;
// A month and days that no zone on earth spent changing its clocks: hours are counted here.
const STILL_DAY = '2001-01-15';

const FROM_A_DAY = new RegExp(
  `\\bfrom(?=\\s+\\d{1,2}(?:st|nd|rd|th)?(?:\\s*(?:-|–|to|until|till)\\s*\\d{1,2}(?:st|nd|rd|th)?)?\\s+(?:of\\s+)?(?:${MONTHS})[a-z]*\\b)`,
  'gi',
);

const MONTH_FIRST = reader(casual);
const DAY_FIRST = reader(GB);

// "Next Friday", said on a Wednesday, is one of two.
const NEXT_WEEKDAY = new RegExp(`\\bnext\\s+${WEEKDAY}\\b`, 'i');

/**
 * Reads a day to come out of plain English: "in 3 weeks", "next Tue 10:00", "tomorrow", "in March", "29 Feb",
 * "in 2 hours". A weekday never means today, and "next week" means its Monday. Null when there is none, when it lies in
 * the past, or when the words would be read only by half. The machine's own clock and zone play no part.
 */
export function readDate(text: string, reading: Reading): ReadDate | null {
  const found = findComing(text, reading);
  if (found === null) return null;
  const moment = resolve(found, text, reading);
  if (moment === null || !isCalendarDate(moment.on) || moment.on < reading.today) return null;
  return { ...moment, readAs: asTyped(found, text), rest: without(text, found) };
}

/**
 * The other day that the same words could mean, when they were read one way of two: "3/4" is a day and a month, in the
 * one order or the other, and "next Friday" may be the one of this week. Null when there is only one way.
 */
export function readOtherDate(text: string, reading: Reading): ReadDate | null {
  const read = readDate(text, reading);
  if (read === null) return null;
  const sooner = addDays(read.on, -7);
  if (NEXT_WEEKDAY.test(read.readAs) && sooner > reading.today) return { ...read, on: sooner };
  const other = readDate(text, { ...reading, dayFirst: reading.dayFirst !== true });
  return other !== null && read.on !== other.on ? other : null;
}

/** The piece of a text that names a day to come, as it was parsed. */
export function findComing(text: string, { today, dayFirst }: Reading): ParsedResult | null {
  const chrono = dayFirst === true ? DAY_FIRST : MONTH_FIRST;
  const found = findPhrase(text, chrono.parse(withoutFrom(text), noonOf(today), { forwardDate: true }));
  return found === null || ABOUT_THE_PAST.test(found.text) ? null : found;
}

/** The piece that says most about when; none when it is the half of what was said. */
export function findPhrase(text: string, parsed: readonly ParsedResult[]): ParsedResult | null {
  const results = parsed.filter((result) => !isCommonWord(result, text));
  // "Send the March plan tomorrow": a month alone is the weaker word.
  const found = results.find(isDefinite) ?? results[0];
  if (found === undefined) return null;
  const index = results.indexOf(found);
  const isHalf = [results[index - 1], results[index + 1]].some(
    (other) => other !== undefined && TIED.test(between(text, found, other)),
  );
  return isHalf || isHowOften(found, text) ? null : found;
}

function isHowOften({ index, text: piece }: ParsedResult, text: string): boolean {
  const before = text.slice(0, index);
  if (/^an?\b/i.test(piece) && BEFORE_A_SPAN.test(before)) return true;
  // "Ask each on Friday" says when.
  return !/^(?:on|at|in|by)\b/i.test(piece) && BEFORE_HOW_OFTEN.test(before);
}

/**
 * The text without the "from" of "from 1 Dec" and "from 3 to 5 Dec", which chrono reads as from one o'clock on. Every
 * other letter stays where it was.
 */
export function withoutFrom(text: string): string {
  return text.replace(FROM_A_DAY, (from) => ' '.repeat(from.length));
}

/** The piece as it was typed, with what was kept from chrono. */
export function asTyped({ index, text: piece }: ParsedResult, text: string): string {
  return text.slice(index, index + piece.length);
}

function isDefinite(result: ParsedResult): boolean {
  const { start } = result;
  return (
    start.isCertain('day') ||
    start.isCertain('weekday') ||
    start.isCertain('hour') ||
    result.tags().has('result/relativeDate')
  );
}

function between(text: string, one: ParsedResult, other: ParsedResult): string {
  const [first, second] = one.index < other.index ? [one, other] : [other, one];
  return text.slice(first.index + first.text.length, second.index);
}

/** Noon exists on every day in every zone, and no step of whole days leads from noon into a gap of the clock. */
export function noonOf(day: string): Date {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date, 12);
}

function isCommonWord({ text: phrase, index }: ParsedResult, text: string): boolean {
  return COMMON_WORD.test(phrase) && phrase !== text.trim() && !BEFORE_A_DATE.test(text.slice(0, index));
}

export type Moment = Pick<ReadDate, 'on' | 'at'>;

function resolve(found: ParsedResult, text: string, reading: Reading): Moment | null {
  const { start } = found;
  const { today, now, zone } = reading;
  const tags = found.tags();
  if (tags.has('result/relativeDateAndTime')) return now === undefined ? null : later(found.text, today, now, zone);

  const on = dateOf(found);
  if (!start.isCertain('hour')) {
    const ofMonths = tags.has('result/relativeDate') && !start.isCertain('day') && !start.isCertain('weekday');
    return { on: ofMonths ? withoutOverflow(on, today) : awayFromToday(found, on, text, today), at: null };
  }
  const at = timeOf(found);
  if (!isLocalTime(at)) return null;
  if (start.isCertain('timezoneOffset')) return elsewhere(found, reading);
  const dayIsNamed = start.isCertain('day') || start.isCertain('weekday') || start.isCertain('month');
  if (dayIsNamed || tags.has('result/relativeDate')) return { on: awayFromToday(found, on, text, today), at };
  return { on: now !== undefined && at <= now ? addDays(today, 1) : today, at };
}

/** The day that was read. Whether there is such a day is for the caller to check. */
export function dateOf({ start }: ParsedResult): CalendarDate {
  return dayFrom(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
}

/** The time of day that was read, as `HH:MM`. */
export function timeOf({ start }: ParsedResult): string {
  const two = (name: 'hour' | 'minute'): string => String(start.get(name) ?? 0).padStart(2, '0');
  return `${two('hour')}:${two('minute')}`;
}

/** "Friday", said on a Friday, is the next one. */
function awayFromToday({ start }: ParsedResult, on: CalendarDate, text: string, today: CalendarDate): CalendarDate {
  const onlyWeekday = start.isCertain('weekday') && !start.isCertain('day') && !start.isCertain('month');
  return onlyWeekday && on === today && !/\bthis\b/i.test(text) ? addDays(on, 7) : on;
}

/** A month after the 31st is the last day of a shorter month, not one of the first days of the next. */
export function withoutOverflow(on: CalendarDate, today: CalendarDate): CalendarDate {
  const day = Number(on.slice(8));
  return day <= 3 && Number(today.slice(8)) > 28 ? addDays(on, -day) : on;
}

/** Hours and minutes from now, or ago: wall-clock time, and real hours when the zone is known. */
export function later(phrase: string, today: CalendarDate, now: LocalTime, zone: Zone | undefined): Moment | null {
  const [counted] = MONTH_FIRST.parse(phrase, noonOf(STILL_DAY), { forwardDate: true });
  if (counted === undefined) return null;
  const part = (name: 'year' | 'month' | 'day' | 'hour' | 'minute'): number => counted.start.get(name) ?? 0;
  const end = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  const passed = end - Date.parse(`${STILL_DAY}T12:00:00Z`);
  const from = zone === undefined ? `${today}T${now}:00.000Z` : instantOf(today, now, zone);
  const { date, time } = localAt(shifted(from, passed), zone ?? UTC);
  return { on: date, at: time };
}

/**
 * A time said in another zone ("10:00 CET"), as the clocks here will show it. It is read without the zone first: with it
 * chrono would ask the machine's clock which day is still to come.
 */
function elsewhere({ start, text }: ParsedResult, reading: Reading): Moment | null {
  if (reading.zone === undefined) return null;
  const said = text.replace(ZONE_NAME, '');
  const there = said === text ? null : readDate(said, reading);
  if (there === null || there.at === null) return null;
  const offset = -60_000 * (start.get('timezoneOffset') ?? 0);
  const { date, time } = localAt(shifted(`${there.on}T${there.at}:00.000Z`, offset), reading.zone);
  return { on: date, at: time };
}

function shifted(instant: string, milliseconds: number): Instant {
  return instantFrom(Date.parse(instant) + milliseconds);
}

/** The words that are left, without the preposition that led to the date. */
export function without(text: string, { index, text: phrase }: ParsedResult): string {
  const before = text.slice(0, index).replace(BEFORE_A_DATE, '');
  const after = text.slice(index + phrase.length);
  return `${before} ${after}`.replace(/\s+/g, ' ').replace(/^[\s,;:–-]+|[\s,;:–-]+$/g, '');
}

/** Chrono's English, with what it reads otherwise or not at all. Of two readings of the same words the first one holds. */
function reader(base: typeof casual): typeof casual {
  const chrono = base.clone();
  chrono.parsers = [monthAndDay, ...chrono.parsers].map(dayFirstOf);
  chrono.parsers.unshift(
    phrase(/\b(?:the )?day after tomorrow\b/i, (today) => addDays(today, 2)),
    phrase(/\b(?:in )?(?:a|one) fortnight\b/i, (today) => addDays(today, 14)),
    phrase(/\bnext week\b/i, (today) => addDays(today, 8 - weekdayOf(today))),
    phrase(/\bafter (?:the|this) weekend\b/i, (today) => addDays(today, 8 - weekdayOf(today))),
    phrase(new RegExp(`\\b${WEEKDAY} week\\b`, 'i'), (today, [, day]) => addDays(comingWeekday(today, day), 7)),
    phrase(
      new RegExp(`\\b(?:in )?(an?|\\d{1,2}|${NUMBERS.join('|')}) weeks? (?:on|from|after) ${WEEKDAY}\\b`, 'i'),
      (today, [, count, day]) => addDays(comingWeekday(today, day), 7 * numberOf(count)),
    ),
    phrase(
      new RegExp(
        `\\b(?:the )?${PLACE} ${WEEKDAY} (?:of|in) (?:(this|next) month|(${MONTHS})[a-z]*(?: (\\d{4}))?)\\b`,
        'i',
      ),
      (today, [, place, day, which, month, year]) => nthWeekday(today, { place, day, which, month, year }),
    ),
    phrase(/\b(?:the )?(?:beginning|start) of next (week|month|year)\b/i, startOfNext),
    phrase(/\bend of next week\b/i, (today) => addDays(today, 12 - weekdayOf(today))),
    phrase(/\bend of (?:the|this) week\b/i, (today) => addDays(today, Math.max(0, 5 - weekdayOf(today)))),
    phrase(/\b(?:29(?:th)?(?: of)? feb(?:ruary)?|feb(?:ruary)? 29(?:th)?)\b(?!,? *\d)/i, next29February),
    phrase(new RegExp(`\\bmid[ -](${MONTHS})[a-z]*\\b`, 'i'), (today, [, month]) =>
      nextDayAndMonth(today, 15, MONTHS.split('|').indexOf(month?.toLowerCase() ?? '') + 1, null),
    ),
    phrase(new RegExp(`\\b(?:on )?the (\\d{1,2})(?:st|nd|rd|th)\\b(?! (?:of )?(?:${MONTHS}))`, 'i'), (today, [, day]) =>
      nextDayOfMonth(today, Number(day)),
    ),
    phrase(COMING_NAMED_DAY, (today, [, name, year]) => {
      const { day, month } = dayOfName(name);
      return nextDayAndMonth(today, day, month, year === undefined ? null : Number(year));
    }),
    phrase(/(?<![\d.])(\d{1,2})\.(\d{1,2})\.(\d{4})?(?![\d.])/, (today, [, day, month, year]) =>
      nextDayAndMonth(today, Number(day), Number(month), year === undefined ? null : Number(year)),
    ),
  );
  return chrono;
}

type PhraseMeans = (today: CalendarDate, match: RegExpMatchArray) => CalendarDate | null;

/** Words that chrono reads otherwise or not at all, and the day they mean. */
export function phrase(pattern: RegExp, means: PhraseMeans): Parser {
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const noon = context.reference.getDateWithAdjustedTimezone();
      const on = means(dayFrom(noon.getFullYear(), noon.getMonth() + 1, noon.getDate()), match);
      if (on === null) return null;
      const [year = 0, month = 0, day = 0] = on.split('-').map(Number);
      return { year, month, day };
    },
  };
}

/** It never means today. */
function comingWeekday(today: CalendarDate, name: string | undefined): CalendarDate {
  return addDays(today, ((weekdayNamed(name) - weekdayOf(today) + 6) % 7) + 1);
}

/** 1 for Monday, whatever the end of its name. */
function weekdayNamed(name: string | undefined): number {
  return WEEKDAYS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1;
}

function numberOf(word: string | undefined): number {
  const place = NUMBERS.indexOf((word ?? '').toLowerCase());
  return place >= 0 ? place + 1 : Number(word) || 1;
}

function startOfNext(today: CalendarDate, [, unit = '']: RegExpMatchArray): CalendarDate {
  const [year = 0, month = 0] = today.split('-').map(Number);
  switch (unit.toLowerCase()) {
    case 'week':
      return addDays(today, 8 - weekdayOf(today));
    case 'month':
      return addMonths(dayFrom(year, month, 1), 1);
    default:
      return dayFrom(year + 1, 1, 1);
  }
}

interface NthWeekday {
  readonly place: string | undefined;
  readonly day: string | undefined;
  readonly which: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
}

/** "The last Friday of March": of the year that is named, or the next one. */
function nthWeekday(today: CalendarDate, said: NthWeekday): CalendarDate | null {
  const thisMonth = `${today.slice(0, 8)}01` as CalendarDate;
  if (said.which !== undefined) return nthIn(addMonths(thisMonth, said.which.toLowerCase() === 'next' ? 1 : 0), said);
  const month = MONTHS.split('|').indexOf(said.month?.toLowerCase() ?? '') + 1;
  const year = Number(said.year ?? today.slice(0, 4));
  const on = nthIn(dayFrom(year, month, 1), said);
  return said.year !== undefined || on >= today ? on : nthIn(dayFrom(year + 1, month, 1), said);
}

function nthIn(first: CalendarDate, { place = '', day }: NthWeekday): CalendarDate {
  const weekday = weekdayNamed(day);
  const last = addDays(addMonths(first, 1), -1);
  if (place.toLowerCase() === 'last') return addDays(last, -((weekdayOf(last) - weekday + 7) % 7));
  const nth = PLACES.indexOf(place.toLowerCase()) + 1 || Number(place[0]);
  return addDays(first, ((weekday - weekdayOf(first) + 7) % 7) + 7 * (nth - 1));
}

function next29February(today: CalendarDate): CalendarDate | null {
  return nextDayAndMonth(today, 29, 2, null);
}

/** The next such day in a month that has it. */
function nextDayOfMonth(today: CalendarDate, day: number): CalendarDate | null {
  for (let months = 0; months < 12; months += 1) {
    const [year = 0, month = 0] = addMonths(`${today.slice(0, 8)}01` as CalendarDate, months)
      .split('-')
      .map(Number);
    const on = dayFrom(year, month, day);
    if (day >= 1 && day <= daysInMonth(year, month) && on >= today) return on;
  }
  return null;
}

/** A day of the year that is named, or the next one that has it: 29 February may be eight years away. */
function nextDayAndMonth(today: CalendarDate, day: number, month: number, named: number | null): CalendarDate | null {
  const first = named ?? Number(today.slice(0, 4));
  const last = named ?? first + 8;
  for (let year = first; year <= last; year += 1) {
    const on = dayFrom(year, month, day);
    if (isCalendarDate(on) && (named !== null || on >= today)) return on;
  }
  return null;
}
