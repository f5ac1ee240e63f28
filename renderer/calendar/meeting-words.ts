import type { Attendee, Meeting } from '../../shared/calendar/meeting.ts';
import { formatDay, formatShortDate, formatTime, today } from '../format.ts';

/** When it begins: "9:00", "tomorrow 9:00", "all day". */
export function beginsInWords({ on, time }: Meeting): string {
  const isLater = on > today();
  if (time === null) return isLater ? `${formatDay(on)}, all day` : 'all day';
  return isLater ? `${formatDay(on)} ${formatTime(time)}` : formatTime(time);
}

/** When it ends, where that is not said by its beginning. */
export function endsInWords({ on, until, time, endTime }: Meeting): string | null {
  if (time === null) return until === on ? null : `until ${formatShortDate(until)}`;
  if (endTime === null || (endTime === time && until === on)) return null;
  return until === on ? `until ${formatTime(endTime)}` : `until ${formatShortDate(until)} ${formatTime(endTime)}`;
}

/** The title of a meeting, or what is said where it has none. */
export function titleOf({ title }: Meeting): string {
  return title === '' ? 'A meeting without a title' : title;
}

/** As the calendar names somebody: by name, or else by address. */
export function attendeeName({ name, address }: Attendee): string {
  return name === '' ? (address ?? '') : name;
}
