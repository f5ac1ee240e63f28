import { assertNever } from '../../shared/errors.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { formatDay } from '../format.ts';

/** When it is due, or what became of it: "kept late, 3 days ago". */
export function stateWords({ state, dueOn, closedOn }: Commitment): string {
  const closed = closedOn === null ? '' : `, ${formatDay(closedOn)}`;
  switch (state) {
    case 'open':
      return dueOn === null ? 'no due date' : formatDay(dueOn);
    case 'kept':
      return `kept${closed}`;
    case 'kept_late':
      return `kept late${closed}`;
    case 'let_go':
      return `let go${closed}`;
    default:
      return assertNever(state);
  }
}

/** What a row is called. */
export function promiseName({ givenBy, personName, words }: Commitment): string {
  return givenBy === 'me' ? `to ${personName}: ${words}` : `by ${personName}: ${words}`;
}
