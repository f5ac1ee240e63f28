import { type HTMLAttributes, type KeyboardEvent, type MouseEvent, type RefObject, useState } from 'react';
import { useReach } from './reach.ts';
import { type RowCursor, rowOf } from './row-cursor.ts';

/** The rows that are chosen, by their ids. */
export interface TableSelection {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

/** The events that a part of the table hears for everything in it. */
type Heard = Pick<HTMLAttributes<HTMLElement>, 'onClick' | 'onFocus' | 'onKeyDown'>;

export interface TableKeys {
  readonly rowsProps: Heard;
  readonly headProps: Heard;
  /** The heading that the Tab key leads to. */
  readonly headingStop: number;
  readonly onHeadingFocus: (index: number) => void;
  readonly isAllChosen: boolean;
  /** Chooses all, or nobody where all are chosen. */
  readonly toggleAll: () => void;
}

/** What keys and clicks do in the rows of a table, and in its headings, which have `data-heading`. */
export function useTableKeys<Item extends { readonly id: string }>({
  scroller,
  items,
  columnCount,
  cursor,
  selection,
  onOpen,
}: {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly items: readonly Item[];
  readonly columnCount: number;
  readonly cursor: RowCursor;
  readonly selection: TableSelection;
  readonly onOpen: (item: Item) => void;
}): TableKeys {
  const [lastHeading, setLastHeading] = useState(0);
  const headingStop = Math.min(lastHeading, columnCount - 1);
  const choice = useReach(items, selection.ids, selection.onChange);

  function focusHeading(index: number): void {
    setLastHeading(index);
    scroller.current?.querySelectorAll<HTMLElement>('[data-heading]')[index]?.focus();
  }

  /** What a key does; false for one that does nothing. */
  function act(event: KeyboardEvent): boolean {
    const item = items[cursor.index];
    if (!item || event.altKey) return false;
    if (event.ctrlKey || event.metaKey) {
      if (event.key.toLowerCase() !== 'a') return false;
      choice.all();
      return true;
    }
    if (event.key === 'Enter') onOpen(item);
    else if (event.key === ' ') choice.toggle(cursor.index);
    else if (event.key === 'Escape' && selection.ids.size > 0) {
      event.stopPropagation();
      choice.none();
    } else return move(event);
    return true;
  }

  function move({ key, shiftKey }: KeyboardEvent): boolean {
    const target = cursor.leadsTo(key);
    if (target === undefined) return false;
    if (shiftKey) choice.extendTo(Math.max(0, Math.min(target, items.length - 1)), cursor.index);
    if (target < 0 && key === 'ArrowUp' && !shiftKey) focusHeading(headingStop);
    else cursor.goTo(target);
    return true;
  }

  function pressedOnHeading(event: KeyboardEvent): void {
    const last = columnCount - 1;
    const to = { ArrowLeft: headingStop - 1, ArrowRight: headingStop + 1, Home: 0, End: last }[event.key];
    if (to !== undefined) focusHeading(Math.max(0, Math.min(to, last)));
    else if (event.key === 'ArrowDown' && !event.altKey) cursor.enter();
    else return;
    event.preventDefault();
  }

  function clicked({ target, shiftKey, ctrlKey, metaKey }: MouseEvent): void {
    const index = rowOf(target);
    const item = items[index];
    if (!item) return;
    cursor.stand(index);
    if (shiftKey) choice.extendTo(index);
    else if (ctrlKey || metaKey || (target instanceof Element && target.closest('[data-box]'))) choice.toggle(index);
    else onOpen(item);
  }

  const isAllChosen = selection.ids.size >= items.length && items.every(({ id }) => selection.ids.has(id));
  return {
    rowsProps: {
      onClick: clicked,
      onFocus: ({ target }) => cursor.stand(rowOf(target)),
      onKeyDown: (event) => {
        if (act(event)) event.preventDefault();
      },
    },
    headProps: { onKeyDown: pressedOnHeading },
    headingStop,
    onHeadingFocus: setLastHeading,
    isAllChosen,
    toggleAll: isAllChosen ? choice.none : choice.all,
  };
}
