import { type CalendarDate, daysBetween, type LocalTime } from '../time.ts';

/** How many minutes ago a conversation ended, by the wall clock. Null when that is not known, or has not come yet. */
export function minutesAfter(
  conversation: {
    readonly on: CalendarDate | null;
    readonly at: LocalTime | null;
    readonly minutes: number | null;
  },
  present: { readonly date: CalendarDate; readonly time: LocalTime },
): number | null {
  const { on, at, minutes } = conversation;
  if (on === null) return null;
  const days = daysBetween(on, present.date);
  // Without a time only whole days are known.
  if (at === null) return days > 0 ? days * 1440 : null;
  const passed = days * 1440 + minuteOf(present.time) - minuteOf(at) - (minutes ?? 0);
  return passed < 0 ? null : passed;
}

function minuteOf(time: LocalTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return 60 * hours + minutes;
}
