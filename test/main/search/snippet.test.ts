import fc from 'fast-check';
import { expect, test } from 'vitest';
import { HIT_END, HIT_START, hasHit, toSnippet } from '../../../main/search/snippet.ts';

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
