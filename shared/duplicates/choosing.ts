import type { Person, PersonFields } from '../people/person.ts';
import { distinctNames, foldName } from '../people/rules.ts';

/** Of which of the two a field is kept. */
export type Choice = 'one' | 'other' | 'both';

/** A field of which both have something different, and what may be chosen. */
export interface Question {
  readonly field: keyof PersonFields;
  readonly choices: readonly Choice[];
}

const TEXTS = ['situation', 'remember', 'aim', 'sensitive', 'howMet'] as const;
const LISTS = ['contacts', 'tags', 'dates'] as const;
const SINGLE = [
  'name',
  'pronunciation',
  'kind',
  'role',
  'organisationId',
  'introducedById',
  'cadence',
  'cadencePausedUntil',
] as const;

const FIELDS: readonly (keyof PersonFields)[] = [...SINGLE, ...LISTS, ...TEXTS];

function isOneOf<Field extends string>(fields: readonly Field[], field: string): field is Field {
  return fields.some((each) => each === field);
}

function isEmpty(value: unknown): boolean {
  return value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

/** Who introduced somebody, unless it was the other of the two. */
function meant(person: Person, other: Person, field: keyof PersonFields): unknown {
  if (field === 'introducedById' && person.introducedById === other.id) return null;
  // "Other" is what a person is of whom nothing was said.
  if (field === 'kind' && person.kind === 'other') return null;
  return person[field];
}

/** The fields in which two people differ: what only one of them has needs no question. */
export function questionsOf(one: Person, other: Person): readonly Question[] {
  return FIELDS.flatMap((field) => {
    const [a, b] = [meant(one, other, field), meant(other, one, field)];
    if (isEmpty(a) || isEmpty(b) || JSON.stringify(a) === JSON.stringify(b)) return [];
    return [
      { field, choices: isOneOf(SINGLE, field) ? (['one', 'other'] as const) : (['one', 'other', 'both'] as const) },
    ];
  });
}

/** What is kept when nothing is chosen: texts and lists of both, otherwise what the first has, or else the second. */
export function usualChoice(one: Person, other: Person, field: keyof PersonFields): Choice {
  if (!isOneOf(SINGLE, field)) return 'both';
  return isEmpty(meant(one, other, field)) ? 'other' : 'one';
}

function firstOf<Item>(items: readonly Item[], nameOf: (item: Item) => string): readonly Item[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const name = nameOf(item);
    const isNew = !seen.has(name);
    seen.add(name);
    return isNew;
  });
}

const MOST = 50;

/** The person who comes of two, field by field. `choiceOf` says of whom each is kept. */
export function mergedFields(
  one: Person,
  other: Person,
  choiceOf: (field: keyof PersonFields) => Choice,
): PersonFields {
  function pick<Field extends keyof PersonFields>(field: Field): PersonFields[Field] {
    return (choiceOf(field) === 'other' ? other : one)[field];
  }
  function text(field: (typeof TEXTS)[number]): string {
    const [a, b] = [one[field].trim(), other[field].trim()];
    if (choiceOf(field) !== 'both') return pick(field);
    return a === b || b === '' ? one[field] : a === '' ? other[field] : `${a}\n\n${b}`;
  }
  const introducedById = pick('introducedById');
  const sides = (field: (typeof LISTS)[number]): readonly Person[] =>
    choiceOf(field) === 'both' ? [one, other] : choiceOf(field) === 'one' ? [one] : [other];
  return {
    name: pick('name'),
    pronunciation: pick('pronunciation'),
    kind: pick('kind'),
    role: pick('role'),
    organisationId: pick('organisationId'),
    introducedById: introducedById === one.id || introducedById === other.id ? null : introducedById,
    cadence: pick('cadence'),
    cadencePausedUntil: pick('cadencePausedUntil'),
    situation: text('situation'),
    remember: text('remember'),
    aim: text('aim'),
    sensitive: text('sensitive'),
    howMet: text('howMet'),
    contacts: firstOf(
      sides('contacts').flatMap(({ contacts }) => contacts),
      ({ kind, value }) => `${kind} ${foldName(value)}`,
    ).slice(0, MOST),
    tags: distinctNames(sides('tags').flatMap(({ tags }) => tags)).slice(0, MOST),
    dates: firstOf(
      sides('dates').flatMap(({ dates }) => dates),
      ({ label, month, day, year }) => [foldName(label), month, day, year].join(' '),
    ).slice(0, MOST),
  };
}
