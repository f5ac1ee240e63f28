import { redo, undo } from '@codemirror/commands';
import type { EditorView } from '@codemirror/view';
import fc from 'fast-check';
import { afterEach, expect, test } from 'vitest';
import { closeFind, find, openFind, step } from '../../../renderer/notes/notes-find.ts';
import { createNotesView, difference, replaceText } from '../../../renderer/notes/notes-view.ts';

let view: EditorView | undefined;
afterEach(() => view?.destroy());

function notes(text: string, given: { first?: string; anchor?: number; head?: number } = {}) {
  const { first = text, anchor = 0, head = anchor } = given;
  const told: string[] = [];
  view = createNotesView({
    parent: document.body,
    first,
    text,
    selected: { anchor, head },
    labelId: 'label',
    placeholder: 'What they said',
    complete: () => null,
    onText: (next) => told.push(next),
    onFind: () => told.push('find'),
  });
  return { view, told };
}

test('the text and the caret of the plain field go on, and undo leads back to what was there before the first key', () => {
  const { view: made, told } = notes('She paused.', { first: 'She', anchor: 4, head: 10 });
  expect(made.state.doc.toString()).toBe('She paused.');
  expect(made.state.selection.main).toMatchObject({ anchor: 4, head: 10 });
  expect(told).toEqual([]);
  undo(made);
  expect(told).toEqual(['She']);
  redo(made);
  expect(told).toEqual(['She', 'She paused.']);
});

test('a caret beyond the end of the text stands at its end', () => {
  expect(notes('Short', { anchor: 99 }).view.state.selection.main.head).toBe(5);
});

test('a text from outside takes the place of the present one without being told, and the caret keeps its words', () => {
  const { view: made, told } = notes('One two three', { anchor: 13 });
  replaceText(made, 'Zero. One two three');
  expect(made.state.selection.main.head).toBe(19);
  replaceText(made, 'With a\r\nnew line');
  expect(made.state.doc.toString()).toBe('With a\nnew line');
  expect(told).toEqual([]);
});

test('the stretch in which two texts differ makes the one of the other', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (before, after) => {
      const { from, to, insert } = difference(before, after);
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after);
    }),
  );
});

test('find goes from hit to hit, round and round, in whichever case', () => {
  const { view: made } = notes('The price. A Price, and no prize.\nPRICE');
  openFind(made);
  expect(find(made, 'price')).toEqual({ chosen: 1, count: 3 });
  expect(step(made, 1)).toEqual({ chosen: 2, count: 3 });
  expect(step(made, 1)).toEqual({ chosen: 3, count: 3 });
  expect(step(made, 1)).toEqual({ chosen: 1, count: 3 });
  expect(step(made, -1)).toEqual({ chosen: 3, count: 3 });
  expect(find(made, 'nowhere')).toEqual({ chosen: 0, count: 0 });
  closeFind(made);
});

test('what is sought is taken as it is written, and begins with what is selected', () => {
  const { view: made } = notes('Is it (a+b)? Yes: (a+b).', { anchor: 6, head: 11 });
  expect(openFind(made)).toBe('(a+b)');
  expect(find(made, '(a+b)')).toEqual({ chosen: 1, count: 2 });
  expect(find(made, '\\n')).toEqual({ chosen: 0, count: 0 });
});
