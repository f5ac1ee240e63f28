import type { Instant } from '../time.ts';

/** While notes are edited, at most one former text is kept in so many milliseconds. */
export const BETWEEN_VERSIONS_MS = 10 * 60_000;
const DAY_MS = 24 * 60 * 60_000;
/** So many days every version is kept; then the last of each day, and after the second number the last of each month. */
const EVERY_DAYS = 7;
const DAILY_DAYS = 90;

/** Whether a text that is being replaced at `now` becomes a version, after the last one was kept. */
export function isVersionDue(last: Instant | null, now: Instant): boolean {
  return last === null || Date.parse(now) - Date.parse(last) >= BETWEEN_VERSIONS_MS;
}

/**
 * Which versions go, given when each was kept: all stay for a week, the last of each day for a season, the last of each
 * month for ever. Days are those of UTC, so that where the user is changes nothing.
 */
export function versionsToThin(kept: readonly Instant[], now: Instant): readonly Instant[] {
  const today = dayOf(now);
  const last = new Map<string, Instant>();
  for (const at of kept) {
    const period = periodOf(at, today - dayOf(at));
    const other = last.get(period);
    if (other === undefined || at > other) last.set(period, at);
  }
  const stay = new Set(last.values());
  return kept.filter((at) => !stay.has(at));
}

function dayOf(at: Instant): number {
  return Math.floor(Date.parse(at) / DAY_MS);
}

function periodOf(at: Instant, age: number): string {
  if (age <= EVERY_DAYS) return at;
  return age <= DAILY_DAYS ? at.slice(0, 10) : at.slice(0, 7);
}

/** Longer notes than this do not shrink to a twentieth by editing. */
const LONG = 400;

/** True when next to nothing is left of notes: then it is asked whether that was meant. */
export function shrinksToNothing(before: string, after: string): boolean {
  const was = before.trim().length;
  const is = after.trim().length;
  return was > 0 && (is === 0 || (was >= LONG && is * 20 < was));
}
