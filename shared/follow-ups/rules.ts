import {
  addDays,
  addMonths,
  type CalendarDate,
  dateAt,
  type Instant,
  instantOf,
  type LocalTime,
  timeFrom,
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

export type FollowUpGroup = 'overdue' | 'today' | 'week' | 'later' | 'paused';

/** In which part of the list an open follow-up stands; the week ends on Sunday. A series that rests stands by itself. */
export function groupOf(
  followUp: Moment & Partial<Pick<FollowUp, 'pausedAt'>>,
  today: CalendarDate,
  here: Zone,
): FollowUpGroup {
  if (followUp.pausedAt) return 'paused';
  const day = dueDay(followUp, here);
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, 7 - weekdayOf(today)) ? 'week' : 'later';
}

/** The days on which the open follow-ups of a group are due; null where there is no end. */
export function daysOfGroup(
  group: Exclude<FollowUpGroup, 'paused'>,
  today: CalendarDate,
): { readonly from: CalendarDate | null; readonly until: CalendarDate | null } {
  const sunday = addDays(today, 7 - weekdayOf(today));
  switch (group) {
    case 'overdue':
      return { from: null, until: addDays(today, -1) };
    case 'today':
      return { from: today, until: today };
    case 'week':
      return { from: addDays(today, 1), until: sunday };
    case 'later':
      return { from: addDays(sunday, 1), until: null };
  }
}

/** A place where a snooze leads. */
export interface SnoozeChoice {
  readonly id: 'later' | 'tomorrow' | 'weekend' | 'week' | 'month';
  readonly until: CalendarDate;
  /** Only for later on the same day. */
  readonly time: LocalTime | null;
}

const LATER_MINUTES = 180;
const STEP_MINUTES = 30;
/** Later than this is another day. */
const EVENING_MINUTES = 21 * 60;

/**
 * Where a snooze can lead: three hours on, tomorrow, the Monday after the weekend, the same day next week, the same day
 * next month. Of two that lead to the same day the first one stays, and late in the day there is no later.
 */
export function snoozeChoices(today: CalendarDate, now: LocalTime): readonly SnoozeChoice[] {
  const [hours = 0, minutes = 0] = now.split(':').map(Number);
  const later = Math.ceil((hours * 60 + minutes + LATER_MINUTES) / STEP_MINUTES) * STEP_MINUTES;
  const days: readonly SnoozeChoice[] = [
    { id: 'tomorrow', until: addDays(today, 1), time: null },
    { id: 'weekend', until: addDays(today, 8 - weekdayOf(today)), time: null },
    { id: 'week', until: addDays(today, 7), time: null },
    { id: 'month', until: addMonths(today, 1), time: null },
  ];
  return [
    ...(later > EVENING_MINUTES ? [] : [{ id: 'later' as const, until: today, time: timeFrom(later) }]),
    ...days.filter(({ until }, index) => days.findIndex((other) => other.until === until) === index),
  ];
}
