import type { Contact, Person, PersonFields } from '../people/person.ts';
import { distinctNames, foldName } from '../people/rules.ts';
import { TEXT_LIMITS } from '../text.ts';

/** Of which of the two a field is kept. */
export type Choice = 'one' | 'other' | 'both';

/** A field of which both have something different, and what may be chosen. */
export interface Question {
  readonly field: keyof PersonFields;
  readonly choices: readonly Choice[];
  /** Why both are not among the choices although they could be put together: there is more than the field has room for. */
  readonly tooMuch?: TooMuch | undefined;
}

/** So many letters or entries of both together, where only so many have room. */
export interface TooMuch {
  readonly of: 'letters' | 'entries';
  readonly together: number;
  readonly most: number;
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
  return FIELDS.flatMap((field): readonly Question[] => {
    const [a, b] = [meant(one, other, field), meant(other, one, field)];
    if (isEmpty(a) || isEmpty(b) || JSON.stringify(a) === JSON.stringify(b)) return [];
    if (isOneOf(SINGLE, field)) return [{ field, choices: ['one', 'other'] }];
    const tooMuch = tooMuchOf(one, other, field);
    if (tooMuch !== null) return [{ field, choices: ['one', 'other'], tooMuch }];
    return [{ field, choices: ['one', 'other', 'both'] }];
  });
}

function tooMuchOf(one: Person, other: Person, field: keyof PersonFields): TooMuch | null {
  const both = bothOf(one, other, field);
  const tooMuch: TooMuch =
    typeof both === 'string'
      ? { of: 'letters', together: both.length, most: TEXT_LIMITS.passage }
      : { of: 'entries', together: both.length, most: MOST };
  return tooMuch.together > tooMuch.most ? tooMuch : null;
}

/**
 * What is kept when nothing is chosen: texts and lists of both, otherwise what the first has, or else the second. Null
 * where both together have no room: then it has to be chosen, for the other is gone.
 */
export function usualChoice(one: Person, other: Person, field: keyof PersonFields): Choice | null {
  if (!isOneOf(SINGLE, field)) return tooMuchOf(one, other, field) === null ? 'both' : null;
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

/** Entries of a list. */
const MOST = 50;

/** A text or a list of two people put together. */
function bothOf(one: Person, other: Person, field: keyof PersonFields): string | readonly unknown[] {
  if (field === 'contacts') return contactsOf([one, other]);
  if (field === 'tags') return tagsOf([one, other]);
  if (field === 'dates') return datesOf([one, other]);
  return isOneOf(TEXTS, field) ? textOf(one, other, field) : '';
}

function textOf(one: Person, other: Person, field: (typeof TEXTS)[number]): string {
  const [a, b] = [one[field].trim(), other[field].trim()];
  return a === b || b === '' ? one[field] : a === '' ? other[field] : `${a}\n\n${b}`;
}

/** Each way to reach them once, by what it was called in either place. */
function contactsOf(people: readonly Person[]): PersonFields['contacts'] {
  const all = people.flatMap(({ contacts }) => contacts);
  const way = ({ kind, value }: Contact): string => `${kind} ${foldName(value)}`;
  return firstOf(all, way).map((contact) => {
    const labels = all.filter((other) => way(other) === way(contact)).map(({ label }) => label);
    const label = distinctNames(labels.filter((each) => each.trim() !== '')).join(', ');
    return { ...contact, label: label.length > TEXT_LIMITS.line ? contact.label : label };
  });
}

function tagsOf(people: readonly Person[]): PersonFields['tags'] {
  return distinctNames(people.flatMap(({ tags }) => tags));
}

function datesOf(people: readonly Person[]): PersonFields['dates'] {
  return firstOf(
    people.flatMap(({ dates }) => dates),
    ({ label, month, day, year }) => [foldName(label), month, day, year].join(' '),
  );
}

/** The person who comes of two, field by field. `choiceOf` says of whom each is kept. */
export function mergedFields(
  one: Person,
  other: Person,
  choiceOf: (field: keyof PersonFields) => Choice,
): PersonFields {
  function pick<Field extends keyof PersonFields>(field: Field): PersonFields[Field] {
    return (choiceOf(field) === 'other' ? other : one)[field];
  }
  const text = (field: (typeof TEXTS)[number]): string =>
    choiceOf(field) === 'both' ? textOf(one, other, field) : pick(field);
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
    contacts: contactsOf(sides('contacts')),
    tags: tagsOf(sides('tags')),
    dates: datesOf(sides('dates')),
  };
}
