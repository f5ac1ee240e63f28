import { addMonths, type CalendarDate } from '../../shared/time.ts';

const STEPS = [1, 2, 3, 6, 12, 24, 36, 60, 120];
const MOST = 6;

/** First days of months between two days, at even distances, at most six of them; the two ends where there is none. */
export function monthTicks(first: CalendarDate, last: CalendarDate): readonly CalendarDate[] {
  for (const step of STEPS) {
    const days = monthsBetween(first, last, step);
    if (days.length <= MOST) return days.length > 1 ? days : first === last ? [first] : [first, last];
  }
  return [first, last];
}

function monthsBetween(first: CalendarDate, last: CalendarDate, step: number): readonly CalendarDate[] {
  const days: CalendarDate[] = [];
  // Steps of a year begin in January, of a half in January and July.
  const month = Number(first.slice(5, 7)) - 1;
  const back = month % Math.min(step, 12);
  // The first of the month is a day of the calendar.
  let day = addMonths(`${first.slice(0, 7)}-01` as CalendarDate, -back);
  while (day <= last && days.length <= MOST) {
    if (day >= first) days.push(day);
    day = addMonths(day, step);
  }
  return days;
}
