import type { PersonId } from '../../shared/id.ts';
import type { RelatedPerson, RelationLink } from '../../shared/relations/relation.ts';
import type { Database } from '../database/driver.ts';
import { listNames } from '../people/repository.ts';
import { type Link, listLinks } from './repository.ts';

/** More people than that cannot be read in one picture. */
const MOST = 40;

export interface RelationGraph {
  readonly people: readonly RelatedPerson[];
  readonly links: readonly RelationLink[];
  /** How many are left out. */
  readonly left: number;
}

/** Who is within two steps of a person, and what lies between them. */
export function graphAround(database: Database, id: PersonId): RelationGraph {
  const names = new Map(listNames(database, [id]));
  const near = nextStep(listLinks(database, [id]), names);
  const links = listLinks(database, [id, ...near.map((person) => person.id)]);
  const far = nextStep(links, names);
  const everybody: readonly RelatedPerson[] = [
    { id, name: names.get(id) ?? '', step: 0 },
    ...near.map((person): RelatedPerson => ({ ...person, step: 1 })),
    ...far.map((person): RelatedPerson => ({ ...person, step: 2 })),
  ];
  const people = everybody.slice(0, MOST);
  const shown = new Set(people.map((person) => person.id));
  // What lies between two of the farthest was found from neither of them.
  const outermost = people.filter(({ step }) => step === 2).map((person) => person.id);
  const all = new Map([...links, ...listLinks(database, outermost)].map((link) => [JSON.stringify(link), link]));
  return {
    people,
    links: [...all.values()]
      .filter(({ from, to }) => shown.has(from) && shown.has(to))
      .map(({ from, to, role, words }) => ({ from, to, role, words })),
    left: everybody.length - people.length,
  };
}

/** Who is met for the first time along these relations, by name; from now on they are known. */
function nextStep(
  links: readonly Link[],
  known: Map<PersonId, string>,
): readonly { readonly id: PersonId; readonly name: string }[] {
  const met = new Map<PersonId, string>();
  for (const { from, fromName, to, toName } of links) {
    if (!known.has(from)) met.set(from, fromName);
    if (!known.has(to)) met.set(to, toName);
  }
  for (const [id, name] of met) known.set(id, name);
  const { compare } = new Intl.Collator();
  return [...met].map(([id, name]) => ({ id, name })).sort((a, b) => compare(a.name, b.name) || (a.id < b.id ? -1 : 1));
}
