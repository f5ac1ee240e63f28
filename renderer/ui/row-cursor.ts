import { type RefObject, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { RowWindow } from './virtual-rows.ts';

export interface RowCursor {
  /** Where it is: the one row that the Tab key leads to. */
  readonly index: number;
  /** The rows to render: those in sight, and the one it is on. */
  readonly rows: readonly number[];
  /** It is on another row, which is in sight. */
  stand(index: number): void;
  /** Brings a row into sight and focuses it; beyond the ends, the first or the last one. */
  goTo(index: number): void;
  /** From outside of the rows: the one it is on where that is in sight, otherwise the first in sight. */
  enter(): void;
  /** The row with the focus stays in the window, when what stands above the list was changed. */
  keepInWindow(): void;
  /** From the beginning: another question was asked. */
  restart(): void;
  /** Where a key leads from here, maybe beyond the ends; undefined for one that does not move. */
  leadsTo(key: string): number | undefined;
}

/**
 * Where the keys are in a list of any length. A list that is another one keeps it on the same row; where that is gone, on
 * the current one, or at the same place. Each row has its index in `data-row`.
 */
export function useRowCursor(
  scroller: RefObject<HTMLElement | null>,
  items: readonly { readonly id: string }[],
  currentId: string | undefined,
  { rowPixels, headPixels, viewport, from, to, look }: RowWindow,
): RowCursor {
  const [id, setId] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const indexes = useMemo(() => new Map(items.map((item, index) => [item.id, index])), [items]);
  const lastIndex = Math.max(0, items.length - 1);
  const indexBefore = useRef(0);
  const found = (id === null ? undefined : indexes.get(id)) ?? indexes.get(currentId ?? '');
  const index = Math.min(found ?? indexBefore.current, lastIndex);

  useLayoutEffect(() => {
    indexBefore.current = index;
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    focus(index);
  });

  // Where the list becomes lower, the row with the focus stays in sight.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another height moves it.
  useLayoutEffect(() => {
    if (viewport > 0 && rowOf(document.activeElement) === index && scroller.current?.contains(document.activeElement))
      bringIntoSight(index);
  }, [viewport]);

  function focus(row: number): void {
    const element = scroller.current?.querySelector<HTMLElement>(`[data-row="${row}"]`);
    element?.focus({ preventScroll: true });
    keepInWindow();
  }

  // With large text in a low window it is the page that scrolls, too.
  function keepInWindow(): void {
    const element = document.activeElement;
    if (!element || !scroller.current?.contains(element)) return;
    const { top, bottom } = element.getBoundingClientRect();
    if (top < 0 || bottom > window.innerHeight) element.scrollIntoView({ block: 'nearest' });
  }

  function bringIntoSight(row: number): void {
    const element = scroller.current;
    if (!element) return;
    const top = row * rowPixels;
    const bottom = top + rowPixels + headPixels;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (bottom > element.scrollTop + viewport) element.scrollTop = bottom - viewport;
  }

  function enter(): void {
    const top = scroller.current?.scrollTop ?? 0;
    const isInSight = index * rowPixels >= top && (index + 1) * rowPixels + headPixels <= top + viewport;
    goTo(viewport === 0 || isInSight ? index : Math.ceil(top / rowPixels));
  }

  function restart(): void {
    indexBefore.current = 0;
    setId(items[0]?.id ?? null);
    if (scroller.current) scroller.current.scrollTop = 0;
    look();
  }

  function goTo(wanted: number): void {
    const row = Math.max(0, Math.min(wanted, lastIndex));
    const item = items[row];
    const element = scroller.current;
    if (!item || !element) return;
    bringIntoSight(row);
    // The row it is on is there to be focused; any other is rendered first.
    if (row === index) focus(row);
    else wantsFocus.current = true;
    setId(item.id);
    look();
  }

  function leadsTo(key: string): number | undefined {
    const page = Math.max(1, Math.floor((viewport - headPixels) / rowPixels) - 1);
    const moves: Readonly<Record<string, number>> = {
      arrowdown: index + 1,
      j: index + 1,
      arrowup: index - 1,
      k: index - 1,
      pagedown: index + page,
      pageup: index - page,
      home: 0,
      end: lastIndex,
    };
    return moves[key.toLowerCase()];
  }

  const rows = Array.from({ length: to - from }, (_, offset) => from + offset);
  if (index < from) rows.unshift(index);
  else if (index >= to) rows.push(index);
  return { index, rows, stand: (row) => setId(items[row]?.id ?? id), goTo, enter, keepInWindow, restart, leadsTo };
}

/** The index of the row in which something happened; NaN outside of the rows. */
export function rowOf(target: EventTarget | null): number {
  return Number(target instanceof Element ? target.closest<HTMLElement>('[data-row]')?.dataset.row : undefined);
}
