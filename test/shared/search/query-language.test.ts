import { expect, test } from 'vitest';
import { parseSearch, toMatch, toMatchIn } from '../../../shared/search/query-language.ts';

test('every word is the beginning of a word', () => {
  expect(parseSearch('  renewal  bud ')).toEqual([
    { text: 'renewal', open: true },
    { text: 'bud', open: true },
  ]);
  expect(toMatch(parseSearch('renewal bud'))).toBe('"renewal" * "bud" *');
});

test('words in quotes stand next to each other, as they are', () => {
  expect(parseSearch('the "annual budget" call')).toEqual([
    { text: 'the', open: true },
    { text: 'annual budget', open: false },
    { text: 'call', open: true },
  ]);
});

test('a quote that is not closed yet is still being typed', () => {
  expect(parseSearch('"annual bud')).toEqual([{ text: 'annual bud', open: true }]);
});

test('typographic quotes are quotes', () => {
  for (const text of ['“annual budget”', '„annual budget“', '«annual budget»', '»annual budget«']) {
    expect(parseSearch(text)).toEqual([{ text: 'annual budget', open: false }]);
  }
});

test('a word typed twice is searched once, and blank text not at all', () => {
  expect(parseSearch('call call "call"')).toEqual([
    { text: 'call', open: true },
    { text: 'call', open: false },
  ]);
  expect(parseSearch(' \t "" " "')).toEqual([]);
});

test('characters that cannot be stored are no part of a word', () => {
  expect(parseSearch('bud\u0000get')).toEqual([
    { text: 'bud', open: true },
    { text: 'get', open: true },
  ]);
  expect(parseSearch('\ud800')[0]?.text.isWellFormed()).toBe(true);
});

test('more words than narrow anything down are left out', () => {
  expect(parseSearch(Array.from({ length: 300 }, (_, index) => `word${index}`).join(' '))).toHaveLength(64);
});

test('a column can be named', () => {
  expect(toMatchIn('title', parseSearch('renewal'))).toBe('{title} : ("renewal" *)');
});
