/** How the results stood when one of them was opened. */
interface SearchView {
  /** The best first. */
  readonly ranked: boolean;
  readonly isGrouped: boolean;
  /** The result that was opened last. */
  readonly openedKey: string | null;
}

/** How the results stood when this step of the history was left; as they stand at first when it was not. */
export function rememberedView(): SearchView {
  const state: unknown = window.history.state;
  if (typeof state !== 'object' || state === null || !('searchView' in state))
    return { ranked: false, isGrouped: false, openedKey: null };
  // Nothing but this file writes it.
  return state.searchView as SearchView;
}

/** Keeps it with the step of the history, so that the way back leads to it. */
export function rememberView(view: SearchView): void {
  window.history.replaceState({ ...window.history.state, searchView: view }, '');
}
