import { useMemo, useState } from 'react';
import { AppError } from '../../shared/errors.ts';
import type { OrganisationId } from '../../shared/id.ts';
import type { Organisation, OrganisationFields } from '../../shared/organisations/organisation.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { foldName } from '../../shared/people/rules.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatCount, formatInstant } from '../format.ts';
import { performAction, shortcutOf, useActions } from '../keys.ts';
import { EditPopover } from '../people/EditPopover.tsx';
import { usePeople } from '../people/queries.ts';
import { report, sentenceFor, toastDone } from '../report.ts';
import { navigate } from '../route.ts';
import { SavedText } from '../SavedText.tsx';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, BriefIcon, DraftIcon, EditIcon, MergeIcon, MoreIcon, NewPersonIcon, UndoIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Section } from '../ui/Section.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { toast } from '../ui/toast.ts';
import { MergeDialog } from './MergeDialog.tsx';
import styles from './OrganisationPage.module.css';
import { OrganisationParts } from './OrganisationParts.tsx';
import { OrganisationPeople } from './OrganisationPeople.tsx';
import { useOrganisation, useOrganisations } from './queries.ts';

/** One organisation: what is known about it, its people, and what goes on with all of them. */
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
  const [isMerging, setMerging] = useState(false);
  const people = usePeopleOf(id);

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
  useActions({
    'merge-organisation': deletedAt === null ? () => setMerging(true) : null,
    'bin-organisation': deletedAt === null ? () => void bin() : null,
    'restore-organisation': deletedAt === null ? null : () => void restore(),
  });

  return (
    <Page
      actions={
        <>
          <Button
            icon={BriefIcon}
            onPress={() => navigate({ page: 'organisation-brief', id })}
            shortcut={shortcutOf('brief')}
          >
            Brief
          </Button>
          {people.length > 0 && <RecordConversation people={people} />}
          <Rename organisation={organisation} />
          <MenuButton
            entries={[
              ...(deletedAt === null
                ? [
                    {
                      id: 'new-person',
                      label: 'New person here…',
                      icon: NewPersonIcon,
                      onAction: () => performAction('new-person'),
                    },
                    {
                      id: 'merge',
                      label: 'Merge with another organisation…',
                      icon: MergeIcon,
                      onAction: () => setMerging(true),
                    },
                    'separator' as const,
                  ]
                : []),
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
      {deletedAt === null && (
        <>
          <OrganisationPeople organisation={organisation} people={people} />
          <OrganisationParts id={id} />
        </>
      )}
      {isMerging && <MergeDialog onClose={() => setMerging(false)} organisation={organisation} />}
    </Page>
  );
}

/** Its people outside the bin, those in the archive last. */
function usePeopleOf(id: OrganisationId): readonly PersonSummary[] {
  const { value: current } = usePeople({ shelf: 'current' });
  const { value: archived } = usePeople({ shelf: 'archived' });
  return useMemo(
    () => [...(current ?? []), ...(archived ?? [])].filter((person) => person.organisationId === id),
    [current, archived, id],
  );
}

/** A menu of more people than these is not read: the others are found by name in the conversation. */
const MOST_OFFERED = 12;

/** A new conversation with the one person there is, or with one of them; of many, with one of those spoken with last. */
function RecordConversation({ people }: { readonly people: readonly PersonSummary[] }) {
  const [only, ...others] = people;
  if (only === undefined) return null;
  if (others.length === 0) {
    return (
      <Button icon={DraftIcon} onPress={() => navigate({ page: 'new-conversation', personId: only.id })}>
        Record a conversation
      </Button>
    );
  }
  return (
    <MenuButton
      entries={[
        ...offered(people).map((person) => ({
          id: person.id,
          label: `With ${person.name}`,
          onAction: () => navigate({ page: 'new-conversation', personId: person.id }),
        })),
        ...(people.length > MOST_OFFERED
          ? [
              'separator' as const,
              {
                id: 'others',
                label: 'With somebody else…',
                onAction: () => navigate({ page: 'new-conversation' }),
              },
            ]
          : []),
      ]}
      icon={DraftIcon}
      label="Record a conversation"
      variant="plain"
    />
  );
}

function offered(people: readonly PersonSummary[]): readonly PersonSummary[] {
  if (people.length <= MOST_OFFERED) return people;
  return people
    .toSorted((one, other) => (other.lastSpokenOn ?? '').localeCompare(one.lastSpokenOn ?? ''))
    .slice(0, MOST_OFFERED);
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
      trigger={<IconButton icon={EditIcon} label="Rename" />}
      value={name}
    >
      {(text, change) => <TextField autoFocus label="Name" maxLength={300} onChange={change} value={text} />}
    </EditPopover>
  );
}
