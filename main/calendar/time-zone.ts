import { tzOffset } from '@date-fns/tz';
import type { Zone } from '../../shared/time.ts';

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

/** A change of the clock in a zone. Offsets are minutes east of Greenwich. */
export interface ClockChange {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** What the clocks of a zone showed at the beginning of a year, and each change until the end of another. */
export function clockChanges(
  zone: Zone,
  fromYear: number,
  toYear: number,
): { readonly first: number; readonly changes: readonly ClockChange[] } {
  const offsetAt = (at: number): number => tzOffset(zone, new Date(at));
  const end = Date.UTC(toYear + 1, 0, 1);
  const start = Date.UTC(fromYear, 0, 1);
  const changes: ClockChange[] = [];
  let before = offsetAt(start);
  for (let day = start; day < end; day += DAY_MS) {
    const after = offsetAt(day + DAY_MS);
    if (after === before) continue;
    let low = day;
    let high = day + DAY_MS;
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    changes.push({ at: high, before, after });
    before = after;
  }
  return { first: offsetAt(start), changes };
}
