import { type ReactNode, type Ref, useMemo } from 'react';
import { PEOPLE_COLUMNS, type PeopleColumn, type PeopleSort, type PersonRow } from '../../shared/people/table.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { formatBriefDay, now, today } from '../format.ts';
import { DueIcon } from '../ui/icons.ts';
import type { TableColumn } from '../ui/table-columns.ts';
import type { TableSelection } from '../ui/table-keys.ts';
import { VirtualTable, type VirtualTableHandle } from '../ui/VirtualTable.tsx';
import styles from './PeopleTable.module.css';
import { cadenceBasisInWords, cadenceStateOf } from './people-table.ts';
import { kindInWords } from './words.ts';

type ColumnId = PeopleSort['column'];
type Column = TableColumn<PersonRow, ColumnId>;

// One for all rows.
const DUE = <DueIcon aria-hidden size="0.8125rem" strokeWidth={2} />;

function lastSpoken({ lastSpokenOn }: PersonRow): ReactNode {
  if (lastSpokenOn === null) return <span className={styles.faint}>Not yet spoken</span>;
  return formatBriefDay(lastSpokenOn);
}

function cadence(row: PersonRow): ReactNode {
  const present = { today: today(), zone: now().zone };
  const state = cadenceStateOf(row, present);
  if (state === null) return null;
  if (state.pausedUntil !== null)
    return <span className={styles.faint}>Paused until {formatBriefDay(state.pausedUntil)}</span>;
  return (
    <span className={state.isOverdue ? styles.due : undefined} title={cadenceBasisInWords(row, present)}>
      {state.isOverdue && DUE} {`Due ${formatBriefDay(state.dueOn)}`}
    </span>
  );
}

function followUp({ nextFollowUpOn }: PersonRow): ReactNode {
  if (nextFollowUpOn === null || nextFollowUpOn > today()) return nextFollowUpOn && formatBriefDay(nextFollowUpOn);
  return (
    <span className={styles.due}>
      {nextFollowUpOn < today() && DUE} {formatBriefDay(nextFollowUpOn)}
    </span>
  );
}

const NAME: Column = {
  id: 'name',
  label: 'Name',
  width: 9,
  grows: 1.6,
  className: styles.name,
  render: ({ id, name }) => <span data-brief={briefOfRow([id])}>{name}</span>,
};

const COLUMNS: Readonly<Record<PeopleColumn, Column>> = {
  kind: {
    id: 'kind',
    label: 'Kind',
    width: 5.5,
    grows: 0.1,
    className: styles.quiet,
    render: ({ kind }) => kindInWords(kind),
  },
  role: {
    id: 'role',
    label: 'Role',
    width: 7,
    grows: 1.2,
    givesWay: true,
    className: styles.quiet,
    render: ({ role }) => role,
  },
  organisation: {
    id: 'organisation',
    label: 'Organisation',
    width: 6,
    grows: 1,
    className: styles.quiet,
    render: ({ organisationName }) => organisationName,
  },
  tags: {
    id: 'tags',
    label: 'Tags',
    width: 5.5,
    grows: 1,
    givesWay: true,
    className: styles.tags,
    render: ({ tags }) => tags.join(' · '),
  },
  last_spoken: {
    id: 'last_spoken',
    label: 'Last spoken',
    width: 7.5,
    grows: 0.2,
    className: styles.quiet,
    render: lastSpoken,
  },
  cadence: { id: 'cadence', label: 'Cadence', width: 9.75, grows: 0.4, className: styles.quiet, render: cadence },
  promises: {
    id: 'promises',
    label: 'Open promises',
    width: 7.5,
    grows: 0,
    isNumber: true,
    className: styles.quiet,
    render: ({ openPromises }) => openPromises || null,
  },
  follow_up: {
    id: 'follow_up',
    label: 'Next follow-up',
    width: 8.5,
    grows: 0.2,
    className: styles.quiet,
    render: followUp,
  },
  conversations: {
    id: 'conversations',
    label: 'Conversations',
    width: 7.5,
    grows: 0,
    isNumber: true,
    className: styles.quiet,
    render: ({ conversationCount }) => conversationCount || null,
  },
};

/** In which order the rows stand: "by last spoken, descending". */
export function sortInWords(sort: PeopleSort | null): string {
  if (sort === null) return 'best first';
  const { label } = sort.column === 'name' ? NAME : COLUMNS[sort.column];
  return `by ${label.toLowerCase()}, ${sort.direction === 'up' ? 'ascending' : 'descending'}`;
}

/** "Last spoken", the heading of a column. */
export function columnInWords(column: PeopleColumn): string {
  return COLUMNS[column].label;
}

/** What is best seen first in a column: who waits longest, what is most; names from the beginning. */
const FALLS_FIRST: ReadonlySet<ColumnId> = new Set(['last_spoken', 'promises', 'conversations']);

/** The order that is asked for by choosing a heading: the same one again turns it round. */
function sortedBy(column: ColumnId, before: PeopleSort | null): PeopleSort {
  if (before?.column === column) return { column, direction: before.direction === 'up' ? 'down' : 'up' };
  return { column, direction: FALLS_FIRST.has(column) ? 'down' : 'up' };
}

export interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  readonly columns: readonly PeopleColumn[];
  /** Null for best first. */
  readonly sort: PeopleSort | null;
  readonly onSort: (sort: PeopleSort) => void;
  readonly onOpen: (row: PersonRow) => void;
  readonly selection: TableSelection;
  readonly openedId: string | null;
  readonly ref?: Ref<VirtualTableHandle> | undefined;
}

/** People in rows, and what is chosen of each in columns. */
export function PeopleTable({ columns, sort, onSort, openedId, rows, ...rest }: PeopleTableProps) {
  const chosen = useMemo(
    () => [NAME, ...PEOPLE_COLUMNS.filter((each) => columns.includes(each)).map((each) => COLUMNS[each])],
    [columns],
  );
  // By what they are sorted is seen everywhere.
  const sorted = sort?.column ?? 'name';
  const whenNarrow = useMemo(
    (): readonly ColumnId[] => (sorted === 'name' ? ['last_spoken'] : [sorted, 'last_spoken']),
    [sorted],
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
      whenNarrow={whenNarrow}
    />
  );
}
