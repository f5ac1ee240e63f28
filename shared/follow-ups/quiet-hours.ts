import * as z from 'zod/mini';
import { type LocalTime, localTime } from '../time.ts';

/** A stretch of the day without notifications; it may reach over midnight. */
export const quietHours = z.strictObject({ from: localTime, until: localTime });
export type QuietHours = z.infer<typeof quietHours>;

/** Whether it is quiet at a time of day. The end is not part of it; the same time twice is no stretch at all. */
export function isQuiet(hours: QuietHours | null, time: LocalTime): boolean {
  if (hours === null) return false;
  const { from, until } = hours;
  return from <= until ? from <= time && time < until : time >= from || time < until;
}

/** How long after its time a digest of the morning is still one, in minutes. */
const DIGEST_MINUTES = 4 * 60;

/** Whether the digest of a day is to be shown at a time of that day. */
export function isDigestTime(digestAt: LocalTime | null, time: LocalTime): boolean {
  if (digestAt === null) return false;
  const passed = minutesOf(time) - minutesOf(digestAt);
  return passed >= 0 && passed < DIGEST_MINUTES;
}

function minutesOf(time: LocalTime): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  return hours * 60 + minutes;
}
