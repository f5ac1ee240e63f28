import { type FocusEvent, type KeyboardEvent, type RefObject, useRef, useState } from 'react';

export interface RowKeys {
  /** Belongs on the list. */
  readonly listProps: {
    readonly ref: RefObject<HTMLDivElement | null>;
    readonly onKeyDown: (event: KeyboardEvent) => void;
    readonly onFocus: (event: FocusEvent) => void;
  };
  /** Belongs on the link or button of each row. */
  rowProps(id: string): { readonly 'data-row': string; readonly tabIndex: 0 | -1 };
  /** Puts the focus on the row last left, or on the first. */
  focus(): void;
  /** Puts the focus on the first row; where it is while there is none. */
  focusFirst(): void;
}

/**
 * Keys for a list whose rows are links of any height: one stop of the Tab key; the arrows or j and k, Home and End move.
 * `onLeave` hears the arrow up on the first row; `begun` is the row that was left last when the page was here before.
 */
export function useRowKeys(ids: readonly string[], onLeave?: () => void, begun: string | null = null): RowKeys {
  const list = useRef<HTMLDivElement>(null);
  const [last, setLast] = useState(begun);
  const tabStop = last !== null && ids.includes(last) ? last : (ids[0] ?? null);

  function focusRow(id: string | undefined): void {
    if (id === undefined) return;
    const row = list.current?.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  }

  function rowOf(target: EventTarget): string | undefined {
    return target instanceof HTMLElement ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined;
  }

  return {
    listProps: {
      ref: list,
      onFocus: ({ target }) => setLast(rowOf(target) ?? last),
      onKeyDown: (event) => {
        if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
        const index = ids.indexOf(rowOf(event.target) ?? '');
        if (index < 0) return;
        const moves: Readonly<Record<string, number>> = {
          ArrowDown: index + 1,
          j: index + 1,
          ArrowUp: index - 1,
          k: index - 1,
          Home: 0,
          End: ids.length - 1,
        };
        const to = moves[event.key];
        if (to === undefined) return;
        event.preventDefault();
        if (to < 0) onLeave?.();
        else focusRow(ids[to]);
      },
    },
    rowProps: (id) => ({ 'data-row': id, tabIndex: id === tabStop ? 0 : -1 }),
    focus: () => focusRow(tabStop ?? undefined),
    focusFirst: () => focusRow(ids[0]),
  };
}
