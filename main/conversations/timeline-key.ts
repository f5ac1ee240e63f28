import { type CalendarDate, instantOf, type LocalTime, type Zone } from '../../shared/time.ts';

/** Keys of one minute: enough for as many conversations as anybody could have in it. */
export const KEYS_PER_MINUTE = 1_000_000;
const MINUTE_MS = 60_000;

/**
 * The first key of the minute in which a conversation began. Keys grow with time, so that "newest first" is the order of
 * the table itself. A conversation without a time of day stands at the beginning of its day.
 */
export function firstKeyAt(on: CalendarDate, at: LocalTime | null, zone: Zone): number {
  // The one time of day that is written here is a checked one.
  const start = instantOf(on, at ?? ('00:00' as LocalTime), zone);
  return Math.floor(Date.parse(start) / MINUTE_MS) * KEYS_PER_MINUTE;
}
