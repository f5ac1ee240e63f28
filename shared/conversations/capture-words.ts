import type { Channel } from '../observations/cue.ts';
import { addDays, type CalendarDate, isCalendarDate, type LocalTime, timeFrom, weekdayOf } from '../time.ts';

/** Something understood in a line, and where: `from` is the first character, `to` the one after the last. */
export interface Found<Value> {
  readonly from: number;
  readonly to: number;
  readonly value: Value;
}

const DAY_MINUTES = 1440;

const CHANNEL_WORDS: readonly (readonly [Channel, RegExp])[] = [
  ['in_person', /\b(?:in[ -]person|face[ -]to[ -]face)\b/giu],
  ['video', /\b(?:(?:by|on|over) )?(?:video(?: ?call)?|zoom|teams call|google meet|facetime)\b/giu],
  ['email', /\b(?:(?:by|via) )?(?:e-?mail)\b/giu],
  ['message', /\b(?:(?:by|via|on) )?(?:text message|sms|whatsapp|chat|message)\b/giu],
  ['social', /\b(?:(?:by|via|on) )?(?:linkedin|instagram|mastodon|bluesky)\b/giu],
  // "Call her back" is something to do, and stays with the words around it.
  ['phone', /\b(?:(?:by|on the) phone|phone(?: ?call)?|called|call)\b(?! (?:her|him|them|us|me|back|again)\b)/giu],
];

/** Words that name a channel, in the order of the line. */
export function findChannels(text: string): readonly Found<Channel>[] {
  return CHANNEL_WORDS.flatMap(([channel, pattern]) =>
    [...text.matchAll(pattern)].map((match) => found(match, channel)),
  ).sort((a, b) => a.from - b.from);
}

const DURATIONS: readonly (readonly [RegExp, (parts: readonly (string | undefined)[]) => number])[] = [
  [/\ban hour and a half\b/giu, () => 90],
  [/\bthree quarters of an hour\b/giu, () => 45],
  [/\bhalf an hour\b/giu, () => 30],
  [/\b(?:a )?quarter of an hour\b/giu, () => 15],
  [/\b(\d{1,2}) ?h(?:ours?|rs?)? ?(\d{1,2}) ?(?:m(?:in(?:ute)?s?)?)?\b/giu, ([h, m]) => 60 * Number(h) + Number(m)],
  [/\b(\d{1,2}(?:[.,]\d)?) ?(?:h|hrs?|hours?)\b/giu, ([h]) => Math.round(60 * Number(h?.replace(',', '.')))],
  [/\b(\d{1,4}) ?(?:m|mins?|minutes?)\b/giu, ([m]) => Number(m)],
  [/\ban hour\b/giu, () => 60],
];
// "in 25 minutes" and "an hour ago" say when; "€25m" is money, and "1.5m" no length of a talk.
const NO_DURATION_AFTER = /(?:\b(?:in|within|every|last|next)\s+|[$€£¥.,/\d-])$/iu;
const NO_DURATION_BEFORE = /^\s*(?:ago|from|earlier|later)\b/iu;
const FOR = /\bfor\s+$/iu;

/** How long something took, in minutes: "25m", "1h30", "half an hour". */
export function findDurations(text: string): readonly Found<number>[] {
  const all = DURATIONS.flatMap(([pattern, minutes]) =>
    [...text.matchAll(pattern)].map((match) => found(match, minutes(match.slice(1)))),
  ).filter(({ from, to, value }) => {
    const isElse = NO_DURATION_AFTER.test(text.slice(0, from)) || NO_DURATION_BEFORE.test(text.slice(to));
    return !isElse && value >= 1 && value <= DAY_MINUTES;
  });
  return apart(all).map((each) => {
    const lead = FOR.exec(text.slice(0, each.from));
    return lead === null ? each : { ...each, from: lead.index };
  });
}

