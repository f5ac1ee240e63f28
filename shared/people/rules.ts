import { addDays, type CalendarDate, dayFrom, daysInMonth } from '../time.ts';
import type { ImportantDate } from './person.ts';

/** Two names or tags are the same when these are equal: case, spaces around and the way accents are written do not count. */
export function foldName(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** The first of each name, in the order given, without the spaces around it. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const seen = new Map<string, string>();
  for (const name of names) {
    const folded = foldName(name);
    if (!seen.has(folded)) seen.set(folded, name.trim());
  }
  return [...seen.values()];
}

/** By name, as the user's language sorts it. */
export function byName<Named extends { readonly name: string }>(items: readonly Named[]): readonly Named[] {
  const { compare } = new Intl.Collator();
  return items.toSorted((a, b) => compare(a.name, b.name));
}

/** Where a 29 February is kept in years without one. */
export const LEAP_DAYS = ['feb_28', 'mar_1'] as const;
export type LeapDay = (typeof LEAP_DAYS)[number];

/** How many days ahead a date is named that says nothing else. */
export const USUAL_NOTICE_DAYS = 14;

type Yearly = Pick<ImportantDate, 'month' | 'day' | 'year'>;

/** The first and the last day of a date in a year: the same, unless only the month is known. */
function daysIn(year: number, { month, day }: Yearly, leapDay: LeapDay): readonly [CalendarDate, CalendarDate] {
  const last = daysInMonth(year, month);
  if (day === null) return [dayFrom(year, month, 1), dayFrom(year, month, last)];
  // Only a 29 February can be missing from a year.
  const on =
    day <= last ? dayFrom(year, month, day) : leapDay === 'mar_1' ? dayFrom(year, 3, 1) : dayFrom(year, month, last);
  return [on, on];
}

/**
 * The first time an important date comes round on or after `from`; within a month of which no day is known, `from`
 * itself. A date with a year does not come round before that year; null when it would be after the year 9999.
 */
export function nextOccurrence(date: Yearly, from: CalendarDate, leapDay: LeapDay = 'feb_28'): CalendarDate | null {
  const year = Math.max(Number(from.slice(0, 4)), date.year ?? 1);
  const [first, last] = daysIn(year, date, leapDay);
  if (last >= from) return first > from ? first : from;
  return year < 9999 ? daysIn(year + 1, date, leapDay)[0] : null;
}

/** How many years after its own year a date comes round; null when the year is not known. */
export function yearsAt(date: Pick<ImportantDate, 'year'>, on: CalendarDate): number | null {
  return date.year === null ? null : Number(on.slice(0, 4)) - date.year;
}

/** The months (1–12) that a stretch of days touches. */
export function monthsWithin(from: CalendarDate, days: number): ReadonlySet<number> {
  const months = new Set<number>();
  // Every month has at least 28 days, so none is stepped over.
  for (let passed = 0; passed <= days && months.size < 12; passed += 28) months.add(monthOf(addDays(from, passed)));
  return months.add(monthOf(addDays(from, days)));
}

function monthOf(date: CalendarDate): number {
  return Number(date.slice(5, 7));
}
