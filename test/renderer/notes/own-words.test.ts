import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { expect, test } from 'vitest';
import { ownWords, teachWords } from '../../../renderer/notes/own-words.ts';

test('the words of the user are left out of the checking, wherever they stand and as they are written', () => {
  const view = new EditorView({
    state: EditorState.create({ doc: "Byron's plan. Met Byron, not byron; Smith-Byron-Smith.", extensions: ownWords }),
    parent: document.body,
  });
  const left = () =>
    [...view.contentDOM.querySelectorAll('[spellcheck="false"]')].map(({ textContent }) => textContent);
  expect(left()).toEqual([]);
  teachWords(view, ['Byron', "Byron's"]);
  expect(left()).toEqual(["Byron's", 'Byron']);
  view.dispatch({ changes: { from: 0, insert: 'Byron. ' } });
  expect(left()).toEqual(['Byron', "Byron's", 'Byron']);
  view.destroy();
});
