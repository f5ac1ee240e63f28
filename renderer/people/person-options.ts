import type { PersonId } from '../../shared/id.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import type { Option } from '../ui/option.ts';
import { detailOfNew, findAlike } from './find-alike.ts';
import { findPeople } from './find-people.ts';

export interface PersonOption extends Option {
  readonly id: PersonId;
}

/** More than anybody reads; the next key makes it fewer. */
const SHOWN_AT_MOST = 30;

/** What a picker offers for the text typed; who is called nearly so comes last. */
export function personOptions(
  people: readonly PersonSummary[],
  text: string,
  without: readonly PersonId[],
): readonly PersonOption[] {
  const hidden = new Set(without);
  const found = findPeople(people, text).slice(0, SHOWN_AT_MOST + hidden.size);
  const alike = findAlike(people, text)?.person;
  return (alike === undefined || found.includes(alike) ? found : [...found, alike])
    .filter(({ id }) => !hidden.has(id))
    .slice(0, SHOWN_AT_MOST)
    .map((person) => ({
      id: person.id,
      label: person.name,
      detail: person.organisationName ?? (person.role === '' ? undefined : person.role),
    }));
}

/** What is said beside the offer to make somebody new of that name: who it may be. */
export function detailFor(people: readonly PersonSummary[] | undefined, name: string): string | undefined {
  const alike = people === undefined ? null : findAlike(people, name);
  return alike === null ? undefined : detailOfNew(alike);
}
