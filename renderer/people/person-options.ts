import type { PersonId } from '../../shared/id.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import type { Option } from '../ui/option.ts';
import { findPeople } from './find-people.ts';

export interface PersonOption extends Option {
  readonly id: PersonId;
}

/** More than anybody reads; the next key makes it fewer. */
const SHOWN_AT_MOST = 30;

/** What a picker offers for the text typed. */
export function personOptions(
  people: readonly PersonSummary[],
  text: string,
  without: readonly PersonId[],
): readonly PersonOption[] {
  const hidden = new Set(without);
  return findPeople(people, text)
    .filter(({ id }) => !hidden.has(id))
    .slice(0, SHOWN_AT_MOST)
    .map((person) => ({
      id: person.id,
      label: person.name,
      detail: person.organisationName ?? (person.role === '' ? undefined : person.role),
    }));
}
