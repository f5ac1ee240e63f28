import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIT_END, HIT_START, hasHit, markedAround, toSnippet } from '../../../main/search/snippet.ts';

test('marks become pieces', () => {
  const marked = `about the ${HIT_START}budget${HIT_END}, again`;
  expect(hasHit(marked)).toBe(true);
  expect(toSnippet(marked)).toEqual([
    { text: 'about the ', hit: false },
    { text: 'budget', hit: true },
    { text: ', again', hit: false },
  ]);
});

test('no text is lost, whatever stands between the marks', () => {
  const part = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom(HIT_START, HIT_END));
  fc.assert(
    fc.property(fc.array(part), (parts) => {
      const marked = parts.join('');
      const pieces = toSnippet(marked);
      expect(pieces.map(({ text }) => text).join('')).toBe(marked.replaceAll(HIT_START, '').replaceAll(HIT_END, ''));
      expect(pieces.every(({ text }) => text !== '')).toBe(true);
    }),
  );
});

test('of a long text the piece is shown where every word begins, near its beginning or not', () => {
  const [budget, cat] = ['budget', 'cat'].map((text) => ({ text, open: true }));
  if (budget === undefined || cat === undefined) throw new Error('There are two.');
  const filler = 'one word after the other, '.repeat(1000);
  const hits = (text: string, terms: readonly (typeof cat)[]): string[] =>
    toSnippet(markedAround(text, terms)).flatMap((piece) => (piece.hit ? [piece.text] : []));
  expect(markedAround(`education ${filler} the cat ${filler}`, [cat])).toContain(`the ${HIT_START}cat${HIT_END} one`);
  expect(markedAround(`${filler} education ${filler}`, [cat])).toContain(`edu${HIT_START}cat${HIT_END}ion one`);
  expect(hits(`cats ${filler} the budget of the cat`, [budget, cat])).toEqual(['budget', 'cat']);
  expect(hits(`cats, budgets ${filler} cat`, [budget, cat])).toEqual(['cats', 'budgets']);
});
