import type { Organisation } from '../../shared/organisations/organisation.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { find, findPeople } from './find-people.ts';

/** A row of the list: a person or an organisation. */
export type PeopleRow =
  | { readonly id: string; readonly person: PersonSummary }
  | { readonly id: string; readonly organisation: Organisation };

const asRow = new WeakMap<PersonSummary | Organisation, PeopleRow>();

// The same object for the same person, so that a list of thousands is not built anew at every key.
function personRow(person: PersonSummary): PeopleRow {
  const row = asRow.get(person) ?? { id: person.id, person };
  asRow.set(person, row);
  return row;
}

function organisationRow(organisation: Organisation): PeopleRow {
  const row = asRow.get(organisation) ?? { id: organisation.id, organisation };
  asRow.set(organisation, row);
  return row;
}

/** The rows that match. In the bin, people come before organisations. */
export function peopleRows(
  people: readonly PersonSummary[],
  organisations: readonly Organisation[],
  { text, shelf }: { readonly text: string; readonly shelf: 'organisations' | 'bin' },
): readonly PeopleRow[] {
  return [
    ...(shelf === 'organisations' ? [] : findPeople(people, text)).map(personRow),
    ...find(organisations, text, ({ name }) => name).map(organisationRow),
  ];
}
