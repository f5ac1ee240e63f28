import * as z from 'zod/mini';
import { addDays, addMonths, type CalendarDate, isCalendarDate } from '../time.ts';

/** A year or a month: `2026` or `2026-11`. */
export type Period = string & { readonly __time: 'period' };

/** True for a year from 0002 to 9998 or a month of one, so that there is always one before and one after. */
export function isPeriod(text: string): text is Period {
  return (
    /^\d{4}(-\d{2})?$/.test(text) &&
    isCalendarDate(`${text}-01${text.length === 4 ? '-01' : ''}`) &&
    text >= '0002' &&
    text < '9999'
  );
}

// The cast adds the brand only; the value stays the checked string.
export const period = z.string().check(z.refine((text) => isPeriod(text))) as unknown as z.ZodMiniType<Period, Period>;

export type PeriodKind = 'month' | 'year';

/** Whether a period is a month or a year. */
export function kindOf(of: Period): PeriodKind {
  return of.length === 4 ? 'year' : 'month';
}

/** The month or the year that a day lies in. */
export function periodAt(day: CalendarDate, kind: PeriodKind): Period {
  // The beginning of a day is a period.
  return day.slice(0, kind === 'year' ? 4 : 7) as Period;
}

/** The first and the last day. */
export function daysOf(of: Period): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const kind = kindOf(of);
  // A period was checked to be the beginning of a day.
  const from = (kind === 'year' ? `${of}-01-01` : `${of}-01`) as CalendarDate;
  return { from, to: addDays(addMonths(from, monthsOf(kind)), -1) };
}

/** The same kind of period, so many later (before it, when negative). */
export function periodAfter(of: Period, count: number): Period {
  const kind = kindOf(of);
  return periodAt(addMonths(daysOf(of).from, count * monthsOf(kind)), kind);
}

function monthsOf(kind: PeriodKind): number {
  return kind === 'year' ? 12 : 1;
}

/** Of two days, or of two periods of a kind, the earlier one. */
export function earlierOf<Time extends CalendarDate | Period>(one: Time, other: Time): Time {
  return [one, other].toSorted()[0] ?? one;
}

/** The days with which a period that is not over yet is compared: as many as have passed, of the one before. */
export function daysBefore(
  of: Period,
  today: CalendarDate,
): { readonly from: CalendarDate; readonly to: CalendarDate } {
  const before = daysOf(periodAfter(of, -1));
  if (today >= daysOf(of).to) return before;
  const same = addMonths(today, -monthsOf(kindOf(of)));
  return { from: before.from, to: earlierOf(same, before.to) };
}
