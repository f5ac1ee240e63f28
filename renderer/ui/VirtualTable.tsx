// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not there, which the elements of a table do not allow.
import {
  type CSSProperties,
  type HTMLAttributes,
  type KeyboardEvent,
  type MouseEvent,
  memo,
  type ReactNode,
  type Ref,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classes } from './classes.ts';
import { CheckIcon, MinusIcon, SortDownIcon, SortUpIcon } from './icons.ts';
import type { VirtualListHandle, VirtualListSelection } from './VirtualList.tsx';
import styles from './VirtualTable.module.css';
import { rowsChosen, useRowWindow, useSlots } from './virtual-rows.ts';

export interface TableColumn<Item, Id extends string> {
  readonly id: Id;
  /** The column's heading. */
  readonly label: string;
  /** At least so many rem; what is left over is shared out by `grows`. */
  readonly width: number;
  readonly grows: number;
  readonly isNumber?: boolean | undefined;
  /** Left out where the window has no room for all of them; the last such one first. */
  readonly givesWay?: boolean | undefined;
  /** How its cells look, beside what is rendered into them. */
  readonly className?: string | undefined;
  /** Words, where words will do: a window full of rows is drawn anew at each turn of the wheel. */
  readonly render: (item: Item) => ReactNode;
}

export interface VirtualTableProps<Item extends { readonly id: string }, Id extends string> {
  /** The table's name: "People". */
  readonly label: string;
  /** The first one names the row. The same array as long as nothing in it changes. */
  readonly columns: readonly TableColumn<Item, Id>[];
  /** Where there is no room for more, only these are shown beside the first. */
  readonly whenNarrow: readonly Id[];
  readonly items: readonly Item[];
  readonly sort: { readonly column: Id; readonly direction: 'up' | 'down' };
  readonly onSort: (column: Id) => void;
  /** Enter, or a click. */
  readonly onOpen: (item: Item) => void;
  readonly selection: VirtualListSelection;
  /** The row that was opened last. */
  readonly currentId?: string | undefined;
  readonly emptyState?: ReactNode;
  readonly ref?: Ref<VirtualListHandle> | undefined;
}

/** In rem, all rows alike: 32 px at 100 %. */
const ROW = 2;
/** The column of boxes at the left, in rem. */
const BOXES = 2;
/** Below so many rem there is room for two columns. */
const NARROW = 34;

/** In rem. */
function leastWidth(columns: readonly { readonly width: number }[]): number {
  return BOXES + columns.reduce((sum, column) => sum + column.width, 0);
}

/**
 * The room of each column in a row: as much as it needs, and its share of what is left over. Said by place and width, for a
 * row that is placed by hand is laid out in half the time of a grid.
 */
function roomsOf(columns: readonly { readonly width: number; readonly grows: number }[]): readonly CSSProperties[] {
  const shares = columns.reduce((sum, { grows }) => sum + grows, 0) || 1;
  const over = `(100% - ${leastWidth(columns)}rem)`;
  let width = BOXES;
  let grows = 0;
  return columns.map((column) => {
    const room = {
      left: `calc(${width}rem + ${over} * ${grows / shares})`,
      width: `calc(${column.width}rem + ${over} * ${column.grows / shares})`,
    };
    width += column.width;
    grows += column.grows;
    return room;
  });
}

/** The columns without those that give way, as far as they have to. */
function fitting<Column extends { readonly width: number; readonly givesWay?: boolean | undefined }>(
  columns: readonly Column[],
  room: number,
): readonly Column[] {
  let left = columns;
  for (const column of columns.filter(({ givesWay }) => givesWay).toReversed()) {
    if (leastWidth(left) <= room) break;
    left = left.filter((each) => each !== column);
  }
  return left;
}

/**
 * A table of any length of which only the rows in sight are rendered. Two stops of the Tab key: the headings, which sort,
 * and the rows. Arrow keys or j and k, Home, End, Page Up and Page Down move, Enter opens, Space chooses, Shift extends,
 * Ctrl+A chooses all and Esc nobody. A grid to screen readers.
 */
