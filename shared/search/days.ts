import { findPast } from '../conversations/capture-words.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  dayFrom,
  daysInMonth,
  isCalendarDate,
  type LocalTime,
  weekdayOf,
} from '../time.ts';

/** Days from the one to the other, both counted in. */
export interface Days {
  readonly first: CalendarDate;
  readonly last: CalendarDate;
}

const END_OF_DAY = '23:59' as LocalTime;
const WRITTEN = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/u;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = new RegExp(`^(${MONTHS.join('|')})[a-z]*(?: (\\d{4}))?$`, 'u');

/**
 * The days that a word for one stands for: a day, a month or a year ("2026-03-05", "2026-03", "2026", "march 2026"),
 * "this week", "last month", "yesterday", "3 weeks ago", "last tuesday". Null when it is none of these.
 */
export function readDays(text: string, today: CalendarDate): Days | null {
  const words = text.trim().toLowerCase().replace(/\s+/gu, ' ');
  const days = writtenDays(words) ?? namedMonth(words, today) ?? namedDays(words, today);
  return days !== null && isCalendarDate(days.first) && isCalendarDate(days.last) ? days : null;
}

function writtenDays(words: string): Days | null {
  const [year = 0, month, day] = (WRITTEN.exec(words) ?? [])
    .slice(1)
    .filter((part) => part !== undefined)
    .map(Number);
  if (year === 0) return null;
  if (month === undefined) return { first: dayFrom(year, 1, 1), last: dayFrom(year, 12, 31) };
  if (day === undefined) return monthOf(year, month);
  const on = dayFrom(year, month, day);
  return { first: on, last: on };
}

function monthOf(year: number, month: number): Days | null {
  if (month < 1 || month > 12) return null;
  return { first: dayFrom(year, month, 1), last: dayFrom(year, month, daysInMonth(year, month)) };
}

/** "March" alone is the last one that has begun. */
function namedMonth(words: string, today: CalendarDate): Days | null {
  const [, name, year] = MONTH.exec(words) ?? [];
  if (name === undefined) return null;
  const month = MONTHS.indexOf(name) + 1;
  const thisYear = Number(today.slice(0, 4));
  const hasBegun = month <= Number(today.slice(5, 7));
  return monthOf(year === undefined ? thisYear - (hasBegun ? 0 : 1) : Number(year), month);
}

function namedDays(words: string, today: CalendarDate): Days | null {
  const [, which, unit] = /^(this|last) (week|month|year)$/u.exec(words) ?? [];
  const back = which === 'last' ? 1 : 0;
  switch (unit) {
    case 'week': {
      const first = addDays(today, 1 - weekdayOf(today) - 7 * back);
      return { first, last: addDays(first, 6) };
    }
    case 'month': {
      const [year = 0, month = 0] = addMonths(today, -back).split('-').map(Number);
      return monthOf(year, month);
    }
    case 'year': {
      const year = Number(today.slice(0, 4)) - back;
      return { first: dayFrom(year, 1, 1), last: dayFrom(year, 12, 31) };
    }
    default:
      return pastDay(words, today);
  }
}

function pastDay(words: string, today: CalendarDate): Days | null {
  const months = /^(\d{1,3}|an?|one) months? ago$/u.exec(words)?.[1];
  if (months !== undefined) {
    const on = addMonths(today, -(Number(months) || 1));
    return { first: on, last: on };
  }
  const whole = findPast(words, { today, now: END_OF_DAY }).find(({ from, to }) => from === 0 && to === words.length);
  // A count of days can lead out of the calendar.
  const on = whole?.value.on;
  return on === undefined || !isCalendarDate(on) ? null : { first: on, last: on };
}
