import type { PersonId } from '../../shared/id.ts';
import { navigate } from '../route.ts';

/** Who is still to be merged with the first, kept with the step in the history. */
export function stillToMerge(): readonly PersonId[] {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('toMerge' in state)) return [];
  // Nothing but this file writes it.
  return state.toMerge as readonly PersonId[];
}

/** Goes to merging several people into the first of them: two at a time, for each pair differs in its own way. */
export function startMerging(
  ids: readonly PersonId[],
  { replace = false }: { readonly replace?: boolean } = {},
): boolean {
  const [id, otherId, ...rest] = ids;
  if (id === undefined || otherId === undefined) return false;
  navigate({ page: 'merge', id, otherId }, { replace });
  if (rest.length > 0) window.history.replaceState({ ...window.history.state, toMerge: rest }, '');
  return true;
}

/** Goes on with the next of them; false when nobody is left. */
export function goOnMerging(id: PersonId, rest: readonly PersonId[]): boolean {
  return startMerging([id, ...rest], { replace: true });
}
