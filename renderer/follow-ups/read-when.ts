import type { DraftContent } from '../../shared/drafts/draft-content.ts';
import { readOtherPastDate, readPastDate } from '../../shared/follow-ups/past-words.ts';
import { type ReadDate, readDate, readOtherDate } from '../../shared/follow-ups/plain-words.ts';
import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';
import { readRecurrence } from '../../shared/follow-ups/recurrence-text.ts';
import { type ReadYearly, readOtherYearly, readYearly } from '../../shared/people/yearly-words.ts';
import { formatDate, formatMonthDay, formatTime, isDayFirst, now } from '../format.ts';

function reading() {
  const { date, time, zone } = now();
  return { today: date, now: time, zone, dayFirst: isDayFirst() };
}

/** Reads a day to come out of plain words, from where and when the user is. */
export function readWhen(text: string): ReadDate | null {
  return readDate(text, reading());
}

/** The day that was read, with its weekday; where the words could mean another, that one too. */
export function dayWords(text: string, { on, at }: ReadDate): string {
  const day = at === null ? formatDate(on) : `${formatDate(on)}, ${formatTime(at)}`;
  return day + otherDay(text);
}

/** What is added where words could mean another day: "; “3/4” was not read as Sun, 4 Mar 2027". */
export function otherDay(text: string): string {
  return notReadAs(readOtherDate(text, reading()));
}

/** Reads a day that was, or today, out of plain words. */
export function readPast(text: string): ReadDate | null {
  return readPastDate(text, reading());
}

/** What is added where words could mean another day that was. */
export function otherPastDay(text: string): string {
  return notReadAs(readOtherPastDate(text, reading()));
}

function notReadAs(other: ReadDate | null): string {
  return other === null ? '' : `; “${other.readAs}” was not read as ${formatDate(other.on)}`;
}

/** Reads a day that comes round out of plain words. */
export function readRound(text: string): ReadYearly | null {
  return readYearly(text, reading());
}

/** What is added where words could mean another day of the year. */
export function otherRound(text: string): string {
  const other = readOtherYearly(text, reading());
  return other === null
    ? ''
    : `; “${text.trim()}” was not read as ${formatMonthDay(other.month, other.day, other.year)}`;
}

/** A next contact as a conversation holds it, out of plain words; null when they name no day to come. */
export function readNextContact(text: string): DraftContent['followUp']['resolved'] {
  const read = readWords(text);
  if (read === null) return null;
  const { rest, on, at, recurrence } = read;
  return { words: rest, dueOn: on, dueTime: at, ...(recurrence === null ? {} : { recurrence }) };
}

/** What plain words say about when, once or again and again. */
export interface ReadWords extends ReadDate {
  /** It begins on its first day on or after `on`. */
  readonly recurrence: Recurrence | null;
}

/** Reads a day, or how often, out of plain words. */
export function readWords(text: string): ReadWords | null {
  const often = readRecurrence(text, reading());
  if (often !== null) {
    const { recurrence, from, at, rest } = often;
    // What is read changes with every part of it, e.g. when ", 5 times" is written after it.
    return { on: from, at, rest, recurrence, readAs: JSON.stringify([often.readAs, from, at, recurrence]) };
  }
  const once = readWhen(text);
  return once === null ? null : { ...once, recurrence: null };
}
