import { type Extension, RangeSetBuilder, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from '@codemirror/view';

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*/gu;
const ENDS = /['’.-]+$/u;
const UNCHECKED = Decoration.mark({ attributes: { spellcheck: 'false' } });

const setWords = StateEffect.define<ReadonlySet<string>>();

const known = StateField.define<ReadonlySet<string>>({
  create: () => new Set(),
  update: (words, transaction) => transaction.effects.find((each) => each.is(setWords))?.value ?? words,
});

/** Tells the notes which words are not to be marked as misspelt. */
export function teachWords(view: EditorView, words: readonly string[]): void {
  view.dispatch({ effects: setWords.of(new Set(words)) });
}

/** The system's spell-checker leaves the user's own words alone, as far as they are in sight; no dictionary learns them. */
export const ownWords: Extension = [
  known,
  ViewPlugin.fromClass(
    class {
      decorations: DecorationSet;

      constructor(view: EditorView) {
        this.decorations = unchecked(view);
      }

      update(update: ViewUpdate): void {
        const isTaught = update.startState.field(known) !== update.state.field(known);
        if (isTaught || update.docChanged || update.viewportChanged) this.decorations = unchecked(update.view);
      }
    },
    { decorations: ({ decorations }) => decorations },
  ),
];

function unchecked(view: EditorView): DecorationSet {
  const builder = new RangeSetBuilder<Decoration>();
  const words = view.state.field(known);
  if (words.size === 0) return builder.finish();
  for (const { from, to } of view.visibleRanges) {
    for (const { 0: found, index } of view.state.sliceDoc(from, to).matchAll(WORD)) {
      const word = words.has(found) ? found : found.replace(ENDS, '');
      if (words.has(word)) builder.add(from + index, from + index + word.length, UNCHECKED);
    }
  }
  return builder.finish();
}
