import {
  type Ref,
  useCallback,
  useDeferredValue,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { PersonRow } from '../../shared/people/table.ts';
import { api } from '../api.ts';
import { formatCount, now, today } from '../format.ts';
import { useAction } from '../keys.ts';
import { RouteLink } from '../RouteLink.tsx';
import { report, sentenceFor } from '../report.ts';
import { navigate } from '../route.ts';
import { Banner } from '../ui/Banner.tsx';
import { Skeleton } from '../ui/Skeleton.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import spoken from '../ui/spoken.module.css';
import type { VirtualTableHandle } from '../ui/VirtualTable.tsx';
import { PeopleColumns } from './PeopleColumns.tsx';
import { PeopleEmptyState } from './PeopleEmptyState.tsx';
import { hasFilters, PeopleFilterChips, PeopleFilters } from './PeopleFilters.tsx';
import styles from './PeoplePage.module.css';
import { PeopleSelection } from './PeopleSelection.tsx';
import { PeopleTable, sortInWords } from './PeopleTable.tsx';
import { PeopleViews } from './PeopleViews.tsx';
import { chosenBefore, rememberChosen, rememberOrder, wentOnFrom } from './people-order.ts';
import { orderOf, peopleShown } from './people-table.ts';
import { keepColumns, type PeopleView, WITHOUT_FILTERS } from './people-view.ts';
import { useTable } from './queries.ts';
import { useFocusAfter } from './use-focus-after.ts';

/** What the search box does with the list under it. */
export interface ShelfHandle {
  focus(): void;
  /** Opens the first of what matches a text. */
  openFirst(text: string): void;
}

export interface ShelfProps<Shelf extends PeopleView['shelf']> {
  readonly shelf: Shelf;
  readonly view: PeopleView;
  readonly change: (part: Partial<PeopleView>) => void;
  readonly ref: Ref<ShelfHandle>;
}

const NONE: readonly PersonRow[] = [];

/** The table of current or archived people, with its filters, columns and saved views. */
export function PeopleShelf({ shelf, view, change, ref }: ShelfProps<'current' | 'archived'>) {
  const { text, filters, columns, inOrder } = view;
  const openedId = wentOnFrom(view.openedId);
  const { value, isPart, error } = useTable({ shelf });
  // The first by name are the first of the table only as long as nothing else is asked for.
  const isPlain =
    text.trim() === '' && !hasFilters(filters) && view.sort.column === 'name' && view.sort.direction === 'up';
  const people = value === undefined || (isPart && !isPlain) ? NONE : value;
  const isLoaded = people !== NONE;
  // Whoever looks at one of those who are chosen finds them chosen still.
  const [chosenIds, setChosenIds] = useState<ReadonlySet<string>>(() =>
    view.openedId === null ? new Set() : chosenBefore(),
  );
  useEffect(() => rememberChosen(chosenIds), [chosenIds]);
  const table = useRef<VirtualTableHandle>(null);
  const toolbar = useRef<HTMLDivElement>(null);
  const present = useMemo(() => ({ today: today(), zone: now().zone }), []);

  // What is typed shows at once, the table right after it.
  const sought = useDeferredValue(text);
  const sort = useMemo(() => orderOf({ text: sought, sort: view.sort, inOrder }), [sought, view.sort, inOrder]);
  const rows = useMemo(
    () => peopleShown(people, { text: sought, filters: { shelf, ...filters }, sort }, present),
    [people, sought, shelf, filters, sort, present],
  );
  const chosen = useMemo(() => rows.filter(({ id }) => chosenIds.has(id)), [rows, chosenIds]);

  // Whoever comes back from somebody's page is on that person's row again.
  const returnsTo = useRef(openedId);
  useEffect(() => {
    if (returnsTo.current === null || rows.length === 0 || isPart) return;
    returnsTo.current = null;
    table.current?.focus();
  }, [rows, isPart]);

  useFocusAfter(hasFilters(filters), () => toolbar.current?.querySelector('button')?.focus());
  useFocusAfter(chosen.length > 0, () =>
    rows.length > 0 ? table.current?.focus() : toolbar.current?.querySelector('button')?.focus(),
  );

  // What is typed is another question: its first answer comes first.
  const answered = useRef(sought);
  useEffect(() => {
    if (answered.current === sought) return;
    answered.current = sought;
    table.current?.restart();
  }, [sought]);

  const hasAny = hasFilters(filters);
  useAction(
    'remove-filters',
    useMemo(() => (hasAny ? () => change({ filters: WITHOUT_FILTERS }) : null), [hasAny, change]),
  );

  const open = useCallback(
    (row: PersonRow, among: readonly PersonRow[]) => {
      // Of a part it cannot be said who comes after the last one.
      rememberOrder(isPart ? [] : among.map(({ id }) => id));
      change({ openedId: row.id });
      navigate({ page: 'person', id: row.id });
    },
    [change, isPart],
  );

  useImperativeHandle(ref, () => ({
    focus: () => table.current?.focus(),
    openFirst(typed) {
      const asked = {
        text: typed,
        filters: { shelf, ...filters },
        sort: orderOf({ text: typed, sort: view.sort, inOrder }),
      };
      const found = peopleShown(people, asked, present);
      if (found[0] !== undefined) open(found[0], found);
    },
  }));

  // Neither the tools nor the table is rendered anew at a key that does not change it.
  const tools = useMemo(
    () => (
      <>
        <PeopleFilters filters={filters} onChange={(next) => change({ filters: next })} />
        <PeopleColumns
          columns={columns}
          onChange={(next) => {
            change({ columns: next });
            keepColumns(next);
          }}
        />
      </>
    ),
    [filters, columns, change],
  );
  const found = useMemo(
    () =>
      rows.length > 0 ? (
        <PeopleTable
          columns={columns}
          onOpen={(row) => open(row, rows)}
          onSort={(next) => change({ sort: next, inOrder: sought.trim() !== '' })}
          openedId={openedId}
          ref={table}
          rows={rows}
          selection={{ ids: chosenIds, onChange: setChosenIds }}
          sort={sort}
        />
      ) : (
        <PeopleEmptyState
          hasFilters={hasFilters(filters)}
          onCreate={(name) => void createNamed(name)}
          onRemoveFilters={() => change({ filters: WITHOUT_FILTERS })}
          shelf={shelf}
          text={sought}
        />
      ),
    [rows, columns, sort, openedId, chosenIds, filters, sought, shelf, open, change],
  );

  return (
    <>
      <div className={styles.toolbar} ref={toolbar}>
        {tools}
        <PeopleViews onChange={change} view={view} />
        <RouteLink to={{ page: 'duplicates' }}>Possible duplicates</RouteLink>
        <div className={styles.count}>
          <StatusText>
            {isLoaded && !isPart && (
              <>
                {formatCount(rows.length, 'person', 'people')}
                {/* The heading shows it, except where no heading gives the order. */}
                {rows.length > 1 && (
                  <span className={sort === null ? undefined : spoken.spoken}>, {sortInWords(sort)}</span>
                )}
              </>
            )}
          </StatusText>
        </div>
      </div>
      <PeopleFilterChips filters={filters} onChange={(next) => change({ filters: next })} />
      {chosen.length > 0 && <PeopleSelection chosen={chosen} onClear={() => setChosenIds(new Set())} shelf={shelf} />}
      {isLoaded ? (
        <div className={styles.list}>{found}</div>
      ) : error === null ? (
        <Skeleton height={2} lines={12} />
      ) : (
        <Banner tone="problem">{sentenceFor(error)}</Banner>
      )}
    </>
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