export function VirtualTable<Item extends { readonly id: string }, Id extends string>({
  label,
  columns: allColumns,
  whenNarrow,
  items,
  sort,
  onSort,
  onOpen,
  selection,
  currentId,
  emptyState,
  ref,
}: VirtualTableProps<Item, Id>) {
  const scroller = useRef<HTMLDivElement>(null);
  const { rem, width, viewport, from, to, onScroll, look } = useRowWindow(scroller, items.length, ROW, ROW);
  const [tabStopId, setTabStopId] = useState<string | null>(null);
  const [headingStop, setHeadingStop] = useState(0);
  const wantsFocus = useRef(false);
  // Shift extends from the anchor; what was chosen before stays chosen.
  const anchor = useRef<{ readonly index: number; readonly before: ReadonlySet<string> } | null>(null);

  const columns = useMemo(() => {
    if (width === 0) return allColumns;
    if (width / rem >= NARROW) return fitting(allColumns, width / rem);
    return allColumns.filter(({ id }, index) => index === 0 || whenNarrow.includes(id));
  }, [allColumns, whenNarrow, width, rem]);
  const rooms = useMemo(() => roomsOf(columns), [columns]);
  const least = leastWidth(columns);

  const indexes = useMemo(() => new Map(items.map((item, index) => [item.id, index])), [items]);
  const lastIndex = items.length - 1;
  const remembered = (tabStopId === null ? undefined : indexes.get(tabStopId)) ?? indexes.get(currentId ?? '');
  const lastTabStop = useRef(0);
  const tabStop = Math.min(remembered ?? lastTabStop.current, Math.max(lastIndex, 0));

  useLayoutEffect(() => {
    lastTabStop.current = tabStop;
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focusRow(tabStop);
  });

  useImperativeHandle(ref, () => ({ focus: () => go(tabStop) }));

  /** Makes a row the tab stop, brings it into sight under the headings, and focuses it. */
  function go(index: number) {
    const item = items[Math.max(0, Math.min(index, lastIndex))];
    const element = scroller.current;
    if (!item || !element) return;
    const top = (indexes.get(item.id) ?? 0) * ROW * rem;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + 2 * ROW * rem > element.scrollTop + viewport) {
      element.scrollTop = top + 2 * ROW * rem - viewport;
    }
    // The row that has the tab stop already is there to be focused; any other is rendered first.
    if (indexes.get(item.id) === tabStop) focusRow(tabStop);
    else wantsFocus.current = true;
    setTabStopId(item.id);
    look();
  }

  function focusRow(index: number) {
    scroller.current?.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus({ preventScroll: true });
  }

  function toggle(index: number) {
    const item = items[index];
    if (!item) return;
    const ids = new Set(selection.ids);
    if (!ids.delete(item.id)) ids.add(item.id);
    anchor.current = { index, before: ids };
    selection.onChange(ids);
  }

  function extendTo(index: number) {
    anchor.current ??= { index: tabStop, before: selection.ids };
    selection.onChange(rowsChosen(items, anchor.current.before, anchor.current.index, index));
  }

  function chooseAll() {
    anchor.current = null;
    selection.onChange(new Set(items.map(({ id }) => id)));
  }

  function chooseNobody() {
    anchor.current = null;
    selection.onChange(new Set());
  }

  function pressed(event: KeyboardEvent) {
    const item = items[tabStop];
    if (!item || event.altKey) return;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return;
      event.preventDefault();
      chooseAll();
      return;
    }
    if (event.key === 'Escape' && selection.ids.size > 0) {
      event.preventDefault();
      event.stopPropagation();
      chooseNobody();
      return;
    }
    const page = Math.max(1, Math.floor(viewport / (ROW * rem)) - 2);
    const moves: Readonly<Record<string, number>> = {
      arrowdown: tabStop + 1,
      j: tabStop + 1,
      arrowup: tabStop - 1,
      k: tabStop - 1,
      pagedown: tabStop + page,
      pageup: tabStop - page,
      home: 0,
      end: lastIndex,
    };
    const target = moves[event.key.toLowerCase()];
    if (target !== undefined) {
      event.preventDefault();
      const index = Math.max(0, Math.min(target, lastIndex));
      if (event.shiftKey) extendTo(index);
      else {
        anchor.current = null;
        if (target < 0 && event.key === 'ArrowUp') {
          focusHeading(headingStop);
          return;
        }
      }
      go(index);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(item);
    } else if (event.key === ' ') {
      event.preventDefault();
      toggle(tabStop);
    }
  }

  function focusHeading(index: number) {
    setHeadingStop(index);
    scroller.current?.querySelectorAll<HTMLElement>('[data-heading]')[index]?.focus();
  }

  function pressedOnHeading(event: KeyboardEvent) {
    const to = { ArrowLeft: headingStop - 1, ArrowRight: headingStop + 1, Home: 0, End: columns.length - 1 }[event.key];
    if (to !== undefined) {
      event.preventDefault();
      focusHeading(Math.max(0, Math.min(to, columns.length - 1)));
    } else if (event.key === 'ArrowDown' && !event.altKey) {
      event.preventDefault();
      go(tabStop);
    }
  }

  function clicked(event: MouseEvent) {
    const target = event.target as Element;
    const index = Number(target.closest<HTMLElement>('[data-row]')?.dataset.row ?? Number.NaN);
    const item = items[index];
    if (!item) return;
    setTabStopId(item.id);
    if (event.shiftKey) extendTo(index);
    else if (event.ctrlKey || event.metaKey || target.closest('[data-box]')) toggle(index);
    else onOpen(item);
  }

  if (items.length === 0) return <div className={styles.scroller}>{emptyState}</div>;

  const rendered = Array.from({ length: to - from }, (_, offset) => from + offset);
  if (tabStop < from) rendered.unshift(tabStop);
  else if (tabStop >= to) rendered.push(tabStop);
  const shown = rendered.flatMap((index) => (items[index] === undefined ? [] : { index, item: items[index] }));
  const isAll = selection.ids.size >= items.length && items.every(({ id }) => selection.ids.has(id));

  return (
    <div className={styles.scroller} onScroll={onScroll} ref={scroller}>
      <div
        aria-label={label}
        aria-multiselectable
        aria-rowcount={items.length + 1}
        className={styles.table}
        role="grid"
        style={{ minWidth: `${least}rem` }}
      >
        <div className={styles.head} onKeyDown={pressedOnHeading} role="rowgroup">
          <div aria-rowindex={1} className={styles.cells} role="row" tabIndex={-1}>
            {/* Space and Ctrl+A do the same with the keys. */}
            <span aria-hidden className={styles.box} onClick={isAll ? chooseNobody : chooseAll}>
              <Box isChosen={isAll} isPart={selection.ids.size > 0} />
            </span>
            {columns.map(({ id, label: heading, isNumber }, index) => {
              const isSorted = sort.column === id;
              const Arrow = sort.direction === 'up' ? SortUpIcon : SortDownIcon;
              return (
                <div
                  aria-sort={isSorted ? (sort.direction === 'up' ? 'ascending' : 'descending') : 'none'}
                  className={classes(styles.heading, isNumber && styles.number)}
                  key={id}
                  role="columnheader"
                  style={rooms[index]}
                  tabIndex={-1}
                >
                  <button
                    data-heading
                    onClick={() => onSort(id)}
                    onFocus={() => setHeadingStop(index)}
                    tabIndex={index === Math.min(headingStop, columns.length - 1) ? 0 : -1}
                    type="button"
                  >
                    <span className={styles.word}>{heading}</span>
                    {isSorted && <Arrow aria-hidden size="0.875rem" strokeWidth={2} />}
                  </button>
                </div>
              );
            })}
          </div>
        </div>
        <Rows
          list={items}
          onClick={clicked}
          onFocus={(event) => {
            const row = Number(event.target.dataset.row ?? Number.NaN);
            if (items[row]) setTabStopId(items[row].id);
          }}
          onKeyDown={pressed}
          rows={shown}
          style={{ height: `${items.length * ROW}rem` }}
        >
          {({ index, item }) => ({
            columns,
            index,
            isChosen: selection.ids.has(item.id),
            isCurrent: item.id === currentId,
            isTabStop: index === tabStop,
            item,
            rooms,
          })}
        </Rows>
      </div>
    </div>
  );
}

