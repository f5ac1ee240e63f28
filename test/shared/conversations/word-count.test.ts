import { expect, test } from 'vitest';
import { countWords } from '../../../shared/conversations/word-count.ts';

test('words are counted, whatever stands between them', () => {
  expect(countWords('')).toBe(0);
  expect(countWords('She paused. Then: “yes”.')).toBe(4);
  expect(countWords('# Next\n\n- [ ] call *Ada* — 10:30')).toBe(5);
});

test('a word with an apostrophe or a hyphen is one, and so is one with marks over its letters', () => {
  expect(countWords("She'll re-read Zoë’s naïve café notes")).toBe(6);
});

test('scripts without spaces are counted by their words', () => {
  expect(countWords('她今天很累')).toBeGreaterThan(1);
});
