import { useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { Organisation } from '../../shared/organisations/organisation.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { api } from '../api.ts';
import { formatCount, formatDay } from '../format.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { kindInWords } from '../people/words.ts';
import { RouteLink } from '../RouteLink.tsx';
import { report } from '../report.ts';
import { useRowKeys } from '../ui/row-keys.ts';
import { Section } from '../ui/Section.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import styles from './OrganisationPage.module.css';

export interface OrganisationPeopleProps {
  readonly organisation: Organisation;
  readonly people: readonly PersonSummary[];
}

/** As many as leave what goes on with them in sight; with one or two more all are shown. */
const FIRST = 10;
const SPARE = 2;

/** Who belongs to an organisation: what they do there, and when it was that you spoke. */
export function OrganisationPeople({ organisation: { id, name }, people }: OrganisationPeopleProps) {
  const [areAllShown, setAllShown] = useState(false);
  const shown = areAllShown || people.length <= FIRST + SPARE ? people : people.slice(0, FIRST);
  const rows = useRowKeys(shown.map((person) => person.id));

  async function add(personId: PersonId | null): Promise<void> {
    if (personId === null) return;
    try {
      await api.people.edit({ id: personId, fields: { organisationId: id } });
    } catch (error) {
      report(error);
    }
  }

  return (
    <Section title="People">
      {people.length > 0 && (
        <div {...rows.listProps}>
          <ul aria-label={`People of ${name}`} className={styles.people}>
            {shown.map((person) => (
              <li className={styles.person} key={person.id}>
                <RouteLink row={rows.rowProps(person.id)} to={{ page: 'person', id: person.id }}>
                  {person.name}
                </RouteLink>
                <span className={styles.detail}>
                  {[kindInWords(person.kind), person.role, person.archivedAt === null ? '' : 'archived']
                    .filter((word) => word !== '')
                    .join(' · ')}
                </span>
                <span className={styles.spoken}>
                  {person.lastSpokenOn === null ? 'not yet spoken' : `spoken ${formatDay(person.lastSpokenOn)}`}
                </span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {shown.length < people.length && (
        <TextButton
          onPress={() => {
            setAllShown(true);
            rows.focus();
          }}
        >
          Show all {formatCount(people.length, 'person', 'people')}
        </TextButton>
      )}
      <div className={styles.add}>
        <PersonPicker
          key={people.length}
          label="Add person"
          onChange={(personId) => void add(personId)}
          value={null}
          without={people.map((person) => person.id)}
        />
      </div>
    </Section>
  );
}
