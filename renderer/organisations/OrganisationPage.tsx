import { useMemo } from 'react';
import { AppError } from '../../shared/errors.ts';
import type { OrganisationId } from '../../shared/id.ts';
import type { Organisation, OrganisationFields } from '../../shared/organisations/organisation.ts';
import { foldName } from '../../shared/people/rules.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatCount, formatInstant } from '../format.ts';
import { EditPopover } from '../people/EditPopover.tsx';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { usePeople } from '../people/queries.ts';
import { kindInWords } from '../people/words.ts';
import { RouteLink } from '../RouteLink.tsx';
import { report, sentenceFor, toastDone } from '../report.ts';
import { navigate } from '../route.ts';
import { SavedText } from '../SavedText.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { BinIcon, EditIcon, MoreIcon, UndoIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';
import styles from './OrganisationPage.module.css';
import { useOrganisation, useOrganisations } from './queries.ts';

/** One organisation: what is known about it, and its people. */
export function OrganisationPage({ id }: { readonly id: OrganisationId }) {
  const { value: organisation, error } = useOrganisation({ id });
  if (organisation !== undefined) return <OrganisationView organisation={organisation} />;
  if (error === null) {
    return (
      <div className={styles.waiting}>
        <Skeleton height={2} lines={6} />
      </div>
    );
  }
  return (
    <Page title="Organisation">
      <Banner actions={<Button onPress={() => navigate({ page: 'people' })}>Go to People</Button>} tone="problem">
        {sentenceFor(error)}
      </Banner>
    </Page>
  );
}

function nameTaken(name: string): string {
  return `There is another organisation called ${name}.`;
}

function OrganisationView({ organisation }: { readonly organisation: Organisation }) {
  const { id, name, about, peopleCount, deletedAt } = organisation;

  async function edit(fields: Partial<OrganisationFields>): Promise<void> {
    await api.organisations.edit({ id, fields });
  }

  const bin = () => act(() => api.organisations.bin({ id }), `${name} is in the bin`);

  async function restore(): Promise<void> {
    try {
      await api.organisations.restore({ id });
      toastDone(`${name} is restored`);
    } catch (error) {
      // The name was given away meanwhile: the one failure with a sentence of its own.
      if (error instanceof AppError && error.code === 'conflict') toast(nameTaken(name));
      else report(error);
    }
  }

  return (
    <Page
      actions={
        <>
          <Rename organisation={organisation} />
          <MenuButton
            entries={[
              deletedAt === null
                ? { id: 'bin', label: 'Move to the bin', icon: BinIcon, onAction: () => void bin() }
                : { id: 'restore', label: 'Restore', icon: UndoIcon, onAction: () => void restore() },
            ]}
            icon={MoreIcon}
            isIconOnly
            label="More"
          />
        </>
      }
      subtitle={formatCount(peopleCount, 'person', 'people')}
      title={name}
      titleStyle="serif"
    >
      {deletedAt !== null && (
        <Banner actions={<Button onPress={() => void restore()}>Restore</Button>} title="In the bin">
          Since {formatInstant(deletedAt)}, for 30 days. Its people stay, and belong to it again when it is restored.
        </Banner>
      )}
      <Section title="About">
        <SavedText
          isMultiline
          label="About"
          onSave={(text) => edit({ about: text })}
          placeholder="What they do, how they decide, who is who"
          value={about}
        />
      </Section>
      {deletedAt === null && <OrganisationPeople organisation={organisation} />}
    </Page>
  );
}

function Rename({ organisation: { id, name } }: { readonly organisation: Organisation }) {
  const { value: others = [] } = useOrganisations({ shelf: 'current' });

  function problemOf(text: string): string | null {
    if (text.trim() === '') return 'An organisation needs a name.';
    const taken = others.find((other) => other.id !== id && foldName(other.name) === foldName(text));
    return taken === undefined ? null : nameTaken(taken.name);
  }

  return (
    <EditPopover
      label="Name"
      onCommit={async (text) => {
        await api.organisations.edit({ id, fields: { name: text } });
      }}
      problemOf={problemOf}
      trigger={
        <Button icon={EditIcon} variant="quiet">
          Rename
        </Button>
      }
      value={name}
    >
      {(text, change) => <TextField autoFocus label="Name" maxLength={300} onChange={change} value={text} />}
    </EditPopover>
  );
}

function OrganisationPeople({ organisation: { id, name } }: { readonly organisation: Organisation }) {
  const { value: current } = usePeople({ shelf: 'current' });
  const { value: archived } = usePeople({ shelf: 'archived' });
  const people = useMemo(
    () => [...(current ?? []), ...(archived ?? [])].filter((person) => person.organisationId === id),
    [current, archived, id],
  );

  async function add(personId: Parameters<typeof api.people.edit>[0]['id'] | null): Promise<void> {
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
        <ul aria-label={`People of ${name}`} className={styles.people}>
          {people.map((person) => (
            <li className={styles.person} key={person.id}>
              <RouteLink to={{ page: 'person', id: person.id }}>{person.name}</RouteLink>
              <span className={styles.detail}>
                {[kindInWords(person.kind), person.role, person.archivedAt === null ? '' : 'archived']
                  .filter((word) => word !== '')
                  .join(' · ')}
              </span>
            </li>
          ))}
        </ul>
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
