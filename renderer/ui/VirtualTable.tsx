// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not there, which the elements of a table do not allow.
import { type Ref, useImperativeHandle, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { SortDownIcon, SortUpIcon } from './icons.ts';
import { useRowCursor } from './row-cursor.ts';
import { Box, ROW, TableRows } from './TableRows.tsx';
import { type TableColumn, useTableColumns } from './table-columns.ts';
import { type TableSelection, useTableKeys } from './table-keys.ts';
import type { VirtualListHandle } from './VirtualList.tsx';
import styles from './VirtualTable.module.css';
import { useRowWindow } from './virtual-rows.ts';

export interface VirtualTableProps<Item extends { readonly id: string }, Id extends string> {
  /** The table's name: "People". */
  readonly label: string;
  /** The first one names the row. The same array as long as nothing in it changes. */
  readonly columns: readonly TableColumn<Item, Id>[];
  /** Where there is no room for more, only these are shown beside the first, and where there is still less, the first of these. */
  readonly whenNarrow: readonly Id[];
  readonly items: readonly Item[];
  /** Null for an order that no heading gives. */
  readonly sort: { readonly column: Id; readonly direction: 'up' | 'down' } | null;
  readonly onSort: (column: Id) => void;
  /** Enter, or a click. */
  readonly onOpen: (item: Item) => void;
  readonly selection: TableSelection;
  /** The row that was opened last. */
  readonly currentId?: string | undefined;
  readonly ref?: Ref<VirtualTableHandle> | undefined;
}

export interface VirtualTableHandle extends VirtualListHandle {
  /** Shows the first rows, and begins with the first of them. */
  restart(): void;
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
  ref,
}: VirtualTableProps<Item, Id>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowWindow = useRowWindow(scroller, items.length, ROW, ROW);
  const cursor = useRowCursor(scroller, items, currentId, rowWindow);
  const { columns, rooms, least } = useTableColumns(allColumns, whenNarrow, rowWindow);
  const keys = useTableKeys({ scroller, items, columnCount: columns.length, cursor, selection, onOpen });
  // What can be done with the chosen rows comes and goes above them.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another number of them moves the rows.
  useLayoutEffect(cursor.keepInWindow, [selection.ids.size]);
  useImperativeHandle(ref, () => ({ focus: () => cursor.goTo(cursor.index), restart: cursor.restart }));

  return (
    <div className={styles.scroller} onScroll={rowWindow.onScroll} ref={scroller}>
      <div
        aria-label={label}
        aria-multiselectable
        aria-rowcount={items.length + 1}
        className={styles.table}
        role="grid"
        style={{ minWidth: `${least}rem` }}
      >
        <div {...keys.headProps} className={styles.head} role="rowgroup">
          <div aria-rowindex={1} className={styles.cells} role="row" tabIndex={-1}>
            {/* Space and Ctrl+A do the same with the keys. */}
            <span aria-hidden className={styles.box} onClick={keys.toggleAll}>
              <Box isChosen={keys.isAllChosen} isPart={selection.ids.size > 0} />
            </span>
            {columns.map(({ id, label: heading, isNumber }, index) => {
              const isSorted = sort?.column === id;
              const Arrow = sort?.direction === 'up' ? SortUpIcon : SortDownIcon;
              return (
                <div
                  aria-sort={isSorted ? (sort?.direction === 'up' ? 'ascending' : 'descending') : 'none'}
                  className={classes(styles.heading, isNumber && styles.number)}
                  key={id}
                  role="columnheader"
                  style={rooms[index]}
                  tabIndex={-1}
                >
                  <button
                    data-heading
                    onClick={() => onSort(id)}
                    onFocus={() => keys.onHeadingFocus(index)}
                    tabIndex={index === keys.headingStop ? 0 : -1}
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
        <TableRows {...keys.rowsProps} list={items} rows={cursor.rows}>
          {({ index, item }) => ({
            columns,
            isChosen: selection.ids.has(item.id),
            isCurrent: item.id === currentId,
            isTabStop: index === cursor.index,
            rooms,
          })}
        </TableRows>
      </div>
    </div>
  );
}
