import { addDays, type CalendarDate, daysInMonth } from '../time.ts';
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

function dayIn(year: number, { month, day }: Pick<ImportantDate, 'month' | 'day'>): CalendarDate {
  const two = (part: number): string => String(part).padStart(2, '0');
  // Only a 29 February can be missing from a year; it falls on the 28th then.
  const real = Math.min(day, daysInMonth(year, month));
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(real)}` as CalendarDate;
}

/**
 * The first time an important date comes round on or after `from`. A date with a year does not come round before that
 * year; null when it would be after the year 9999.
 */
export function nextOccurrence(
  date: Pick<ImportantDate, 'month' | 'day' | 'year'>,
  from: CalendarDate,
): CalendarDate | null {
  const year = Math.max(Number(from.slice(0, 4)), date.year ?? 1);
  const first = dayIn(year, date);
  if (first >= from) return first;
  return year < 9999 ? dayIn(year + 1, date) : null;
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
