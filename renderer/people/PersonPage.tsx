import { useCallback } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { Person } from '../../shared/people/person.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatInstant } from '../format.ts';
import { performAction, shortcutOf, useAction, useActions } from '../keys.ts';
import { openErase } from '../personal-data/erasing.ts';
import { saveEverything } from '../personal-data/save-everything.ts';
import { PersonQuestions } from '../questions/PersonQuestions.tsx';
import { sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { ArchiveIcon, BinIcon, BriefIcon, DraftIcon, EraseIcon, FileIcon, MoreIcon, UndoIcon } from '../ui/icons.ts';
import { MenuButton } from '../ui/MenuButton.tsx';
import { Page } from '../ui/Page.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { FirstSight } from './FirstSight.tsx';
import { PersonFacts, PersonPassages } from './PersonFacts.tsx';
import { PersonHeader, PersonLine } from './PersonHeader.tsx';
import styles from './PersonPage.module.css';
import { PersonParts } from './PersonParts.tsx';
import { usePerson } from './queries.ts';

/** Everything about one person: what is known, what is open between you, and every conversation. */
export function PersonPage({ id }: { readonly id: PersonId }) {
  return (
    <>
      <FirstSight personId={id} />
      <LoadedPerson id={id} />
    </>
  );
}

function LoadedPerson({ id }: { readonly id: PersonId }) {
  const { value: person, error } = usePerson({ id });
  useAction(
    'brief',
    useCallback(() => navigate({ page: 'brief', id }), [id]),
  );
  if (person !== undefined) return <PersonView person={person} />;
  if (error === null) {
    return (
      <div className={styles.waiting}>
        <Skeleton height={2} lines={9} />
      </div>
    );
  }
  return (
    <Page title="Person">
      <Banner actions={<Button onPress={() => navigate({ page: 'people' })}>Go to People</Button>} tone="problem">
        {sentenceFor(error)}
      </Banner>
    </Page>
  );
}

function PersonView({ person }: { readonly person: Person }) {
  const { id, name, archivedAt, deletedAt } = person;
  const archive = () => act(() => api.people.archive({ id }), `${name} is archived`);
  const unarchive = () => act(() => api.people.unarchive({ id }), `${name} is out of the archive`);
  const bin = () => act(() => api.people.bin({ id }), `${name} is in the bin`);
  const restore = () => act(() => api.people.restore({ id }), `${name} is restored`);
  useActions({
    'archive-person': archivedAt === null ? () => void archive() : null,
    'unarchive-person': archivedAt === null ? null : () => void unarchive(),
    'bin-person': deletedAt === null ? () => void bin() : null,
    'restore-person': deletedAt === null ? null : () => void restore(),
    'save-everything-to-read': () => void saveEverything(id, 'html'),
    'save-everything-as-json': () => void saveEverything(id, 'json'),
    'erase-person': () => openErase(id),
  });

  return (
    <Page
      actions={
        <>
          <Button icon={BriefIcon} onPress={() => navigate({ page: 'brief', id })} shortcut={shortcutOf('brief')}>
            Brief
          </Button>
          <Button icon={DraftIcon} onPress={() => performAction('new-conversation')}>
            Record a conversation
          </Button>
          <MenuButton
            entries={[
              archivedAt === null
                ? { id: 'archive', label: 'Archive', icon: ArchiveIcon, onAction: () => void archive() }
                : {
                    id: 'unarchive',
                    label: 'Take out of the archive',
                    icon: ArchiveIcon,
                    onAction: () => void unarchive(),
                  },
              deletedAt === null
                ? { id: 'bin', label: 'Move to the bin', icon: BinIcon, onAction: () => void bin() }
                : { id: 'restore', label: 'Restore', icon: UndoIcon, onAction: () => void restore() },
              'separator',
              {
                id: 'save-html',
                label: 'Save everything about them, to read…',
                icon: FileIcon,
                onAction: () => void saveEverything(id, 'html'),
              },
              {
                id: 'save-json',
                label: 'Save everything about them, as JSON…',
                icon: FileIcon,
                onAction: () => void saveEverything(id, 'json'),
              },
              'separator',
              { id: 'erase', label: 'Erase for good…', icon: EraseIcon, onAction: () => openErase(id) },
            ]}
            icon={MoreIcon}
            isIconOnly
            label="More"
          />
        </>
      }
      subtitle={<PersonLine person={person} />}
      title={name}
      titleStyle="serif"
      width="wide"
    >
      {deletedAt !== null ? (
        <Banner actions={<Button onPress={() => void restore()}>Restore</Button>} title="In the bin">
          Since {formatInstant(deletedAt)}, for 30 days. Conversations with {name} stay.
        </Banner>
      ) : (
        archivedAt !== null && (
          <Banner actions={<Button onPress={() => void unarchive()}>Take out of the archive</Button>} title="Archived">
            Since {formatInstant(archivedAt)}. {name} is left out of the list of people; Today names neither their
            cadence nor their dates. Follow-ups stay.
          </Banner>
        )
      )}
      <PersonHeader person={person} />
      <div className={styles.layout}>
        <PersonParts personId={id} />
        <aside aria-label={`About ${name}`} className={styles.side}>
          <div className={styles.passages}>
            <PersonQuestions personId={person.id} />
            <PersonPassages person={person} />
          </div>
          <div className={styles.plain}>
            <PersonFacts person={person} />
          </div>
        </aside>
      </div>
    </Page>
  );
}
