import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, onOneLine, withoutMarks } from '../../../shared/conversations/beginning.ts';

test.each([
  ['# Plans\n\n- one\n- [x] two', 'Plans one two'],
  ['> “quoted”\n1. first', '“quoted” first'],
  ['**bold**, *soft*, _too_, `code`, ~~gone~~', 'bold, soft, too, code, gone'],
  ['[words](https://example.org) and ![a map](x.png)', 'words and a map'],
  ['snake_case_name and 2 * 3 * 4 stay', 'snake_case_name and 2 * 3 * 4 stay'],
  ['***both***, and *soft **strong** soft*', 'both, and soft strong soft'],
  ['**strong over\ntwo lines** and on', 'strong over two lines and on'],
  ['Plans\n===\n---\n- * one\n* * *\n```js\ncode\n```', 'Plans one code'],
  ['| a | b |\n|---|:-:|\n| 1 | 2 |', '| a | b | | 1 | 2 |'],
  ['2**3 ** 4, a - b, f(x)* and __init__.py', '2**3 ** 4, a - b, f(x)* and init.py'],
  ['a #tag and C# stay', 'a #tag and C# stay'],
  ['  \n\n', ''],
])('%j begins as %j', (notes, beginning) => {
  expect(beginningOf(notes, 100)).toBe(beginning);
});

test('is never longer than asked, is one line, and never ends in half a character', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), fc.integer({ min: 1, max: 40 }), (notes, length) => {
      const beginning = beginningOf(notes, length);
      expect(beginning.length).toBeLessThanOrEqual(length);
      expect(beginning).not.toMatch(/[\r\n]/);
      expect(beginning.isWellFormed()).toBe(true);
    }),
  );
});

test('shows no half of a mark where the notes were cut', () => {
  expect(beginningOf(`**Price** agreed, **${'words '.repeat(20)}end** more`, 10)).toBe('Price agre');
  expect(beginningOf(`a **${'words '.repeat(20)}end** more`, 12)).toBe('a words word');
});

test('leaves text without marks as it is, line by line', () => {
  const text = 'One line.\n\n  Another - with a dash, 3 * 4, and a_b.';
  expect(withoutMarks(text)).toBe(text);
});

test('takes no time that grows with the note, whatever is in it', () => {
  for (const unit of ['*', '_', '[', '`', '**a ', '> ', '[a](', '~']) {
    const started = performance.now();
    beginningOf(unit.repeat(500_000), 280);
    expect(performance.now() - started).toBeLessThan(500);
  }
  for (const unit of ['*', '- ', '_ ', '|--', '~', '`', '[a](']) {
    const started = performance.now();
    withoutMarks(unit.repeat(2000));
    expect(performance.now() - started).toBeLessThan(500);
  }
});

test.each([
  [
    'Price agreed\nStart in May\n- send the contract\n- tell Bob',
    'Price agreed · Start in May · send the contract · tell Bob',
  ],
  ['# Plans\n\nShe said yes.\nHe asked:\nwhen?\n', 'Plans · She said yes. He asked: when?'],
  ['One line only', 'One line only'],
  ['', ''],
])('%j on one line is %j', (notes, line) => {
  expect(onOneLine(notes)).toBe(line);
});
