import fc from 'fast-check';
import { expect, it, test } from 'vitest';
import { mayBeTheSame } from '../../../shared/people/alike.ts';

test.each([
  ['Ana Lindqvist', 'ana lindqvist'],
  ['Ana Lindqvist', 'Lindqvist, Ana'],
  ['Ana Lindqvist', 'Ana Lindqvst'],
  ['Ana Lindqvist', 'Ana Maria Lindqvist'],
  ['José Álvarez', 'Jose Alvarez'],
  ['Marianne van der Berg', 'Marianne Berg'],
  ['Marianne Berg', 'Marainne Berg'],
  ['李明', '李明'],
])('%s may be %s', (one, other) => expect(mayBeTheSame(one, other)).toBe(true));

test.each([
  ['Ana Lindqvist', 'Åsa Lindqvist'],
  ['Ana Lindqvist', 'Ana Moreau'],
  ['Ana', 'Ana Lindqvist'],
  ['Ana Lindqvist', ''],
  ['Jon Berg', 'Jan Berg'],
  ['Marianne Berg', 'Marainne Borg'],
])('%s is not taken for %s', (one, other) => expect(mayBeTheSame(one, other)).toBe(false));

it('does not depend on which name comes first, and every name may be itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (one, other) => {
      expect(mayBeTheSame(one, other)).toBe(mayBeTheSame(other, one));
      if (/[\p{L}\p{N}]/u.test(one)) expect(mayBeTheSame(one, one)).toBe(true);
    }),
  );
});
