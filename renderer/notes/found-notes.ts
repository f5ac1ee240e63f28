import type { Hit } from '../../shared/search/hits.ts';
import type { Term } from '../../shared/search/query-language.ts';

/** Notes in which the editor itself marks what was found, also where it has laid nothing out. */
export interface FoundNotes {
  /** Marks every place of the terms, and answers with them. */
  readonly mark: (terms: readonly Term[]) => readonly Hit[];
  readonly unmark: () => void;
  /** Brings a place into sight, and chooses it when the focus goes there. */
  readonly show: (hit: Hit, given: { readonly focus: boolean }) => void;
}

// The editor is read in late; whoever marks knows it only by its element.
const offered = new WeakMap<Element, FoundNotes>();

/** Lets the editor that stands in an element mark by itself. */
export function offerFound(element: Element, notes: FoundNotes): void {
  offered.set(element, notes);
}

/** The notes in an element; undefined when no editor stands in it. */
export function foundNotesIn(element: Element): FoundNotes | undefined {
  return offered.get(element);
}
