import { existsSync } from 'node:fs';
import type { Context } from '../context.ts';
import type { JournalKeeper } from '../journal/keeper.ts';
import { placesOf } from './places.ts';

const holds = new WeakMap<JournalKeeper, number>();

/** Runs work during which no backup may be thinned out, such as a restore that reads one of them. */
export async function withoutThinning<T>({ journal }: Context, work: () => Promise<T>): Promise<T> {
  holds.set(journal, (holds.get(journal) ?? 0) + 1);
  try {
    return await work();
  } finally {
    holds.set(journal, (holds.get(journal) ?? 1) - 1);
  }
}

/** True while a restore is under way or waits for the next start. */
export function isThinningHeld({ journal }: Context): boolean {
  return (holds.get(journal) ?? 0) > 0 || existsSync(placesOf(journal.paths).intent);
}
