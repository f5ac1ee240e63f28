import fc from 'fast-check';
import { LONGEST_SEARCH } from '../../shared/search/contract.ts';
import { OPERATORS } from '../../shared/search/operators.ts';

const WORDS = ['the', 'a', 'th', 'with', 'budget', 'with', 'or', 'OR', 'not', 'NEAR', 'and', '合同', 'สัญญา', 'é', 'x'];
const COMMON = ['price', 'pri', 'offer', 'team', 'they', 'their', 'he', 'int', 'lee', 'about'];
const VALUES = [
  'a',
  'anna',
  'studio',
  'client',
  'renewal',
  'phone',
  'email',
  '2024',
  '2022-03',
  'last month',
  'promise',
];
const MORE = [
  'file',
  'mark',
  'followup',
  'pace',
  'faster',
  '2',
  'me',
  'open',
  'overdue',
  'draft',
  'archived',
  'tomorrow',
];
const SYNTAX = [
  '"',
  '*',
  '^',
  '(',
  ')',
  'NEAR(',
  '{title}',
  ':',
  '+',
  '-',
  '--',
  '\u0000',
  '\ud800',
  '\udc00',
  "'",
  ';',
];
const MARKS = ['😀', '\u0301', '“', '«', '\\', '%', '_', '\n', '\u200d', '\ufdd0'];

const name = fc.constantFrom(...OPERATORS.map((operator) => operator.name), 'From', 'x');
const value = fc.oneof(fc.constantFrom(...VALUES, ...MORE), fc.string({ maxLength: 6 }));
const word = fc.constantFrom(...WORDS, ...COMMON);
const piece = fc.oneof(
  { weight: 4, arbitrary: word },
  { weight: 4, arbitrary: fc.tuple(name, value).map(([operator, of]) => `${operator}:${of}`) },
  { weight: 1, arbitrary: fc.tuple(name, value).map(([operator, of]) => `${operator}:"${of}"`) },
  { weight: 2, arbitrary: fc.tuple(word, word).map((words) => `"${words.join(' ')}"`) },
  { weight: 1, arbitrary: fc.constantFrom(...SYNTAX, ...MARKS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }) },
);
const signed = fc.tuple(piece, fc.integer({ min: 0, max: 5 })).map(([text, sign]) => (sign === 0 ? `-${text}` : text));
const between = fc.constantFrom(' ', ' ', ' ', ' or ', ' or ', ' OR ', '  ', '', '\t');

const typed = fc.array(fc.tuple(signed, between), { maxLength: 12 }).map((parts) => parts.flat().join(''));
// As long as it may be: of many pieces, of one over and over, or without an end between.
const long = fc.oneof(
  fc
    .array(fc.tuple(signed, between), { minLength: 40, maxLength: 120, size: 'max' })
    .map((parts) => parts.flat().join('')),
  fc.tuple(signed, between, fc.nat(LONGEST_SEARCH)).map(([text, gap, times]) => `${text}${gap}`.repeat(times)),
);

/** What somebody, or something, may type into the search: the query language in any order, and what is none. */
export const searchText: fc.Arbitrary<string> = fc
  .oneof({ weight: 59, arbitrary: typed }, { weight: 1, arbitrary: long })
  .map((text) => text.slice(0, LONGEST_SEARCH));
