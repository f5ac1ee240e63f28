import type { ConversationSummary } from '../../shared/conversations/conversation.ts';
import { formatMonth } from '../format.ts';

export interface Month {
  /** "August 2026". */
  readonly name: string;
  readonly entries: readonly ConversationSummary[];
}

/** Entries that are in order of time, by month. */
export function byMonth(entries: readonly ConversationSummary[]): readonly Month[] {
  const months: { key: string; name: string; entries: ConversationSummary[] }[] = [];
  for (const entry of entries) {
    const key = entry.on.slice(0, 7);
    const last = months.at(-1);
    if (last?.key === key) last.entries.push(entry);
    else months.push({ key, name: formatMonth(entry.on), entries: [entry] });
  }
  return months;
}
