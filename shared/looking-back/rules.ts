import type { LeapDay } from '../people/rules.ts';
import type { CalendarDate } from '../time.ts';

/**
 * The days of earlier years that are remembered on a day. What was on a 29 February is remembered on that day where there
 * is one, and in other years on the 28th or on 1 March, as preferred.
 */
export function sameDays(today: CalendarDate, firstYear: number, leapDay: LeapDay): readonly CalendarDate[] {
  const year = Number(today.slice(0, 4));
  const monthDay = today.slice(5);
  const standsIn = !isLeap(year) && monthDay === (leapDay === 'feb_28' ? '02-28' : '03-01');
  const days: CalendarDate[] = [];
  for (let earlier = year - 1; earlier >= firstYear; earlier -= 1) {
    const text = String(earlier).padStart(4, '0');
    // Only a leap year has the 29th; every other day is in every year.
    if (monthDay !== '02-29' || isLeap(earlier)) days.push(`${text}-${monthDay}` as CalendarDate);
    if (standsIn && isLeap(earlier)) days.push(`${text}-02-29` as CalendarDate);
  }
  return days;
}

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** From so many conversations before on, half of them or fewer is said to be fewer. */
const ENOUGH_BEFORE = 3;

/** Whether there were clearly fewer conversations than before. */
export function isFewer({
  conversations,
  before,
}: {
  readonly conversations: number;
  readonly before: number;
}): boolean {
  return before >= ENOUGH_BEFORE && conversations * 2 <= before;
}
