import { type CSSProperties, type ReactNode, useMemo } from 'react';
import type { RowWindow } from './virtual-rows.ts';

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

type Width = Pick<TableColumn<never, string>, 'width' | 'grows' | 'givesWay'>;

/** The column of boxes at the left, in rem. */
const BOXES = 2;
/** Below so many rem there is room for two or three columns. */
const NARROW = 34;

/** The columns that there is room for, and where each stands in a row. */
export function useTableColumns<Item, Id extends string>(
  all: readonly TableColumn<Item, Id>[],
  whenNarrow: readonly Id[],
  { width, rem }: RowWindow,
): {
  readonly columns: readonly TableColumn<Item, Id>[];
  readonly rooms: readonly CSSProperties[];
  /** The table is at least so wide, in rem. */
  readonly least: number;
} {
  const columns = useMemo(() => {
    if (width === 0) return all;
    if (width / rem >= NARROW) return fitting(all, width / rem);
    const some = all.filter(({ id }, index) => index === 0 || whenNarrow.includes(id));
    if (leastWidth(some) <= width / rem) return some;
    return some.filter(
      ({ id }, index) => index === 0 || id === whenNarrow.find((each) => some.some((one) => one.id === each)),
    );
  }, [all, whenNarrow, width, rem]);
  const rooms = useMemo(() => roomsOf(columns), [columns]);
  return { columns, rooms, least: leastWidth(columns) };
}

/** In rem. */
function leastWidth(columns: readonly Width[]): number {
  return BOXES + columns.reduce((sum, column) => sum + column.width, 0);
}

/**
 * The room of each column in a row: as much as it needs, and its share of what is left over. Said by place and width, for a
 * row that is placed by hand is laid out in half the time of a grid.
 */
function roomsOf(columns: readonly Width[]): readonly CSSProperties[] {
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
function fitting<Column extends Width>(columns: readonly Column[], room: number): readonly Column[] {
  let left = columns;
  for (const column of columns.filter(({ givesWay }) => givesWay).toReversed()) {
    if (leastWidth(left) <= room) break;
    left = left.filter((each) => each !== column);
  }
  return left;
}
