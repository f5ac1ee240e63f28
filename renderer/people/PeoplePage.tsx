import { useCallback, useDeferredValue, useEffect, useMemo, useRef } from 'react';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { performAction, shortcutOf } from '../keys.ts';
import { useOrganisations } from '../organisations/queries.ts';
import { RouteLink } from '../RouteLink.tsx';
import { report, sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { NewPersonIcon } from '../ui/icons.ts';
import { Page } from '../ui/Page.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { VirtualList, type VirtualListHandle } from '../ui/VirtualList.tsx';
import { PeopleEmptyState } from './PeopleEmptyState.tsx';
import styles from './PeoplePage.module.css';
import { PeopleRowView } from './PeopleRowView.tsx';
import { type PeopleRow, peopleRows } from './people-rows.ts';
import { type PeopleView, usePeopleView } from './people-view.ts';
import { usePeople } from './queries.ts';
import { KINDS } from './words.ts';

const SHELVES: readonly { readonly value: PeopleView['shelf']; readonly label: string }[] = [
  { value: 'current', label: 'Current' },
  { value: 'archived', label: 'Archived' },
  { value: 'organisations', label: 'Organisations' },
  { value: 'bin', label: 'Bin' },
];

const KIND_CHOICES = [{ value: 'all', label: 'All kinds' } as const, ...KINDS];

const NONE: readonly never[] = [];

/** Everybody, found by typing; the archive, the organisations and the bin beside them. */
export function PeoplePage() {
  const [view, change] = usePeopleView();
  const { text, kind, shelf, openedId } = view;
  const { value: people = NONE, ...peopleAnswer } = usePeople({ shelf: shelf === 'organisations' ? 'current' : shelf });
  const { value: organisations = NONE, ...organisationsAnswer } = useOrganisations({
    shelf: shelf === 'bin' ? 'bin' : 'current',
  });
  const isLoaded = people !== NONE && organisations !== NONE;
  const error = peopleAnswer.error ?? organisationsAnswer.error;
  const list = useRef<VirtualListHandle>(null);

  // What is typed shows at once, the list right after it.
  const sought = useDeferredValue(text);
  const rows = useMemo(
    () => peopleRows(people, organisations, { text: sought, kind, shelf }),
    [people, organisations, sought, kind, shelf],
  );

  // Whoever comes back from somebody's page is on that person's row again.
  const returnsTo = useRef(openedId);
  useEffect(() => {
    if (returnsTo.current === null || rows.length === 0) return;
    returnsTo.current = null;
    list.current?.focus();
  }, [rows]);

  const open = useCallback(
    (row: PeopleRow) => {
      change({ openedId: row.id });
      // The row knows what it is of; its id is that model's.
      if ('person' in row) navigate({ page: 'person', id: row.id as PersonId });
      else navigate({ page: 'organisation', id: row.id as OrganisationId });
    },
    [change],
  );

  function openFirst(): void {
    // By what is typed now: the list may be a key behind.
    const [first] = peopleRows(people, organisations, view);
    if (first !== undefined) open(first);
  }

  // Neither the bar nor the list is rendered anew at a key that does not change it.
  const bar = useMemo(() => <Bar change={change} kind={kind} shelf={shelf} />, [change, kind, shelf]);
  const found = useMemo(
    () => (
      <VirtualList
        currentId={openedId ?? undefined}
        emptyState={
          <PeopleEmptyState onCreate={(name) => void createNamed(name)} view={{ text: sought, kind, shelf }} />
        }
        items={rows}
        label={shelf === 'organisations' ? 'Organisations' : 'People'}
        onOpen={open}
        ref={list}
        renderRow={(row) => <PeopleRowView row={row} />}
      />
    ),
    [rows, sought, kind, shelf, openedId, open],
  );

  return (
    <Page
      actions={
        <Button icon={NewPersonIcon} onPress={() => performAction('new-person')} shortcut={shortcutOf('new-person')}>
          Add a person
        </Button>
      }
      scroll="inside"
      title="People"
      width="wide"
    >
      <div className={styles.toolbar}>
        <div className={styles.filter}>
          <SearchField
            autoFocus={openedId === null}
            label={shelf === 'organisations' ? 'Filter organisations' : 'Filter people'}
            onArrowDown={() => list.current?.focus()}
            onChange={(typed) => change({ text: typed })}
            onSubmit={openFirst}
            placeholder={shelf === 'organisations' ? 'Name' : 'Name, role, organisation or tag'}
            value={text}
          />
        </div>
        {bar}
        {shelf === 'bin' && <RouteLink to={{ page: 'bin' }}>Everything in the bin</RouteLink>}
        <div className={styles.count}>
          <StatusText>{isLoaded ? countInWords(rows.length, shelf) : ''}</StatusText>
        </div>
      </div>
      {isLoaded ? (
        <div className={styles.list}>{found}</div>
      ) : error === null ? (
        <Skeleton height={2} lines={12} />
      ) : (
        <Banner tone="problem">{sentenceFor(error)}</Banner>
      )}
    </Page>
  );
}

async function createNamed(name: string): Promise<void> {
  try {
    const { id } = await api.people.create({ name });
    navigate({ page: 'person', id });
  } catch (error) {
    report(error);
  }
}

type BarProps = Pick<PeopleView, 'kind' | 'shelf'> & { readonly change: (part: Partial<PeopleView>) => void };

/** Which shelf is shown, and which kind of people on it. */
function Bar({ kind, shelf, change }: BarProps) {
  return (
    <>
      <RadioGroup
        isLabelHidden
        label="Show"
        onChange={(next) => change({ shelf: next, kind: 'all', openedId: null })}
        options={SHELVES}
        value={shelf}
      />
      {shelf !== 'organisations' && (
        <div className={styles.kinds}>
          <Select
            isLabelHidden
            label="Kind"
            onChange={(next) => change({ kind: next })}
            options={KIND_CHOICES}
            value={kind}
          />
        </div>
      )}
    </>
  );
}

function countInWords(count: number, shelf: PeopleView['shelf']): string {
  if (shelf === 'organisations') return formatCount(count, 'organisation', 'organisations');
  if (shelf === 'bin') return formatCount(count, 'entry', 'entries');
  return formatCount(count, 'person', 'people');
}
