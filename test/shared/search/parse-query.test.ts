import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { completionAt } from '../../../shared/search/completion.ts';
import { readDays } from '../../../shared/search/days.ts';
import { around, fold, hitsIn } from '../../../shared/search/hits.ts';
import { OPERATORS } from '../../../shared/search/operators.ts';
import { isByDay, parseQuery, withoutClause } from '../../../shared/search/query-language.ts';
import type { CalendarDate } from '../../../shared/time.ts';

const TODAY = '2026-11-20' as CalendarDate;
const NAMES = { people: ['Lee Ann Okafor', 'Mara'], organisations: ['Brightwater'], tags: ['renewal', 'first call'] };

function filters(text: string) {
  return parseQuery(text, TODAY).clauses.flatMap(({ pieces }) => pieces.map(({ filter, term }) => filter ?? term));
}

const anything = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom(
    ...OPERATORS.flatMap(({ name, example }) => [`${name}:`, example, `-${name}:"`]),
    ...['or', 'OR', '-', '--', '"', '“', '\u0000', '\ud800', '*', 'NEAR(', '2026-13', 'on:9999', 'mark:-2', 'x:y'],
  ),
);
const texts = fc.array(anything, { maxLength: 10 }).map((parts) => parts.join(' '));

describe('reading a query', () => {
  test('every example in the explanation is understood', () => {
    for (const { example } of OPERATORS) {
      expect([example, parseQuery(example, TODAY).misread]).toEqual([example, []]);
      expect(parseQuery(example, TODAY).clauses[0]?.pieces[0]?.filter).toBeDefined();
    }
  });

  test('values are quoted or not, and words for a choice may be written in any way', () => {
    expect(filters('with:"lee ann"')).toEqual([{ kind: 'with', name: 'lee ann' }]);
    for (const text of ['kind:past_client', 'kind:past-client', 'kind:"Past client"', 'kind:past']) {
      expect(filters(text)).toEqual([{ kind: 'kind', value: 'past_client' }]);
    }
    expect(filters('has:promises')).toEqual([{ kind: 'has', value: 'promise' }]);
    expect(filters('channel:in_person')).toEqual([{ kind: 'channel', value: 'in_person' }]);
  });

  test('after and before leave out what they name; on is within it', () => {
    expect(filters('after:2026-03')).toEqual([{ kind: 'days', first: '2026-04-01', last: null }]);
    expect(filters('before:2026-03')).toEqual([{ kind: 'days', first: null, last: '2026-02-28' }]);
    expect(filters('on:2026')).toEqual([{ kind: 'days', first: '2026-01-01', last: '2026-12-31' }]);
    expect(filters('on:2026-02-29')).toEqual([{ text: 'on:2026-02-29', open: true }]);
  });

  test.each([
    ['today', '2026-11-20', '2026-11-20'],
    ['yesterday', '2026-11-19', '2026-11-19'],
    ['this week', '2026-11-16', '2026-11-22'],
    ['last week', '2026-11-09', '2026-11-15'],
    ['last month', '2026-10-01', '2026-10-31'],
    ['last year', '2025-01-01', '2025-12-31'],
    ['3 weeks ago', '2026-10-30', '2026-10-30'],
    ['march', '2026-03-01', '2026-03-31'],
    ['december', '2025-12-01', '2025-12-31'],
    ['March 2024', '2024-03-01', '2024-03-31'],
  ])('%s is from %s to %s', (words, first, last) => {
    expect(readDays(words, TODAY)).toEqual({ first, last });
  });

  test('what is no operator, and a value that means nothing to one, are text, and that is said', () => {
    expect(parseQuery('colour:blue', TODAY)).toMatchObject({
      clauses: [{ pieces: [{ not: false, term: { text: 'colour:blue', open: true } }] }],
      misread: [{ text: 'colour:blue', why: 'operator' }],
    });
    expect(parseQuery('is:purple', TODAY).misread).toEqual([{ text: 'is:purple', why: 'value' }]);
    expect(parseQuery('https://example.com 10:30', TODAY).misread).toEqual([]);
  });

  test('an operator without its value yet asks for nothing, and before anything else that is said', () => {
    expect(parseQuery('with: budget', TODAY).clauses).toHaveLength(1);
    expect(parseQuery('with: budget', TODAY).misread).toEqual([{ text: 'with:', why: 'blank' }]);
    expect(parseQuery('tag:"" budget', TODAY).misread).toEqual([{ text: 'tag:""', why: 'blank' }]);
    expect(parseQuery('budget with: ', TODAY).misread).toEqual([]);
  });

  test('what is misread twice is said once', () => {
    expect(parseQuery('x:y x:y is:purple x:y', TODAY).misread).toEqual([
      { text: 'x:y', why: 'operator' },
      { text: 'is:purple', why: 'value' },
    ]);
  });

  test('what is open or overdue, and nothing else, stands by the day on which it is due', () => {
    const byDay = (text: string) => isByDay(parseQuery(text, TODAY));
    for (const text of ['is:open', 'is:overdue with:lee', 'by:me is:open'])
      expect([text, byDay(text)]).toEqual([text, true]);
    for (const text of ['', 'by:me', 'is:draft', '-is:open', 'is:open budget', 'is:open or by:me']) {
      expect([text, byDay(text)]).toEqual([text, false]);
    }
  });

  test('the same asked for twice is one choice', () => {
    const [clause, ...more] = parseQuery('price or tag:x OR price or "price" or tag:x', TODAY).clauses;
    expect(more).toEqual([]);
    expect(clause?.text).toBe('price or tag:x OR price or "price" or tag:x');
    expect(clause?.pieces.map(({ term, filter }) => term ?? filter)).toEqual([
      { text: 'price', open: true },
      { kind: 'tag', name: 'x' },
      { text: 'price', open: false },
    ]);
  });

  test('or joins its neighbours, and is a word at either end', () => {
    const { clauses } = parseQuery('price or cost -discount', TODAY);
    expect(clauses.map(({ text }) => text)).toEqual(['price or cost', '-discount']);
    expect(parseQuery('or', TODAY).clauses[0]?.pieces[0]?.term?.text).toBe('or');
    expect(parseQuery('price or', TODAY).clauses).toHaveLength(2);
  });

  test('any text is read, each part from where it stands, and taking a part out takes just that', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { clauses } = parseQuery(text, TODAY);
        for (const clause of clauses) {
          expect(text.slice(clause.from, clause.to)).toBe(clause.text);
          const less = withoutClause(text, clause);
          expect(less.length).toBeLessThan(text.length);
          parseQuery(less, TODAY);
        }
        for (const { pieces } of clauses) for (const { term } of pieces) expect(term?.text ?? 'x').not.toBe('');
      }),
      { numRuns: 1000 },
    );
  });
});