interface Shown<Item> {
  readonly index: number;
  readonly item: Item;
}

interface RowsProps<Item extends { readonly id: string }>
  extends Pick<HTMLAttributes<HTMLElement>, 'onClick' | 'onFocus' | 'onKeyDown' | 'style'> {
  readonly list: readonly Item[];
  readonly rows: readonly Shown<Item>[];
  readonly children: (shown: Shown<Item>) => Omit<RowProps<Item>, 'id'>;
}

/** Rows that go out of sight give their elements to those that come into sight, which is most of the work of scrolling. */
function Rows<Item extends { readonly id: string }>({ list, rows, children, ...rest }: RowsProps<Item>) {
  const ownId = useId();
  const { byId, order } = useSlots(
    rows.map(({ item }) => item.id),
    list,
  );
  const places = [...byId.values()];
  const bySlot = new Map(places.map((slot, place) => [slot, rows[place]]));
  const isInOrder = order.every((slot, place) => slot === places[place]);
  return (
    <div
      {...rest}
      // Screen readers go by this where the elements are in another order.
      aria-owns={isInOrder ? undefined : places.map((slot) => `${ownId}${slot}`).join(' ')}
      className={styles.rows}
      role="rowgroup"
    >
      {order.map((slot) => {
        const row = bySlot.get(slot);
        return row && <Row {...children(row)} id={`${ownId}${slot}`} key={slot} />;
      })}
    </div>
  );
}

