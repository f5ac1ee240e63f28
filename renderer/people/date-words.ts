import type { ImportantDate } from '../../shared/people/person.ts';
import { yearsAt } from '../../shared/people/rules.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { formatCount, formatDay, formatMonthName, today } from '../format.ts';

/** When an important date comes round: "in 3 days", and where no day is known "this month" or "in March". */
export function comesRound({ day, month }: Pick<ImportantDate, 'day' | 'month'>, on: CalendarDate): string {
  if (day !== null) return formatDay(on);
  return on.slice(0, 7) === today().slice(0, 7) ? 'this month' : `in ${formatMonthName(month)}`;
}

/** "40 years", and "since 2026" in the year itself or before it; null when the year is not known. */
export function yearsInWords(date: Pick<ImportantDate, 'year'>, on: CalendarDate): string | null {
  const years = yearsAt(date, on);
  if (years === null) return null;
  return years > 0 ? formatCount(years, 'year', 'years') : `since ${date.year}`;
}
