import {
  addDays,
  type CalendarDate,
  dateAt,
  type Instant,
  instantOf,
  type LocalTime,
  weekdayOf,
  type Zone,
} from '../time.ts';
import type { FollowUp } from './follow-up.ts';

/** When a day without a time is brought to mind. */
// The cast adds the brand to a literal of that form.
const MORNING = '09:00' as LocalTime;

type Moment = Pick<FollowUp, 'dueOn' | 'dueTime' | 'zone'>;

/**
 * The day a follow-up is due on the calendar of `here`. A day is the same everywhere; a time belongs to the place it was
 * written down for, and may fall on another day here.
 */
export function dueDay({ dueOn, dueTime, zone }: Moment, here: Zone): CalendarDate {
  return dueTime === null || zone === here ? dueOn : dateAt(instantOf(dueOn, dueTime, zone), here);
}

/** When a follow-up is brought to mind: at its time, or in the morning of its day. */
export function noticeAt({ dueOn, dueTime, zone }: Moment, here: Zone): Instant {
  return dueTime === null ? instantOf(dueOn, MORNING, here) : instantOf(dueOn, dueTime, zone);
}

/**
 * What a look at the clock finds, given when and where the last one was. `due` came due between the two; `missed` did
 * so while nobody could look, because the two lie further apart than looks do. `known` was due by then, and entered or
 * restored afterwards: whoever did it knows.
 */
export function sortUnnoticed<F extends Moment>(
  unnoticed: readonly F[],
  last: { readonly at: Instant; readonly zone: Zone },
  now: { readonly at: Instant; readonly zone: Zone },
  longestPause: number,
): { readonly due: readonly F[]; readonly missed: readonly F[]; readonly known: readonly F[] } {
  const reached = unnoticed.filter((each) => noticeAt(each, now.zone) <= now.at);
  const known = reached.filter((each) => noticeAt(each, last.zone) <= last.at);
  const fresh = reached.filter((each) => !known.includes(each));
  const paused = Date.parse(now.at) - Date.parse(last.at) > longestPause;
  return { due: paused ? [] : fresh, missed: paused ? fresh : [], known };
}

export type FollowUpGroup = 'overdue' | 'today' | 'week' | 'later';

/** In which part of the list an open follow-up stands; the week ends on Sunday. */
export function groupOf(followUp: Moment, today: CalendarDate, here: Zone): FollowUpGroup {
  const day = dueDay(followUp, here);
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}

/** Where a snooze leads: tomorrow, or the next Monday. */
export function snoozeDays(today: CalendarDate): { readonly tomorrow: CalendarDate; readonly nextWeek: CalendarDate } {
  return { tomorrow: addDays(today, 1), nextWeek: addDays(today, 8 - weekdayOf(today)) };
}