describe('completing', () => {
  test('offers operators by their beginning, and then their values', () => {
    expect(completionAt('budget wi', 9, NAMES)).toMatchObject({ of: 'names', from: 7, options: [{ text: 'with:' }] });
    expect(completionAt('with:ann', 8, NAMES)?.options.map(({ text }) => text)).toEqual(['with:"Lee Ann Okafor" ']);
    expect(completionAt('with:"lee a', 11, NAMES)?.options.map(({ label }) => label)).toEqual(['Lee Ann Okafor']);
    expect(completionAt('-tag:', 5, NAMES)?.options.map(({ text }) => text)).toEqual([
      '-tag:renewal ',
      '-tag:"first call" ',
    ]);
    const finds = (text: string) => completionAt(text, text.length, NAMES)?.options.map(({ detail }) => detail) ?? [];
    expect(finds('has:')).toEqual(['with a promise', 'with a file', 'with something marked', 'with a follow-up']);
    expect(finds('is:over')).toEqual(['promises and follow-ups past their day']);
    expect(finds('with:ann')).toEqual(['with a person']);
    expect(completionAt('budget ', 7, NAMES)).toBe(null);
    expect(completionAt('with:Mara', 9, NAMES)).toBe(null);
  });

  test('a mark keeps its sign', () => {
    const offered = (text: string) => completionAt(text, text.length, NAMES)?.options.map(({ label }) => label) ?? null;
    expect(offered('mark:-')).toEqual(['-2', '-1']);
    expect(offered('mark:1')).toBe(null);
    expect(offered('mark:-1')).toBe(null);
    expect(offered('mark:Fas')).toEqual(['faster']);
  });

  test('what is one already is offered first, and known as whole', () => {
    expect(completionAt('kind:CLIENT', 11, NAMES)).toMatchObject({
      isWhole: true,
      options: [{ label: 'client' }, { label: 'past client' }],
    });
    const names = { ...NAMES, people: ['Anna Lee', 'Lee'] };
    expect(completionAt('with:lee', 8, names)).toMatchObject({
      isWhole: true,
      options: [{ label: 'Lee' }, { label: 'Anna Lee' }],
    });
    expect(completionAt('with:le', 7, names)).toMatchObject({ isWhole: false, options: [{ label: 'Anna Lee' }, {}] });
    expect(completionAt('with:mara', 9, NAMES)).toBe(null);
  });

  test('never fails, and what it puts in is understood', () => {
    fc.assert(
      fc.property(texts, fc.nat(), (text, at) => {
        const caret = at % (text.length + 1);
        const completion = completionAt(text, caret, NAMES);
        if (completion?.of !== 'values') return;
        for (const option of completion.options) {
          expect(parseQuery(option.text, TODAY)).toMatchObject({ misread: [], clauses: [{}] });
        }
      }),
      { numRuns: 500 },
    );
  });
});

