import {
  addDays,
  type CalendarDate,
  type Instant,
  instantOf,
  type LocalTime,
  weekdayOf,
  type Zone,
} from '../../shared/time.ts';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

const MINUTE_MS = 60_000;

/** The day itself, or the Friday before when it is on a weekend. */
export function workday(date: CalendarDate): CalendarDate {
  return addDays(date, Math.min(0, 5 - weekdayOf(date)));
}

/** A text with its days filled in, counted from `from`: {+14d} a day of the month, {+3w} of the week, {+40m} a month. */
export function fillDays(text: string, from: CalendarDate): string {
  return text.replace(/\{([+-]\d+)([dwm])\}/g, (_, days: string, form: string) => {
    const date = workday(addDays(from, Number(days)));
    const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
    if (form === 'w') return WEEKDAYS[weekdayOf(date) - 1] ?? '';
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
  return new Date(Math.min(begin + minutes * MINUTE_MS, Date.parse(now))).toISOString() as Instant;
}
