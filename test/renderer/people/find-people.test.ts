import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { find } from '../../../renderer/people/find-people.ts';

function found(items: readonly string[], text: string): readonly string[] {
  return find(items, text, (item) => item);
}

describe('finding by a few letters', () => {
  test('leaves the list as it is while nothing is typed', () => {
    const items = ['b', 'a'];
    expect(found(items, '  ')).toBe(items);
  });

  test('does not mind accents, case, the order of words, or a letter left out', () => {
    const items = ['José Núñez', 'Anna Roth Head of design', 'John Adams'];
    expect(found(items, 'NUNEZ jose')).toEqual(['José Núñez']);
    expect(found(items, 'Núñez')).toEqual(['José Núñez']);
    expect(found(items, 'design anna')).toEqual(['Anna Roth Head of design']);
    expect(found(items, 'jhn')).toEqual(['John Adams']);
    const plain = ['Søren Kjær', 'Łukasz Groß', 'Œuvre Þór'];
    for (const [place, typed] of ['soren kjaer', 'lukasz gross', 'oeuvre thor'].entries()) {
      expect(found(plain, typed)).toEqual([plain[place]]);
    }
    expect(found(plain, 'Kjær')).toEqual(['Søren Kjær']);
  });

  test('puts the beginning of a name before the same letters further on', () => {
    expect(found(['Ben Martin', 'Martin Bauer'], 'martin')).toEqual(['Martin Bauer', 'Ben Martin']);
  });

  test('finds names in other scripts', () => {
    expect(found(['Мария Иванова', '山田太郎', 'Anna'], 'мария')).toEqual(['Мария Иванова']);
    expect(found(['Мария Иванова', '山田太郎', 'Anna'], '山田')).toEqual(['山田太郎']);
  });

  test('takes signs literally', () => {
    expect(found(['Hafen & Söhne', 'Kontor'], '&')).toEqual(['Hafen & Söhne']);
  });

  test('finds every name by its own words, and never falls over what is typed', () => {
    const name = fc.stringMatching(/^[A-ZÄÖÜ][a-zäöüéñ]{1,11} [A-ZÄÖÜ][a-zäöüéñ]{1,11}$/);
    fc.assert(
      fc.property(fc.uniqueArray(name, { minLength: 1, maxLength: 5 }), fc.string(), (names, typed) => {
        for (const one of names) expect(found(names, one)).toContain(one);
        expect(names).toEqual(expect.arrayContaining([...found(names, typed)]));
      }),
      { numRuns: 40 },
    );
  });
});
