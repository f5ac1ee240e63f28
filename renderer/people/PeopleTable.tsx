import { type Ref, useMemo } from 'react';
import { PEOPLE_COLUMNS, type PeopleColumn, type PeopleSort, type PersonRow } from '../../shared/people/table.ts';
import { formatBriefDay, now, today } from '../format.ts';
import { DueIcon } from '../ui/icons.ts';
import type { VirtualListHandle, VirtualListSelection } from '../ui/VirtualList.tsx';
import { type TableColumn, VirtualTable } from '../ui/VirtualTable.tsx';
import styles from './PeopleTable.module.css';
import { cadenceBasisInWords, cadenceStateOf } from './people-table.ts';
import { kindInWords } from './words.ts';

type ColumnId = PeopleSort['column'];
type Column = TableColumn<PersonRow, ColumnId>;

const WHEN_NARROW: readonly ColumnId[] = ['last_spoken'];

function LastSpoken({ row: { lastSpokenOn } }: { readonly row: PersonRow }) {
  if (lastSpokenOn === null) return <span className={styles.faint}>Not yet spoken</span>;
  return <span className={styles.quiet}>{formatBriefDay(lastSpokenOn)}</span>;
}

function Cadence({ row }: { readonly row: PersonRow }) {
  const present = { today: today(), zone: now().zone };
  const state = cadenceStateOf(row, present);
  if (state === null) return null;
  if (state.pausedUntil !== null)
    return <span className={styles.faint}>Paused until {formatBriefDay(state.pausedUntil)}</span>;
  const basis = cadenceBasisInWords(row, present);
  if (!state.isOverdue) {
    return (
      <span className={styles.quiet} title={basis}>
        Due {formatBriefDay(state.dueOn)}
      </span>
    );
  }
  return (
    <span className={styles.due} title={basis}>
      <DueIcon aria-hidden size="0.8125rem" strokeWidth={2} /> Due {formatBriefDay(state.dueOn)}
    </span>
  );
}

function FollowUp({ row: { nextFollowUpOn } }: { readonly row: PersonRow }) {
  if (nextFollowUpOn === null) return null;
  return (
    <span className={nextFollowUpOn <= today() ? styles.due : styles.quiet}>
      {nextFollowUpOn < today() && <DueIcon aria-hidden size="0.8125rem" strokeWidth={2} />}{' '}
      {formatBriefDay(nextFollowUpOn)}
    </span>
  );
}

const quiet = (words: string) => <span className={styles.quiet}>{words}</span>;
const count = (number: number) => <span className={styles.quiet}>{number === 0 ? '' : number}</span>;

const NAME: Column = {
  id: 'name',
  label: 'Name',
  width: 9,
  grows: 1.6,
  render: ({ name }) => <span className={styles.name}>{name}</span>,
};

const COLUMNS: Readonly<Record<PeopleColumn, Column>> = {
  kind: { id: 'kind', label: 'Kind', width: 5.5, grows: 0.1, render: ({ kind }) => quiet(kindInWords(kind)) },
  role: { id: 'role', label: 'Role', width: 7, grows: 1.2, givesWay: true, render: ({ role }) => quiet(role) },
  organisation: {
    id: 'organisation',
    label: 'Organisation',
    width: 6,
    grows: 1,
    render: ({ organisationName }) => quiet(organisationName ?? ''),
  },
  tags: {
    id: 'tags',
    label: 'Tags',
    width: 5.5,
    grows: 1,
    givesWay: true,
    render: ({ tags }) => <span className={styles.tags}>{tags.join(' · ')}</span>,
  },
  last_spoken: {
    id: 'last_spoken',
    label: 'Last spoken',
    width: 7.5,
    grows: 0.2,
    render: (row) => <LastSpoken row={row} />,
  },
  cadence: { id: 'cadence', label: 'Cadence', width: 8, grows: 0.4, render: (row) => <Cadence row={row} /> },
  promises: {
    id: 'promises',
    label: 'Open promises',
    width: 7.5,
    grows: 0,
    isNumber: true,
    render: ({ openPromises }) => count(openPromises),
  },
  follow_up: {
    id: 'follow_up',
    label: 'Next follow-up',
    width: 8.5,
    grows: 0.2,
    render: (row) => <FollowUp row={row} />,
  },
  conversations: {
    id: 'conversations',
    label: 'Conversations',
    width: 7.5,
    grows: 0,
    isNumber: true,
    render: ({ conversationCount }) => count(conversationCount),
  },
};

/** "Last spoken", the heading of a column. */
export function columnInWords(column: PeopleColumn): string {
  return COLUMNS[column].label;
}

/** What is best seen first in a column: who waits longest, what is most; names from the beginning. */
const FALLS_FIRST: ReadonlySet<ColumnId> = new Set(['last_spoken', 'promises', 'conversations']);

/** The order that is asked for by choosing a heading: the same one again turns it round. */
function sortedBy(column: ColumnId, before: PeopleSort): PeopleSort {
  if (before.column === column) return { column, direction: before.direction === 'up' ? 'down' : 'up' };
  return { column, direction: FALLS_FIRST.has(column) ? 'down' : 'up' };
}

export interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  readonly columns: readonly PeopleColumn[];
  readonly sort: PeopleSort;
  readonly onSort: (sort: PeopleSort) => void;
  readonly onOpen: (row: PersonRow) => void;
  readonly selection: VirtualListSelection;
  readonly openedId: string | null;
  readonly ref?: Ref<VirtualListHandle> | undefined;
}

/** People in rows, and what is chosen of each in columns. */
export function PeopleTable({ columns, sort, onSort, openedId, rows, ...rest }: PeopleTableProps) {
  const chosen = useMemo(
    () => [NAME, ...PEOPLE_COLUMNS.filter((each) => columns.includes(each)).map((each) => COLUMNS[each])],
    [columns],
  );
  return (
    <VirtualTable
      {...rest}
      columns={chosen}
      currentId={openedId ?? undefined}
      items={rows}
      label="People"
      onSort={(column) => onSort(sortedBy(column, sort))}
      sort={sort}
      whenNarrow={WHEN_NARROW}
    />
  );
}
