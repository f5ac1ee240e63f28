import fc from 'fast-check';
import { expect, test } from 'vitest';
import { beginningOf, onOneLine } from '../../../shared/conversations/beginning.ts';

test.each([
  ['# Plans\n\n- one\n- [x] two', 'Plans one two'],
  ['> “quoted”\n1. first', '“quoted” first'],
  ['**bold**, *soft*, _too_, `code`, ~~gone~~', 'bold, soft, too, code, gone'],
  ['[words](https://example.org) and ![a map](x.png)', 'words and a map'],
  ['snake_case_name and 2 * 3 * 4 stay', 'snake_case_name and 2 * 3 * 4 stay'],
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

test('takes no time that grows with the note, whatever is in it', () => {
  for (const unit of ['*', '_', '[', '`', '**a ', '> ', '[a](', '~']) {
    const started = performance.now();
    beginningOf(unit.repeat(500_000), 280);
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
