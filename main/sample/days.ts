import { MONTH_NAMES, WEEKDAY_NAMES } from '../../shared/follow-ups/recurrence-words.ts';
import {
  addDays,
  type CalendarDate,
  type Instant,
  instantFrom,
  instantOf,
  type LocalTime,
  weekdayOf,
  type Zone,
} from '../../shared/time.ts';

const MINUTE_MS = 60_000;

/** The day itself, or the Friday before when it is on a weekend. */
export function workday(date: CalendarDate): CalendarDate {
  return addDays(date, Math.min(0, 5 - weekdayOf(date)));
}

/** A text with its days filled in, counted from `from`: {+14d} a day of the month, {+3w} of the week, {+40m} a month. */
export function fillDays(text: string, from: CalendarDate): string {
  return text.replace(/\{([+-]\d+)([dwm])\}/g, (_, days: string, form: string) => {
    const date = workday(addDays(from, Number(days)));
    const month = MONTH_NAMES[Number(date.slice(5, 7)) - 1] ?? '';
    if (form === 'w') return WEEKDAY_NAMES[weekdayOf(date) - 1] ?? '';
    return form === 'm' ? month : `${Number(date.slice(8))} ${month}`;
  });
}

/** Some minutes after a local time, yet never later than `now`. */
export function laterThan(
  start: { readonly on: CalendarDate; readonly at: LocalTime | null; readonly zone: Zone },
  minutes: number,
  now: Instant,
): Instant {
  // Noon stands for a time that nobody noted.
  const begin = Date.parse(instantOf(start.on, start.at ?? ('12:00' as LocalTime), start.zone));
  return instantFrom(Math.min(begin + minutes * MINUTE_MS, Date.parse(now)));
}
