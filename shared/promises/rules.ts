import type { CalendarDate } from '../time.ts';
import type { Commitment, PromiseState } from './promise.ts';

/** What became of a promise. Kept on its due day is kept in time; without a due day it cannot be late. */
export function stateOf(promise: {
  readonly dueOn: CalendarDate | null;
  readonly keptOn: CalendarDate | null;
  readonly letGoOn: CalendarDate | null;
}): PromiseState {
  if (promise.letGoOn !== null) return 'let_go';
  if (promise.keptOn === null) return 'open';
  return promise.dueOn !== null && promise.keptOn > promise.dueOn ? 'kept_late' : 'kept';
}

/** Whether an open promise is due on a day, or was before it. */
export function isDue(promise: Pick<Commitment, 'state' | 'dueOn'>, today: CalendarDate): boolean {
  return promise.state === 'open' && promise.dueOn !== null && promise.dueOn <= today;
}

/** Splits promises by who gave them: mine come first, in the order they had. */
export function bySide<P extends Pick<Commitment, 'givenBy'>>(
  promises: readonly P[],
): { readonly mine: readonly P[]; readonly theirs: readonly P[] } {
  return {
    mine: promises.filter(({ givenBy }) => givenBy === 'me'),
    theirs: promises.filter(({ givenBy }) => givenBy === 'them'),
  };
}

/** Below so many a share says nothing yet. */
export const SHARE_MINIMUM = 10;

/** The share of promises kept on time, in whole per cent; null while there are too few to tell. */
export function shareOnTime({ settled, onTime }: { readonly settled: number; readonly onTime: number }): number | null {
  return settled < SHARE_MINIMUM ? null : Math.round((100 * onTime) / settled);
}

/** Whether a promise by them is overdue: something to ask about. */
export function isToAskAbout(promise: Pick<Commitment, 'state' | 'dueOn' | 'givenBy'>, today: CalendarDate): boolean {
  return promise.givenBy === 'them' && promise.state === 'open' && promise.dueOn !== null && promise.dueOn < today;
}
