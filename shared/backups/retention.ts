import { addDays, dateAt, type Instant, instantFrom, weekdayOf, type Zone } from '../time.ts';

/** What the rotation has to know of one backup. */
export interface Kept {
  readonly name: string;
  readonly sequence: number;
  readonly madeAt: Instant;
  readonly isPinned: boolean;
  readonly isVerified: boolean;
}

/** How long what is kept. */
export const RETENTION = { hours: 48, days: 14, weeks: 8, months: 12, always: 10 } as const;

const HOUR_MS = 3_600_000;

/**
 * The backups that may go: verified ones, neither pinned nor among the newest, of which a day, week or month has a newer
 * one. Kept are all of the last 48 hours, then the last of each of 14 days, 8 weeks and 12 months that have any.
 *
 * The present does not come into it: everything is measured from the newest backup, so that a clock that is wrong today
 * removes nothing. Numbers say which is newer; a time that does not fit the order of the numbers is not believed. The ten
 * newest stay whatever the clock said. What has not proved itself takes nobody's place, and is not removed either.
 */
export function thinnable(backups: readonly Kept[], zone: Zone): readonly Kept[] {
  const rotating = believed(
    backups
      .filter(({ isPinned, isVerified }) => isVerified && !isPinned)
      .sort((one, other) => other.sequence - one.sequence),
  );
  const [newest] = rotating;
  if (newest === undefined) return [];
  const kept = new Set<Kept>(rotating.slice(0, RETENTION.always).map(({ backup }) => backup));
  for (const { backup, at } of rotating) {
    if (newest.at - at <= RETENTION.hours * HOUR_MS) kept.add(backup);
  }
  for (const { periodOf, count } of PERIODS) {
    const seen = new Set<string>();
    for (const { backup, at } of rotating) {
      const period = periodOf(at, zone);
      if (seen.has(period)) continue;
      if (seen.size === count) break;
      seen.add(period);
      kept.add(backup);
    }
  }
  return rotating.map(({ backup }) => backup).filter((backup) => !kept.has(backup));
}

interface Believed {
  readonly backup: Kept;
  readonly at: number;
}

const PERIODS: readonly { readonly count: number; readonly periodOf: (at: number, zone: Zone) => string }[] = [
  { count: RETENTION.days, periodOf: dayOf },
  { count: RETENTION.weeks, periodOf: weekOf },
  { count: RETENTION.months, periodOf: (at, zone) => dayOf(at, zone).slice(0, 7) },
];

function dayOf(at: number, zone: Zone): ReturnType<typeof dateAt> {
  return dateAt(instantFrom(at), zone);
}

/** The Monday of the week. */
function weekOf(at: number, zone: Zone): string {
  const day = dayOf(at, zone);
  return addDays(day, 1 - weekdayOf(day));
}

/**
 * Newest first by number, each with the time at which it can be taken to be made. The longest row of times that agrees
 * with the numbers is believed; one outside of it, made while the clock was wrong, has the time of the next older.
 */
function believed(newestFirst: readonly Kept[]): readonly Believed[] {
  const times = newestFirst.map(({ madeAt }) => Date.parse(madeAt));
  // For each, the length of the longest row that begins with it and goes on to older ones, and its next.
  const length = times.map(() => 1);
  const next = times.map(() => -1);
  for (let index = times.length - 2; index >= 0; index -= 1) {
    for (let older = index + 1; older < times.length; older += 1) {
      if ((times[older] ?? 0) <= (times[index] ?? 0) && (length[older] ?? 0) + 1 > (length[index] ?? 0)) {
        length[index] = (length[older] ?? 0) + 1;
        next[index] = older;
      }
    }
  }
  const trusted = new Set<number>();
  for (let index = length.indexOf(Math.max(...length)); index >= 0; index = next[index] ?? -1) trusted.add(index);
  let at = times[Math.max(...trusted)] ?? 0;
  return newestFirst
    .map((backup, index) => ({ backup, index }))
    .reverse()
    .map(({ backup, index }) => {
      if (trusted.has(index)) at = times[index] ?? at;
      return { backup, at };
    })
    .reverse();
}
