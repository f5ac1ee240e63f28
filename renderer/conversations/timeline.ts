import type { CalendarDate } from '../../shared/time.ts';
import { formatMonth } from '../format.ts';

export interface Month<Entry> {
  /** "August 2026". */
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** Entries that are in order of time, by month. */
export function byMonth<Entry extends { readonly on: CalendarDate }>(
  entries: readonly Entry[],
): readonly Month<Entry>[] {
  const months: { key: string; name: string; entries: Entry[] }[] = [];
  for (const entry of entries) {
    const key = entry.on.slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else months.push({ key, name: formatMonth(entry.on), entries: [entry] });
  }
  return months;
}
