import { type KeyboardEvent, type ReactNode, useLayoutEffect, useRef } from 'react';
import { OrderedRows } from './OrderedRows.tsx';
import { isInDialogOver, PlainRows } from './PlainRows.tsx';
import type { RowOrder } from './use-row-order.ts';

export interface RowParts {
  /** What the row is called when it is spoken. */
  readonly name: string;
  /** At the left, in a column of its own: when. */
  readonly lead?: ReactNode;
  /** Whether the lead says that something is due. */
  readonly isDue?: boolean | undefined;
  readonly children: ReactNode;
  /** At the right: buttons, reached with the right arrow key. */
  readonly actions?: ReactNode;
}

export interface RowListProps<Item extends { readonly id: string }> {
  readonly label: string;
  readonly items: readonly Item[];
  readonly row: (item: Item) => RowParts;
  /** Enter, or a click on the row. */
  readonly onOpen?: ((item: Item) => void) | undefined;
  /** What single keys do with the row that has the focus, letters in lower case: `{ d: done, Delete: bin }`. */
  readonly keys?: Readonly<Record<string, (item: Item) => void>> | undefined;
  /** The ids that are chosen, here and in other lists; with them rows can be chosen: by their box, Space, Shift, Mod+A. */
  readonly selected?: ReadonlySet<string> | undefined;
  /** Hears the ids of the rows of this list that are chosen now. */
  readonly onSelect?: ((chosen: ReadonlySet<string>) => void) | undefined;
  /** With it the rows can be put into another order, and not be chosen: by their handle, or by Alt and the arrow keys. */
  readonly order?: RowOrder | undefined;
}

/**
 * A list whose rows have acts of their own. One stop of the Tab key: the arrow keys move from row to row and, to the
 * right, to the buttons of a row; Enter opens it; its letters act on it. For long lists of plain rows there is
 * `VirtualList`.
 */
export function RowList<Item extends { readonly id: string }>({
  label,
  items,
  row,
  onOpen,
  keys = {},
  selected,
  onSelect,
  order,
}: RowListProps<Item>) {
  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey && order === undefined) return;
    const target = event.target instanceof Element ? event.target : null;
    // A menu that a row has opened is a child of the row to React, not to the page.
    if (target === null || !event.currentTarget.contains(target)) return;
    // On the button of a menu the arrow opens the menu; everywhere else in a row it goes to the next one.
    if (event.key === 'ArrowDown' && !event.altKey && target.matches('button[aria-haspopup="menu"]')) {
      event.preventDefault();
      event.stopPropagation();
      // The click of a key, which puts the focus on the first entry.
      if (target instanceof HTMLElement) target.click();
      return;
    }
    const id = target.closest('[data-key]')?.getAttribute('data-key');
    const item = items.find((each) => each.id === id);
    const act = event.altKey ? moveFor(order, event.key) : (keys[event.key] ?? keys[event.key.toLowerCase()]);
    if (item === undefined || act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act(item);
  }
  const rows = { items, label, onOpen, row };

  const list = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    const own = list.current;
    return () => {
      // With a list goes the dialog about its last row, if one is open.
      if (own !== null && (own.contains(document.activeElement) || isInDialogOver(own))) handOverFocus(own);
    };
  }, []);

  return (
    <div data-rows="" onKeyDownCapture={pressed} ref={list}>
      {order === undefined ? (
        <PlainRows {...rows} onSelect={onSelect} selected={selected} />
      ) : (
        <OrderedRows {...rows} order={order} />
      )}
    </div>
  );
}

/** With its last row a list leaves the page: the focus goes to the row that comes next, or before, in the others. */
function handOverFocus(leaving: HTMLElement): void {
  if (leaving.closest('[role="dialog"]') !== null) return;
  const lists = [...document.querySelectorAll<HTMLElement>('[data-rows]')];
  const place = lists.indexOf(leaving);
  queueMicrotask(() => {
    // Elsewhere by now; or the whole page is left, and all of its lists.
    if (document.activeElement !== document.body) return;
    const rowsOf = (list: HTMLElement) => [...list.querySelectorAll<HTMLElement>('[role="row"]')];
    const after = lists.slice(place + 1).flatMap(rowsOf);
    const before = lists.slice(0, Math.max(0, place)).flatMap(rowsOf);
    const next = after.find((row) => row.isConnected) ?? before.findLast((row) => row.isConnected);
    next?.focus();
  });
}

function moveFor(order: RowOrder | undefined, key: string): ((item: { readonly id: string }) => void) | undefined {
  if (order === undefined || (key !== 'ArrowUp' && key !== 'ArrowDown')) return undefined;
  return ({ id }) => order.move(id, key === 'ArrowUp' ? -1 : 1);
}
