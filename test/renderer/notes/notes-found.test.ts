import type { EditorView } from '@codemirror/view';
import { afterEach, expect, test } from 'vitest';
import { foundNotesIn } from '../../../renderer/notes/found-notes.ts';
import { createNotesView, replaceText } from '../../../renderer/notes/notes-view.ts';
import { goToFound, markFound, unmarkFound } from '../../../renderer/search/mark-found.ts';

let view: EditorView | undefined;
afterEach(() => {
  view?.destroy();
  document.body.replaceChildren();
});

const terms = [{ text: 'budget', open: true }];

function notes(text: string): EditorView {
  view = createNotesView({
    parent: document.body,
    first: text,
    text,
    selected: { anchor: 0, head: 0 },
    labelId: 'label',
    placeholder: 'What they said',
    complete: () => null,
    onText: () => undefined,
    onFind: () => undefined,
  });
  return view;
}

const long = Array.from({ length: 5000 }, (_, line) => (line % 100 === 99 ? 'The Budgets.' : 'A walk.')).join('\n');

test('every place in long notes is found, also where nothing is laid out, and the first one can be gone to', () => {
  const made = notes(long);
  const places = markFound(document.body, terms);
  expect(places).toHaveLength(50);
  const last = places.at(-1);
  if (last === undefined) throw new Error('Nothing was found.');
  goToFound(last, { focus: true });
  const { from, to } = made.state.selection.main;
  expect(made.state.sliceDoc(from, to)).toBe('Budgets');
  expect(made.state.doc.lineAt(from).number).toBe(5000);
});

test('what is in sight is marked until it is unmarked, and the marks move along with the words', () => {
  const made = notes('The budget, and\nthe budgets.');
  const marked = () => [...made.contentDOM.querySelectorAll('.notes-found')].map(({ textContent }) => textContent);
  markFound(document.body, terms);
  expect(marked()).toEqual(['budget', 'budgets']);
  replaceText(made, 'Once more: The budget, and\nthe budgets.');
  expect(marked()).toEqual(['budget', 'budgets']);
  unmarkFound(document.body);
  expect(marked()).toEqual([]);
});

test('marks that are there already change nothing in the page', () => {
  const made = notes('The budget');
  markFound(document.body, terms);
  const before = made.state;
  expect(foundNotesIn(made.contentDOM)?.mark(terms)).toEqual([{ from: 4, to: 10 }]);
  expect(made.state).toBe(before);
});
