// biome-ignore-all lint/a11y/useSemanticElements: rows out of sight are not there, which the elements of a table do not allow.
import { type CSSProperties, type HTMLAttributes, memo, useId } from 'react';
import { classes } from './classes.ts';
import { CheckIcon, MinusIcon } from './icons.ts';
import type { TableColumn } from './table-columns.ts';
import styles from './VirtualTable.module.css';
import { useSlots } from './virtual-rows.ts';

/** In rem, all rows alike: 32 px at 100 %. */
export const ROW = 2;

interface Shown<Item> {
  readonly index: number;
  readonly item: Item;
}

interface TableRowsProps<Item extends { readonly id: string }>
  extends Pick<HTMLAttributes<HTMLElement>, 'onClick' | 'onFocus' | 'onKeyDown'> {
  readonly list: readonly Item[];
  /** The indexes of the rows to render. */
  readonly rows: readonly number[];
  readonly children: (shown: Shown<Item>) => Omit<RowProps<Item>, 'id' | 'index' | 'item'>;
}

/** Rows that go out of sight give their elements to those that come into sight, which is most of the work of scrolling. */
export function TableRows<Item extends { readonly id: string }>({
  list,
  rows,
  children,
  ...rest
}: TableRowsProps<Item>) {
  const ownId = useId();
  const shown = rows.flatMap((index) => (list[index] === undefined ? [] : { index, item: list[index] }));
  const { byId, order } = useSlots(
    shown.map(({ item }) => item.id),
    list,
  );
  const places = [...byId.values()];
  const bySlot = new Map(places.map((slot, place) => [slot, shown[place]]));
  const isInOrder = order.every((slot, place) => slot === places[place]);
  return (
    <div
      {...rest}
      // Screen readers go by this where the elements are in another order.
      aria-owns={isInOrder ? undefined : places.map((slot) => `${ownId}${slot}`).join(' ')}
      className={styles.rows}
      role="rowgroup"
      style={{ height: `${list.length * ROW}rem` }}
    >
      {order.map((slot) => {
        const row = bySlot.get(slot);
        return row && <Row {...children(row)} {...row} id={`${ownId}${slot}`} key={slot} />;
      })}
    </div>
  );
}

interface RowProps<Item extends { readonly id: string }> extends Shown<Item> {
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

/** The box that shows whether a row is chosen, or all or part of them. */
export function Box({ isChosen, isPart }: { readonly isChosen: boolean; readonly isPart: boolean }) {
  const Sign = isChosen ? CheckIcon : isPart ? MinusIcon : null;
  return (
    <span className={classes(styles.sign, (isChosen || isPart) && styles.signed)}>
      {Sign && <Sign size="0.75rem" strokeWidth={3} />}
    </span>
  );
}
