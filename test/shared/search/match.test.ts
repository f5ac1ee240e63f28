import { expect, test } from 'vitest';
import { toMatch } from '../../../shared/search/match.ts';

const words = (count: number) => Array.from({ length: count }, (_, index) => `word${index}`).join(' ');

test('a phrase is asked for as it is, and of a very long one its first 32 words, the last of them whole', () => {
  expect(toMatch([{ text: words(32), open: true }])).toBe(`"${words(32)}" *`);
  expect(toMatch([{ text: words(200), open: true }])).toBe(`"${words(32)} "`);
  expect(toMatch([{ text: 'the-'.repeat(200), open: false }])).toBe(`"${'the-'.repeat(32)}"`);
  expect(toMatch([{ text: `said "${words(40)}"`, open: false }])).toBe(`"said  ${words(31)} "`);
});
