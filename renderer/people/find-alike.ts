import { comparedWords, mayBeTheSameWords } from '../../shared/people/alike.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { foldName } from '../../shared/people/rules.ts';

interface Entry {
  readonly person: PersonSummary;
  readonly folded: string;
  readonly words: readonly string[];
}

const entries = new WeakMap<readonly PersonSummary[], readonly Entry[]>();

/** Somebody who is here already and may be the one whose name is being typed. */
interface Alike {
  readonly person: PersonSummary;
  /** The names are the same, not only nearly. */
  readonly isNamesake: boolean;
}

/** Who may be meant by the name of somebody new: first one of that very name, else one of nearly that name. */
export function findAlike(people: readonly PersonSummary[], name: string): Alike | null {
  const folded = foldName(name.trim());
  if (folded === '') return null;
  let known = entries.get(people);
  if (known === undefined) {
    known = people.map((person) => ({ person, folded: foldName(person.name), words: comparedWords(person.name) }));
    entries.set(people, known);
  }
  const namesake = known.find((entry) => entry.folded === folded);
  if (namesake !== undefined) return { person: namesake.person, isNamesake: true };
  const words = comparedWords(name);
  const alike = known.find((entry) => mayBeTheSameWords(entry.words, words));
  return alike === undefined ? null : { person: alike.person, isNamesake: false };
}

/** In one sentence, for somebody who writes down a new person. */
export function sayAlike({ person, isNamesake }: Alike): string {
  const { name, organisationName } = person;
  const who = organisationName === null ? name : `${name} at ${organisationName}`;
  return isNamesake ? `${who} is here already.` : `This may be ${who}, who is here already.`;
}

/** In a few words, beside the offer to make somebody new. */
export function detailOfNew({ person }: Alike): string {
  return `may be ${person.name}, who is here already`;
}
