import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, type CalendarDate, isCalendarDate } from '../time.ts';
import { type Recurrence, toRRule, type Unit } from './recurrence-rule.ts';

/**
 * The first day after `after` that a rule names, given the day of its first one; null when it has come to its end. Days
 * have no zone: they are counted as if in UTC, and the time of day is put to them afterwards, where it belongs.
 */
export function nextOccurrence(rrule: string, anchor: CalendarDate, after: CalendarDate): CalendarDate | null {
  const rule = new RRuleTemporal({ rruleString: rrule, dtstart: midnight(anchor), temporal: Temporal });
  // Nothing lies before the first one.
  const found = rule.next(midnight(after < anchor ? addDays(anchor, -1) : after), false);
  const day = found?.toPlainDate().toString() ?? '';
  return isCalendarDate(day) ? day : null;
}

function midnight(day: CalendarDate): Temporal.ZonedDateTime {
  return Temporal.ZonedDateTime.from(`${day}T00:00:00+00:00[UTC]`);
}

/** A recurrence and the day of its first occurrence, from which all others are counted. */
export interface Series {
  readonly recurrence: Recurrence;
  readonly anchorOn: CalendarDate;
}

/** The day on which a recurrence begins that is wanted from a day on; null when it ends before it begins. */
export function firstOccurrence(recurrence: Recurrence, from: CalendarDate): CalendarDate | null {
  const { until } = recurrence;
  const first =
    recurrence.after === 'done'
      ? from
      : // "Every second Tuesday" begins on the next Tuesday; only then the weeks are counted.
        nextOccurrence(
          toRRule({ ...recurrence, pattern: { ...recurrence.pattern, every: 1 }, until: null, times: null }),
          from,
          addDays(from, -1),
        );
  return first === null || (until !== null && first > until) ? null : first;
}

/**
 * What comes after the occurrence that was handled: the next one by the calendar, even if it lies in the past already,
 * so that none is left out, or the one counted from the day it was done. Null when the series is over.
 */
export function nextInSeries(
  { recurrence, anchorOn }: Series,
  handled: { readonly occurrenceOn: CalendarDate; readonly doneOn: CalendarDate },
): { readonly dueOn: CalendarDate; readonly series: Series } | null {
  if (recurrence.after === 'calendar') {
    const dueOn = nextOccurrence(toRRule(recurrence), anchorOn, handled.occurrenceOn);
    return dueOn === null ? null : { dueOn, series: { recurrence, anchorOn } };
  }
  const { every, unit, until, times } = recurrence;
  const dueOn = later(handled.doneOn, every, unit);
  if (times === 1 || !isCalendarDate(dueOn) || (until !== null && dueOn > until)) return null;
  return {
    dueOn,
    series: { recurrence: { ...recurrence, times: times === null ? null : times - 1 }, anchorOn: dueOn },
  };
}

/** The first occurrence on or after a day that comes after `occurrenceOn`: what a pause or an absence leads to. */
export function comingInSeries(series: Series, occurrenceOn: CalendarDate, from: CalendarDate): CalendarDate | null {
  if (occurrenceOn >= from) return occurrenceOn;
  if (series.recurrence.after === 'done') return from;
  return nextOccurrence(toRRule(series.recurrence), series.anchorOn, addDays(from, -1));
}

/** The next days of a recurrence that begins on a day; after a "done" recurrence, as if each were done on its day. */
export function comingDays(series: Series, from: CalendarDate, count: number): readonly CalendarDate[] {
  const days: CalendarDate[] = [from];
  let present = series;
  while (days.length < count) {
    const last = days.at(-1) ?? from;
    const next = nextInSeries(present, { occurrenceOn: last, doneOn: last });
    if (next === null) break;
    days.push(next.dueOn);
    present = next.series;
  }
  return days;
}

function later(day: CalendarDate, count: number, unit: Unit): string {
  // Beyond the last year there is no day, and the calendar's own arithmetic would not say so.
  if (Number(day.slice(0, 4)) > 8000) return '';
  switch (unit) {
    case 'day':
      return addDays(day, count);
    case 'week':
      return addDays(day, 7 * count);
    case 'month':
      return addMonths(day, count);
    case 'year':
      return addMonths(day, 12 * count);
  }
}