describe('hits', () => {
  test('are at beginnings of words with their rest, or else anywhere, without regard to accents', () => {
    const marked = (text: string, word: string): string[] =>
      hitsIn(text, [{ text: word, open: true }]).map(({ from, to }) => text.slice(from, to));
    expect(marked('Café cafeteria decaf', 'cafe')).toEqual(['Café', 'cafeteria']);
    expect(marked('decaf', 'caf')).toEqual(['caf']);
    expect(marked('cafe\u0301s', 'cafes')).toEqual(['cafe\u0301s']);
    expect(marked('我们讨论合同', '合同')).toEqual(['合同']);
    expect(marked('annual, budget', 'annual bud')).toEqual(['annual, budget']);
  });

  test('of different words are shown together when they stand together anywhere, and no word is cut in two', () => {
    const filler = 'a walk along the river, '.repeat(20);
    const text = `The price. ${filler}Then the price and the harbour came up. ${filler}`;
    const terms = ['price', 'harbour'].map((word) => ({ text: word, open: true }));
    const piece = around(text, hitsIn(text, terms), 100);
    expect(piece.hits.map(({ from, to }) => piece.text.slice(from, to))).toEqual(['price', 'harbour']);
    const words = new Set(text.split(/\s+/));
    for (const word of piece.text.replaceAll('…', '').trim().split(/\s+/)) expect(words).toContain(word);
  });

  test('lie where the words are, whatever character stands before them', () => {
    const moved: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const before = String.fromCharCode(code);
      // Half of a pair stands alone nowhere.
      if (!before.isWellFormed()) continue;
      const [hit] = hitsIn(`${before} word`, [{ text: 'word', open: true }]);
      if (hit?.from !== 2 || hit.to !== 6) moved.push(code.toString(16));
    }
    expect(moved).toEqual([]);
  });

  test('of a word are where a pattern of its letters finds them, in any text', () => {
    const letter = '[\\p{L}\\p{N}\\p{M}\\p{Co}]';
    const unit = fc.constantFrom('a', 'b', 'é', 'e', '1', ' ', '-', '\n', '\u0301', '😀', 'ö', '字', '𝒜');
    fc.assert(
      fc.property(
        fc.string({ unit, maxLength: 60 }),
        fc.constantFrom('a', 'ab', 'b1', 'aa', 'é', 'e', 'öa'),
        fc.boolean(),
        (text, word, open) => {
          const pattern = new RegExp(`(?<!${letter})${fold(word)}${open ? `${letter}*` : `(?!${letter})`}`, 'gu');
          const expected = [...fold(text).matchAll(pattern)].map(([found]) => found);
          const found = hitsIn(text, [{ text: word, open }]).map(({ from, to }) => fold(text.slice(from, to)));
          // A word that begins nowhere is looked for anywhere.
          if (expected.length > 0) expect(found).toEqual(expected);
        },
      ),
      { numRuns: 3000 },
    );
  });

  test('are looked for without accents, in whatever text the letters stand', () => {
    const whole = (text: string): string =>
      text
        .normalize('NFD')
        .replace(/[\u0300-\u036f]+/gu, '')
        .normalize('NFC')
        .toLowerCase()
        .replace(/[đħıłøŧ]/gu, (letter) => 'dhilot'.charAt('đħıłøŧ'.indexOf(letter)));
    const moved: string[] = [];
    for (let code = 0; code <= 0xffff; code += 1) {
      const text = `é${String.fromCharCode(code)}Ün`;
      if (text.isWellFormed() && fold(text) !== whole(text)) moved.push(code.toString(16));
    }
    expect(moved).toEqual([]);
  });

  test('lie within the text, in order and apart', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.array(fc.string({ unit: 'grapheme', minLength: 1 })),
        (text, words) => {
          let last = 0;
          for (const { from, to } of hitsIn(
            text,
            words.map((word) => ({ text: word, open: true })),
          )) {
            expect(from).toBeGreaterThanOrEqual(last);
            expect(to).toBeGreaterThan(from);
            expect(to).toBeLessThanOrEqual(text.length);
            last = to;
          }
        },
      ),
    );
  });
});