interface RowProps<Item extends { readonly id: string }> {
  readonly item: Item;
  readonly index: number;
  readonly columns: readonly TableColumn<Item, string>[];
  readonly isChosen: boolean;
  readonly isCurrent: boolean;
  readonly isTabStop: boolean;
  readonly id: string;
  readonly rooms: readonly CSSProperties[];
}

function cellClass({ isNumber, className }: Pick<TableColumn<never, string>, 'isNumber' | 'className'>): string {
  return classes(styles.cell, isNumber && styles.number, className);
}

const ROW_CLASS = classes(styles.cells, styles.row);

// While the table scrolls only the rows that come into sight are rendered.
const Row = memo(RowOf) as typeof RowOf;

function RowOf<Item extends { readonly id: string }>({
  item,
  index,
  columns,
  id,
  rooms,
  isChosen,
  isCurrent,
  isTabStop,
}: RowProps<Item>) {
  return (
    <div
      aria-current={isCurrent ? 'true' : undefined}
      aria-rowindex={index + 2}
      aria-selected={isChosen}
      className={ROW_CLASS}
      data-row={index}
      id={id}
      role="row"
      style={{ transform: `translateY(${index * ROW}rem)` }}
      tabIndex={isTabStop ? 0 : -1}
    >
      <span aria-hidden className={styles.box} data-box>
        <Box isChosen={isChosen} isPart={false} />
      </span>
      {columns.map((column, place) => (
        <div
          className={cellClass(column)}
          key={column.id}
          role={place === 0 ? 'rowheader' : 'gridcell'}
          style={rooms[place]}
        >
          {column.render(item)}
        </div>
      ))}
    </div>
  );
}

function Box({ isChosen, isPart }: { readonly isChosen: boolean; readonly isPart: boolean }) {
  const Sign = isChosen ? CheckIcon : isPart ? MinusIcon : null;
  return (
    <span className={classes(styles.sign, (isChosen || isPart) && styles.signed)}>
      {Sign && <Sign size="0.75rem" strokeWidth={3} />}
    </span>
  );
}
