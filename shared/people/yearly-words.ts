import { findComing, type Reading, without } from '../follow-ups/plain-words.ts';

/** What plain words say about a day that comes round: any part but the month may be unknown. */
export interface ReadYearly {
  readonly day: number | null;
  readonly month: number;
  readonly year: number | null;
}

const MONTH_NAME = /[a-z]{3}/i;
// Only some years have it: where no year is said, it is no day to come of next year.
const LEAP_DAY = /^\s*(?:29[/.]0?2|0?2\/29)\.?\s*$/;
const ONLY_DAY = /^(?:on\s+)?the\s/i;

/**
 * Reads a day that comes round out of plain English: "3 August", "Feb 29 1980", "August", "3.8.1980", "3/8". Null when
 * there is none, or when anything else was said beside it.
 */
export function readYearly(text: string, reading: Reading): ReadYearly | null {
  if (LEAP_DAY.test(text)) return { day: 29, month: 2, year: null };
  const found = findComing(text, reading);
  if (found === null || without(text, found) !== '' || ONLY_DAY.test(found.text)) return null;
  const { start } = found;
  const month = start.get('month');
  if (!start.isCertain('month') || start.isCertain('hour') || month === null) return null;
  const [day, year] = [start.isCertain('day') ? start.get('day') : null, start.get('year')];
  return { day, month, year: saysYear(found.text, day !== null) ? year : null };
}

/** The other way to read "3/4"; null when there is only one. */
export function readOtherYearly(text: string, reading: Reading): ReadYearly | null {
  const read = readYearly(text, reading);
  const other = readYearly(text, { ...reading, dayFirst: reading.dayFirst !== true });
  return read !== null && other !== null && read.month !== other.month ? other : null;
}

/** Where no year is said, the one of the next such day is known all the same: the numbers that stand there tell. */
function saysYear(text: string, hasDay: boolean): boolean {
  if (/\b\d{4}\b/.test(text)) return true;
  const numbers = text.match(/\d+/g)?.length ?? 0;
  return numbers > (MONTH_NAME.test(text.replace(/\d+(?:st|nd|rd|th)/gi, '')) ? 0 : 1) + (hasDay ? 1 : 0);
}
