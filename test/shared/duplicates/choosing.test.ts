import { describe, expect, it } from 'vitest';
import { mergedFields, questionsOf, usualChoice } from '../../../shared/duplicates/choosing.ts';
import { foldAddress, keysOfName, keysOfPhone } from '../../../shared/duplicates/signs.ts';
import type { PersonId } from '../../../shared/id.ts';
import { comparedWords } from '../../../shared/people/alike.ts';
import type { Person } from '../../../shared/people/person.ts';
import type { Instant } from '../../../shared/time.ts';

function aPerson(fields: Partial<Person>): Person {
  return {
    id: 'a' as PersonId,
    name: 'Anna Roth',
    pronunciation: '',
    kind: 'other',
    role: '',
    organisationId: null,
    organisationName: null,
    situation: '',
    remember: '',
    aim: '',
    sensitive: '',
    howMet: '',
    introducedById: null,
    introducedByName: null,
    cadence: null,
    cadencePausedUntil: null,
    wantedCadence: null,
    contacts: [],
    tags: [],
    dates: [],
    lastSpokenOn: null,
    conversationCount: 0,
    createdAt: '2026-01-01T12:00:00.000Z' as Instant,
    updatedAt: '2026-01-01T12:00:00.000Z' as Instant,
    archivedAt: null,
    deletedAt: null,
    ...fields,
  };
}

describe('choosing field by field', () => {
  const one = aPerson({ role: 'Design', situation: 'New office.', tags: ['fair'], pronunciation: 'Rote' });
  const other = aPerson({
    id: 'b' as PersonId,
    kind: 'client',
    role: 'Head of design',
    situation: 'Looks for a painter.',
    tags: ['Fair', 'renewal'],
    introducedById: 'a' as PersonId,
  });

  it('asks only where both have something different', () => {
    expect(questionsOf(one, other)).toEqual([
      { field: 'role', choices: ['one', 'other'] },
      { field: 'tags', choices: ['one', 'other', 'both'] },
      { field: 'situation', choices: ['one', 'other', 'both'] },
    ]);
    expect(questionsOf(one, one)).toEqual([]);
  });

  it('keeps what either has when nothing is chosen, lists and texts of both', () => {
    expect(mergedFields(one, other, (field) => usualChoice(one, other, field) ?? 'one')).toMatchObject({
      name: 'Anna Roth',
      kind: 'client',
      role: 'Design',
      pronunciation: 'Rote',
      tags: ['fair', 'renewal'],
      situation: 'New office.\n\nLooks for a painter.',
      introducedById: null,
    });
  });

  it('does not put together what has no room, and takes nothing for chosen then', () => {
    const tags = (letter: string) => Array.from({ length: 26 }, (_, place) => `${letter}${place}`);
    const long = aPerson({ remember: 'a'.repeat(12_000), aim: 'a'.repeat(9_999), tags: tags('a') });
    const longToo = aPerson({ remember: 'b'.repeat(12_000), aim: 'b'.repeat(9_999), tags: tags('b') });
    expect(questionsOf(long, longToo)).toEqual([
      { field: 'tags', choices: ['one', 'other'], tooMuch: { of: 'entries', together: 52, most: 50 } },
      { field: 'remember', choices: ['one', 'other'], tooMuch: { of: 'letters', together: 24_002, most: 20_000 } },
      { field: 'aim', choices: ['one', 'other', 'both'] },
    ]);
    const chosen = (['tags', 'remember', 'aim'] as const).map((field) => usualChoice(long, longToo, field));
    expect(chosen).toEqual([null, null, 'both']);
    // As much as there is room for.
    expect(mergedFields(long, longToo, () => 'both').aim).toHaveLength(20_000);
  });

  it('keeps what a way to reach them was called in either place', () => {
    const way = (label: string, value: string) => ({ kind: 'phone' as const, label, value });
    const [a, b] = [way('', '0170'), way('work', '0170')];
    expect(mergedFields(aPerson({ contacts: [a] }), aPerson({ contacts: [b] }), () => 'both').contacts).toEqual([b]);
    const home = aPerson({ contacts: [way('home', '0170'), way('', '0171')] });
    expect(mergedFields(home, aPerson({ contacts: [b, way('', '0171')] }), () => 'both').contacts).toEqual([
      way('home, work', '0170'),
      way('', '0171'),
    ]);
  });

  it('takes the side that is chosen', () => {
    expect(mergedFields(one, other, () => 'other')).toMatchObject({
      role: 'Head of design',
      pronunciation: '',
      tags: ['Fair', 'renewal'],
      situation: 'Looks for a painter.',
      introducedById: null,
    });
  });
});

describe('numbers', () => {
  const isShared = (one: string, other: string): boolean =>
    keysOfPhone(one).some((key) => keysOfPhone(other).includes(key));

  it.each([
    ['+49 170 1234567', '0049 (170) 123-45-67'],
    ['+49 170 1234567', '0170/1234567'],
    ['+49 (0)30 1234567', '030 123 45 67'],
    ['tel:+1-555-010-1234', '(555) 010-1234'],
    ['+45 12 34 56 78', '12345678'],
    ['0045 12 34 56 78', '+4512345678'],
    ['+354 555 1234', '555-1234'],
    ['+852 2345 6789', '２３４５ ６７８９'],
  ])('%s and %s are one', (one, other) => {
    expect(isShared(one, other)).toBe(true);
    expect(isShared(other, one)).toBe(true);
  });

  it.each([
    ['+49 170 1234567', '+49 170 1234568'],
    ['+45 12 34 56 78', '+45 12 34 56 79'],
    ['+49 30 1234567', '1234567'],
    ['110', '110'],
    ['', ''],
  ])('%s and %s are not', (one, other) => expect(isShared(one, other)).toBe(false));
});

it('addresses are the same without regard to case', () => {
  expect(foldAddress(' Anna@Roth.example')).toBe(foldAddress('anna@roth.example'));
  expect(foldAddress('Anna Roth <Anna@Roth.example>')).toBe(foldAddress('mailto:anna@roth.example'));
  for (const none of ['anna', '@anna']) expect(foldAddress(none)).toBe(null);
});

it('names that are alike have a key in common', () => {
  const keys = (name: string) => new Set(keysOfName(comparedWords(name)));
  for (const [a, b] of [
    ['José Núñez', 'nunes jose'],
    ['Anna Maria Roth', 'Anna Roth'],
    ['Jörg Müller', 'Joerg Mueller'],
    ['A. Roth', 'Anna Roth'],
    ['Cher', 'CHER'],
  ] as const) {
    expect([...keys(a)].some((key) => keys(b).has(key))).toBe(true);
  }
});
