import { StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import { type Hit, hitsIn } from '../../shared/search/hits.ts';
import type { Term } from '../../shared/search/query-language.ts';
import { offerFound } from './found-notes.ts';

interface Found {
  readonly terms: readonly Term[];
  readonly marks: DecorationSet;
}

const setTerms = StateEffect.define<readonly Term[]>();
const NOTHING: Found = { terms: [], marks: Decoration.none };
const mark = Decoration.mark({ class: 'notes-found' });

const found = StateField.define<Found>({
  create: () => NOTHING,
  update(value, { docChanged, changes, effects, newDoc }) {
    const terms = effects.find((effect) => effect.is(setTerms))?.value;
    if (terms !== undefined) {
      const hits = hitsIn(newDoc.toString(), terms);
      return { terms, marks: Decoration.set(hits.map(({ from, to }) => mark.range(from, to))) };
    }
    // While typing the marks move along; they are looked for anew when the hands rest.
    return docChanged ? { ...value, marks: value.marks.map(changes) } : value;
  },
  provide: (field) => EditorView.decorations.from(field, ({ marks }) => marks),
});

/** What was found is marked in the notes by the editor itself, which lays out only what is in sight. */
export const foundMarks = [found, EditorView.baseTheme({ '.notes-found': { backgroundColor: 'var(--hit)' } })];

/** Lets what was searched for be marked in these notes, and gone to, as long as they stand in the page. */
export function offerFoundIn(view: EditorView): void {
  offerFound(view.contentDOM, {
    mark(terms) {
      // Marks that are as they should be are left alone: whoever watches the page would see them change.
      const present = view.state.field(found);
      const hits = hitsIn(view.state.doc.toString(), terms);
      if (present.terms !== terms || !areThere(present.marks, hits)) view.dispatch({ effects: setTerms.of(terms) });
      return hits;
    },
    unmark() {
      if (view.state.field(found).terms.length > 0) view.dispatch({ effects: setTerms.of([]) });
    },
    show({ from, to }, { focus }) {
      const effects = EditorView.scrollIntoView(from, { y: 'nearest', yMargin: 112 });
      view.dispatch(focus ? { selection: { anchor: from, head: to }, effects } : { effects });
      if (focus) view.contentDOM.focus({ preventScroll: true });
    },
  });
}

function areThere(marks: DecorationSet, hits: readonly Hit[]): boolean {
  const at = marks.iter();
  for (const { from, to } of hits) {
    if (at.value === null || at.from !== from || at.to !== to) return false;
    at.next();
  }
  return at.value === null;
}
