import {
  closeSearchPanel,
  findNext,
  findPrevious,
  getSearchQuery,
  openSearchPanel,
  SearchQuery,
  search,
  setSearchQuery,
} from '@codemirror/search';
import { EditorView } from '@codemirror/view';

/** Beyond so many hits nobody counts. */
const COUNTED = 999;

/** Finding in the notes. The field for it is a part of the page, so nothing stands in the panel that the library opens. */
export const finding = search({ literal: true, createPanel: () => ({ dom: document.createElement('div') }) });

/** Which hit is chosen, and how many there are. */
export interface Hits {
  readonly chosen: number;
  readonly count: number;
}

/** Begins to find; answers with what is looked for at first: what is selected, or what was looked for last. */
export function openFind(view: EditorView): string {
  openSearchPanel(view);
  return getSearchQuery(view.state).search;
}

/** Ends finding: nothing is marked any more. */
export function closeFind(view: EditorView): void {
  closeSearchPanel(view);
}

/** Looks for other words, from where the caret is. */
export function find(view: EditorView, words: string): Hits {
  const query = new SearchQuery({ search: words, literal: true });
  view.dispatch({ effects: setSearchQuery.of(query) });
  if (!query.valid) return { chosen: 0, count: 0 };
  const { from } = view.state.selection.main;
  let first: { readonly from: number; readonly to: number } | null = null;
  let next: { readonly from: number; readonly to: number } | null = null;
  const cursor = query.getCursor(view.state);
  for (let step = cursor.next(); step.done !== true; step = cursor.next()) {
    first ??= step.value;
    if (step.value.from >= from) {
      next = step.value;
      break;
    }
  }
  const hit = next ?? first;
  if (hit !== null) choose(view, hit);
  return hitsOf(view);
}

function choose(view: EditorView, { from, to }: { readonly from: number; readonly to: number }): void {
  view.dispatch({
    selection: { anchor: from, head: to },
    effects: EditorView.scrollIntoView(from, { y: 'nearest' }),
    userEvent: 'select.search',
  });
}

/** Goes to the next hit, or the one before, round and round. */
export function step(view: EditorView, direction: 1 | -1): Hits {
  if (direction === 1) findNext(view);
  else findPrevious(view);
  return hitsOf(view);
}

function hitsOf(view: EditorView): Hits {
  const query = getSearchQuery(view.state);
  const { from, to } = view.state.selection.main;
  let count = 0;
  let chosen = 0;
  const cursor = query.getCursor(view.state);
  for (let hit = cursor.next(); hit.done !== true && count < COUNTED; hit = cursor.next()) {
    count += 1;
    if (hit.value.from === from && hit.value.to === to) chosen = count;
  }
  return { chosen, count };
}
