import { type Reading, readDate } from '../follow-ups/plain-words.ts';
import type { Recurrence } from '../follow-ups/recurrence-rule.ts';
import { readRecurrence } from '../follow-ups/recurrence-text.ts';
import type { CalendarDate, LocalTime } from '../time.ts';
import type { Found } from './capture-words.ts';

/** A next contact that comes back: the first day of its rule on or after `on`. */
export interface FoundSeries {
  readonly on: CalendarDate;
  readonly at: LocalTime | null;
  readonly recurrence: Recurrence;
}

/** "At 10:00 until the end of next June, 12 times" is not longer. */
const MOST_WORDS_AFTER = 9;
// In a title "weekly sync" says what it was; alone such a word says how often only where a next contact is spoken of.
const LONE_WORD =
  /^(?:on\s+)?(?:daily|weekly|fortnightly|monthly|quarterly|half[ -]yearly|yearly|annually|weekdays|bi-?weekly|semi-?annually|once (?:a|per) [a-z]+|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days(?:,? (?:and|&) |, ?)?)+)$/i;
const NEXT_CONTACT = /\b(?:again|follow[ -]?up)[\s,:]+$/i;
const ONLY_TIME = /^(?:at\s+)?(?:\d{1,2}(?::\d{2})?\s*(?:[ap]\.?m\.?)?|noon|midnight)$/i;
const LEAD = /\b(?:from|starting|beginning|on|at)\s+$/i;
// Before a day it says that it begins then; to the reader of days "from 1" would be a time.
const BEGINNING = /\b(?:starting|beginning|from)(?: on)?\s+/i;
/** What the line has taken for something else already. */
const TAKEN = '|';

/** Words that say how often, with all that belongs to them after them: "every second Tuesday at 10:00 until June". */
export function findSeries(text: string, reading: Reading): Found<FoundSeries> | null {
  const first = readRecurrence(text, reading);
  if (first === null) return null;
  const from = text.indexOf(first.readAs);
  if (from < 0 || first.readAs.includes(TAKEN)) return null;
  if (LONE_WORD.test(first.readAs.trim()) && !NEXT_CONTACT.test(text.slice(0, from))) return null;
  for (const to of endsAfter(text, from + first.readAs.length)) {
    const value = wholly(text.slice(from, to), reading);
    if (value !== null) return { from, to, value };
  }
  return null;
}

/** The same with the day it begins on, where that stands right before it: "next Tue 10:00, every 2 weeks". */
export function withItsBeginning(text: string, found: Found<FoundSeries>, reading: Reading): Found<FoundSeries> {
  const before = text.slice(0, found.from).replace(new RegExp(BEGINNING, 'gi'), (words) => TAKEN.repeat(words.length));
  const start = readDate(before.slice(before.lastIndexOf(TAKEN) + 1), reading);
  if (start === null || ONLY_TIME.test(start.readAs.trim())) return found;
  const index = before.lastIndexOf(start.readAs);
  if (index < 0 || !/^[\s,]*$/u.test(before.slice(index + start.readAs.length))) return found;
  const from = LEAD.exec(text.slice(0, index))?.index ?? index;
  const value = wholly(text.slice(index, found.to), reading);
  return value === null ? found : { from, to: found.to, value };
}

/** What a text means that says how often and nothing else. */
function wholly(text: string, reading: Reading): FoundSeries | null {
  const read = readRecurrence(text.replace(BEGINNING, ''), reading);
  return read === null || read.rest !== '' || text.includes(TAKEN)
    ? null
    : { on: read.from, at: read.at, recurrence: read.recurrence };
}

/** The ends of the words after a place, the farthest first, and the place itself. */
function endsAfter(text: string, place: number): readonly number[] {
  const taken = text.indexOf(TAKEN, place);
  const open = text.slice(place, taken < 0 ? text.length : taken);
  const ends: number[] = [place];
  for (const { 0: word, index } of open.matchAll(/[\p{L}\p{N}][\p{L}\p{N}.:/-]*/gu)) {
    if (ends.length > MOST_WORDS_AFTER) break;
    // A full stop or a comma ends what was said, and is no part of it.
    ends.push(place + index + word.replace(/[.:/-]+$/u, '').length);
  }
  return ends.reverse();
}
