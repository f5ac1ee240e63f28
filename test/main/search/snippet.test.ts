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

test('marks of Markdown are left out, and what was hit stays marked', () => {
  const shown = (text: string, ...terms: readonly string[]): string =>
    markedAround(
      text,
      terms.map((term) => ({ text: term, open: true })),
    )
      .replaceAll(HIT_START, '[')
      .replaceAll(HIT_END, ']');
  expect(shown('# Plans\n\n- the **budget** of *May*', 'budget')).toBe('Plans\n\nthe [budget] of May');
  expect(shown('the **annual budget** review', 'annual budget review')).toBe('the [annual budget review]');
  expect(shown('see [the plan](https://example.org/budget), the budget', 'budget')).toBe('see the plan, the [budget]');
  // Found in the address alone, it is shown there, beside the words of the link.
  expect(shown('see [the **plan**](https://example.org/budget), *soon*', 'budget')).toBe(
    'see the plan (https://example.org/[budget]), soon',
  );
  expect(shown('- [one](https://example.org/cost) ![](budget.png)', 'budget')).toBe('one [budget].png');
  // Nowhere else than in a mark, it is still shown.
  expect(shown('```budget\n1 + 1\n```', 'budget')).toContain('[budget]');
  const long = `${'- one **word** after the other\n'.repeat(100)}- the **budget**\n${'- and *on*\n'.repeat(100)}`;
  expect(shown(long, 'budget')).toMatch(/^…[^*]*the \[budget\]\nand on[^*]*…$/);
  expect(shown(long, 'budget')).not.toMatch(/^…?- /m);
});

test('hits are the same words with and without marks around them', () => {
  const word = fc.constantFrom('budget', 'cat', 'plan', 'May');
  const piece = fc
    .tuple(word, fc.constantFrom('', '**', '*', '~~', '`'))
    .map(([text, mark]) => `${mark}${text}${mark}`);
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 25 }),
      fc.constantFrom(' ', '\n- ', '\n# ', ', '),
      (pieces, by) => {
        const marked = pieces.join(by);
        const plain = marked.replaceAll(/[*~`#-]/gu, '');
        const hits = (text: string): string[] =>
          toSnippet(
            markedAround(text, [
              { text: 'cat', open: true },
              { text: 'plan', open: false },
            ]),
          ).flatMap((each) => (each.hit ? [each.text] : []));
        const inPlain = hits(plain);
        expect(hits(marked).slice(0, inPlain.length)).toEqual(inPlain.slice(0, hits(marked).length));
        expect(hits(marked).length > 0).toBe(inPlain.length > 0);
      },
    ),
  );
});
