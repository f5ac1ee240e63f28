import type { Organisation } from '../../shared/organisations/organisation.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { find, findPeople } from './find-people.ts';
import type { PeopleView } from './people-view.ts';

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

/** The rows for what the view asks. In the bin, people come before organisations. */
export function peopleRows(
  people: readonly PersonSummary[],
  organisations: readonly Organisation[],
  { text, kind, shelf }: Pick<PeopleView, 'text' | 'kind' | 'shelf'>,
): readonly PeopleRow[] {
  const foundPeople = shelf === 'organisations' ? [] : findPeople(people, text);
  const foundOrganisations =
    shelf === 'organisations' || (shelf === 'bin' && kind === 'all')
      ? find(organisations, text, ({ name }) => name)
      : [];
  return [
    ...(kind === 'all' ? foundPeople : foundPeople.filter((person) => person.kind === kind)).map(personRow),
    ...foundOrganisations.map(organisationRow),
  ];
}
