import type { Filter } from '../../shared/search/operators.ts';
import type { Clause } from '../../shared/search/query-language.ts';
import { addDays } from '../../shared/time.ts';

export type Days = Pick<Extract<Filter, { kind: 'days' }>, 'first' | 'last'>;

/** What a clause asks for that asks for one thing alone. */
export function soleFilter({ pieces }: Clause): Filter | null {
  const [piece] = pieces;
  return pieces.length === 1 && piece !== undefined && !piece.not ? (piece.filter ?? null) : null;
}

/** The days that a clause leaves, when it asks for nothing else; all after one, where those up to it are left out. */
export function soleDays({ pieces: [piece, ...more] }: Clause): Days | null {
  if (piece?.filter?.kind !== 'days' || more.length > 0) return null;
  const { first, last } = piece.filter;
  if (!piece.not) return { first, last };
  if (first === null && last !== null) return { first: addDays(last, 1), last: null };
  return last === null && first !== null ? { first: null, last: addDays(first, -1) } : null;
}