/** When a conversation was. Without a time only the day is known. */
export interface PastMoment {
  readonly on: CalendarDate;
  readonly at: LocalTime | null;
}

/** The day and the time of day when the words are read. */
export interface Present {
  readonly today: CalendarDate;
  readonly now: LocalTime;
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const SMALL_NUMBERS = ['a', 'two', 'three', 'four', 'five', 'six', 'seven'];
const CLOCK = String.raw`\d{1,2}(?::\d{2})? ?(?:am|pm)|\d{1,2}:\d{2}|noon`;
const TO = String.raw` ?(?:-|–|\bto\b|\buntil\b|\btill\b) ?`;
// It is the beginning that counts: "3pm", "from 3pm", "3pm to 4pm", "3-4pm".
const TIME = [
  `(?:(?:at|from) )?(?:`,
  String.raw`(?<hour>\d{1,2})(?::(?<minute>\d{2}))?(?: ?(?<half>am|pm)(?:${TO}(?:${CLOCK}))?|`,
  String.raw`${TO}(?<end>\d{1,2})(?::\d{2})? ?(?<halfAtEnd>am|pm))`,
  String.raw`|(?<hours>\d{1,2}):(?<minutes>\d{2})(?:${TO}(?:${CLOCK}))?|(?<noon>noon)(?:${TO}(?:${CLOCK}))?)`,
].join('');
// After a day "from 9 to 10" is a time; elsewhere it may be a price.
const BARE_TIMES = String.raw`from (?<bare>\d{1,2})${TO}\d{1,2}`;
const COUNT = `\\d{1,3}|an?|${SMALL_NUMBERS.slice(1).join('|')}`;
const PAST_DAY = [
  '(?:the )?day before yesterday',
  'yesterday(?: morning| afternoon| evening)?',
  'last night',
  '(?:earlier )?today|this morning|earlier',
  `(?:${COUNT}) (?:days?|weeks?) ago`,
  '(?:on )?last (?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?',
  String.raw`(?:on )?\d{4}-\d{2}-\d{2}`,
].join('|');
const WITH_DAY = new RegExp(
  `(?<![\\p{L}\\d])(?<day>${PAST_DAY})(?:,? (?:${TIME}|${BARE_TIMES}))?(?![\\p{L}\\d:])`,
  'giu',
);
const TIME_FIRST = new RegExp(`(?<![\\p{L}\\d:.])${TIME},? (?<day>${PAST_DAY})(?![\\p{L}\\d:])`, 'giu');
const HOURS_AGO = new RegExp(
  `(?<![\\p{L}\\d])(${COUNT}|half an) ?(hours?|h|hrs?|minutes?|mins?|m) ago(?![\\p{L}\\d])`,
  'giu',
);
const ONLY_TIME = new RegExp(`(?<![\\p{L}\\d:./$€£-])${TIME}(?![\\p{L}\\d:./-])`, 'giu');

/** Words for a moment that is past: "yesterday 3pm", "last Tuesday", "2 hours ago". A day to come is not one. */
export function findPast(text: string, present: Present): readonly Found<PastMoment>[] {
  const all: (Found<PastMoment> | null)[] = [];
  for (const match of text.matchAll(TIME_FIRST)) all.push(past(match, present));
  for (const match of text.matchAll(WITH_DAY)) all.push(past(match, present));
  for (const match of text.matchAll(HOURS_AGO)) all.push(ago(match, present));
  return apart(all.filter((each) => each !== null));
}

/** A time of day that stands alone and has passed today: "at 9:30". */
export function findTimes(text: string, { today, now }: Present): readonly Found<PastMoment>[] {
  return [...text.matchAll(ONLY_TIME)].flatMap((match) => {
    const at = timeOf(match);
    return at === null || at === undefined || at > now ? [] : [found(match, { on: today, at })];
  });
}

/** The day and time so many minutes earlier, on a wall clock that does not change meanwhile. */
export function minutesBefore({ today, now }: Present, minutes: number): { on: CalendarDate; at: LocalTime } {
  const [hour = 0, minute = 0] = now.split(':').map(Number);
  const left = 60 * hour + minute - minutes;
  const days = Math.floor(left / DAY_MINUTES);
  return { on: addDays(today, days), at: timeFrom(left - days * DAY_MINUTES) };
}

function past(match: RegExpExecArray, present: Present): Found<PastMoment> | null {
  const { day = '' } = match.groups ?? {};
  const on = dayOf(day.toLowerCase(), present.today);
  const time = timeOf(match);
  // A time that is none ("yesterday 25:00"): the day alone would be half of what was meant.
  if (on === null || time === undefined || on > present.today) return null;
  if (on === present.today && time !== null && time > present.now) return null;
  return found(match, { on, at: time });
}

function dayOf(words: string, today: CalendarDate): CalendarDate | null {
  if (words.includes('day before yesterday')) return addDays(today, -2);
  if (words.startsWith('yesterday') || words === 'last night') return addDays(today, -1);
  const days = /^(\S+) (day|week)s? ago$/u.exec(words);
  if (days !== null) return addDays(today, -countOf(days[1]) * (days[2] === 'week' ? 7 : 1));
  const weekday = WEEKDAYS.indexOf(/last (\w{3})/u.exec(words)?.[1] ?? '');
  // Last Tuesday, said on a Tuesday, was a week ago.
  if (weekday >= 0) return addDays(today, -((weekdayOf(today) - weekday + 6) % 7 || 7));
  const written = /\d{4}-\d{2}-\d{2}/u.exec(words)?.[0];
  if (written !== undefined) return isCalendarDate(written) ? written : null;
  return today;
}

function ago(match: RegExpExecArray, present: Present): Found<PastMoment> {
  const isHours = /^h/iu.test(match[2] ?? '');
  const count = match[1]?.toLowerCase() === 'half an' ? 0.5 : countOf(match[1]);
  return found(match, minutesBefore(present, Math.round(count * (isHours ? 60 : 1))));
}

function countOf(word = ''): number {
  const small = SMALL_NUMBERS.indexOf(word.toLowerCase().replace(/^an$/u, 'a'));
  return small >= 0 ? small + 1 : Number(word);
}

/** Null without a time, undefined for one that no clock shows. */
function timeOf({ groups = {} }: RegExpExecArray): LocalTime | null | undefined {
  const { hour, minute, half, end, halfAtEnd, hours, minutes, noon, bare } = groups;
  if (noon !== undefined) return timeFrom(720);
  if (hours !== undefined) return checked(Number(hours), Number(minutes));
  if (bare !== undefined) return checked(Number(bare), 0);
  if (hour === undefined) return null;
  const twelve = Number(hour);
  if (twelve < 1 || twelve > 12) return undefined;
  const isOverNoon = end !== undefined && twelve % 12 > Number(end) % 12;
  const isAfternoon = (half ?? halfAtEnd)?.toLowerCase() === 'pm' && !isOverNoon;
  return checked((twelve % 12) + (isAfternoon ? 12 : 0), Number(minute ?? 0));
}

function checked(hours: number, minutes: number): LocalTime | undefined {
  return hours > 23 || minutes > 59 ? undefined : timeFrom(60 * hours + minutes);
}

function found<Value>(match: RegExpExecArray, value: Value): Found<Value> {
  return { from: match.index, to: match.index + match[0].length, value };
}

/** In the order of the line; of two that overlap, the one that was looked for first. */
function apart<Value>(all: readonly Found<Value>[]): readonly Found<Value>[] {
  const kept: Found<Value>[] = [];
  for (const each of all) {
    if (kept.every(({ from, to }) => each.to <= from || each.from >= to)) kept.push(each);
  }
  return kept.sort((a, b) => a.from - b.from);
}
