import { addDays, addMonths, type CalendarDate, dayFrom, daysInMonth, isCalendarDate } from '../time.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The number of a month by its name or the beginning of it: 1 to 12; null for any other word. */
function monthOf(word: string): number | null {
  const index = word.length < 3 ? -1 : MONTHS.indexOf(word.slice(0, 3));
  return index < 0 ? null : index + 1;
}

function dayOf(year: number, month: number, day: number): CalendarDate | null {
  const on = dayFrom(year, month, day);
  return isCalendarDate(on) ? on : null;
}

/** The last day of a month, which is where looking back on it begins. */
function endOf(year: number, month: number): CalendarDate | null {
  return month < 1 || month > 12 ? null : dayOf(year, month, daysInMonth(year, month));
}

const AGO = /^(\d{1,3}|an?) (day|week|month|year)s? ago$/;
const LAST = /^last (week|month|year)$/;

function counted(count: number, unit: string, today: CalendarDate): CalendarDate {
  if (unit === 'day') return addDays(today, -count);
  if (unit === 'week') return addDays(today, -7 * count);
  return addMonths(today, unit === 'month' ? -count : -12 * count);
}

/**
 * Reads a day that is over out of plain English: "12 March 2024", "March 12, 2024", "2024-03-12", "March 2024", "2024-03",
 * "March" (the last one), "2019", "yesterday", "3 months ago", "last week". Of a month or a year it is the last day, from
 * where one looks back. Null when there is none.
 */
export function readPastDay(text: string, today: CalendarDate): CalendarDate | null {
  const words = text.trim().toLowerCase().replace(/[.,]/g, ' ').replace(/\s+/g, ' ').trim();
  const read = readWords(words, today);
  if (read === null) return null;
  return read > today ? today : read;
}

function readWords(words: string, today: CalendarDate): CalendarDate | null {
  if (words === 'today') return today;
  if (words === 'yesterday') return addDays(today, -1);
  const ago = AGO.exec(words);
  if (ago !== null) return counted(Number(ago[1]) || 1, ago[2] ?? '', today);
  const last = LAST.exec(words);
  if (last !== null) return counted(1, last[1] ?? '', today);
  if (isCalendarDate(words)) return words;
  const numbers = /^(\d{4})-(\d{1,2})$/.exec(words);
  if (numbers !== null) return endOf(Number(numbers[1]), Number(numbers[2]));
  if (/^\d{4}$/.test(words)) return endOf(Number(words), 12);
  return readNamed(words.split(' '), today);
}

/** A day with the name of its month, in either order, with or without a year. */
function readNamed(words: readonly string[], today: CalendarDate): CalendarDate | null {
  const month = words.map(monthOf).find((each) => each !== null);
  if (month === undefined || month === null || words.length > 3) return null;
  const others = words.filter((word) => monthOf(word) === null);
  const numbers = others.map((word) => /^(\d{1,4})(?:st|nd|rd|th)?$/.exec(word)?.[1] ?? '');
  if (numbers.includes('')) return null;
  const year = numbers.find((digits) => digits.length === 4);
  const day = numbers.find((digits) => digits.length <= 2);
  if (numbers.length !== Number(year !== undefined) + Number(day !== undefined)) return null;
  const present = Number(today.slice(0, 4));
  const at = (of: number): CalendarDate | null =>
    day === undefined ? endOf(of, month) : dayOf(of, month, Number(day));
  if (year !== undefined) return at(Number(year));
  // Without a year it is the last one that has begun.
  const begins = dayOf(present, month, day === undefined ? 1 : Number(day));
  return begins !== null && begins <= today ? at(present) : at(present - 1);
}
