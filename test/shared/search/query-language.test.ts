import { expect, test } from 'vitest';
import { toMatch, toMatchIn } from '../../../shared/search/match.ts';
import { parseWords } from '../../../shared/search/query-language.ts';

test('every word is the beginning of a word', () => {
  expect(parseWords('  renewal  bud ')).toEqual([
    { text: 'renewal', open: true },
    { text: 'bud', open: true },
  ]);
  expect(toMatch(parseWords('renewal bud'))).toBe('"renewal" * "bud" *');
});

test('words in quotes stand next to each other, as they are', () => {
  expect(parseWords('the "annual budget" call')).toEqual([
    { text: 'the', open: true },
    { text: 'annual budget', open: false },
    { text: 'call', open: true },
  ]);
});

test('a quote that is not closed yet is still being typed', () => {
  expect(parseWords('"annual bud')).toEqual([{ text: 'annual bud', open: true }]);
});

test('typographic quotes are quotes', () => {
  for (const text of ['“annual budget”', '„annual budget“', '«annual budget»', '»annual budget«']) {
    expect(parseWords(text)).toEqual([{ text: 'annual budget', open: false }]);
  }
});

test('a word typed twice is searched once, and blank text not at all', () => {
  expect(parseWords('call call "call"')).toEqual([
    { text: 'call', open: true },
    { text: 'call', open: false },
  ]);
  expect(parseWords(' \t "" " "')).toEqual([]);
});

test('characters that cannot be stored are no part of a word', () => {
  expect(parseWords('bud\u0000get')).toEqual([
    { text: 'bud', open: true },
    { text: 'get', open: true },
  ]);
  expect(parseWords('\ud800')[0]?.text.isWellFormed()).toBe(true);
});

test('more words than narrow anything down are left out', () => {
  expect(parseWords(Array.from({ length: 300 }, (_, index) => `word${index}`).join(' '))).toHaveLength(64);
});

test('a column can be named', () => {
  expect(toMatchIn('title', parseWords('renewal'))).toBe('{title} : ("renewal" *)');
});
