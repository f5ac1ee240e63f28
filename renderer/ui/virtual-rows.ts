import { type RefObject, useCallback, useLayoutEffect, useState } from 'react';

/** Rows that are rendered above and below those in sight. */
const OVERSCAN = 8;
/** Where nothing is laid out (a hidden window, a test) there is no height to fill: so many rows are rendered. */
const ROWS_WITHOUT_LAYOUT = 60;

export interface RowWindow {
  /** Pixels. */
  readonly rem: number;
  readonly width: number;
  readonly viewport: number;
  /** The rows to render. */
  readonly from: number;
  readonly to: number;
  /** To be called when it has scrolled. */
  readonly onScroll: () => void;
}

interface Size {
  readonly rem: number;
  readonly width: number;
  readonly viewport: number;
}

/** Which of `count` rows of `rowHeight` rem are in sight, under a head of `headHeight` rem. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headHeight: number,
): RowWindow {
  const [size, setSize] = useState<Size>({ rem: 16, width: 0, viewport: 0 });
  const [firstRow, setFirstRow] = useState(0);
  const isShown = count > 0;

  // The row height follows the text size, the viewport the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element is measured when the first row comes.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const next = { rem, width: element.clientWidth, viewport: element.clientHeight };
      setSize((old) => (old.rem === rem && old.width === next.width && old.viewport === next.viewport ? old : next));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [scroller, isShown]);

  const rowPixels = rowHeight * size.rem;
  const onScroll = useCallback(
    () => setFirstRow(Math.floor((scroller.current?.scrollTop ?? 0) / rowPixels)),
    [scroller, rowPixels],
  );
  const inSight = size.viewport === 0 ? ROWS_WITHOUT_LAYOUT : rowsIn(size.viewport - headHeight * size.rem, rowPixels);
  const from = Math.max(0, Math.min(firstRow, count - inSight) - OVERSCAN);
  return { ...size, from, to: Math.min(count, from + inSight + 2 * OVERSCAN), onScroll };
}

function rowsIn(pixels: number, rowPixels: number): number {
  return Math.ceil(pixels / rowPixels) + 1;
}

/** What was chosen before, and everything between two rows. */
export function rowsChosen(
  items: readonly { readonly id: string }[],
  before: ReadonlySet<string>,
  one: number,
  other: number,
): ReadonlySet<string> {
  const [low, high] = [Math.min(one, other), Math.max(one, other)];
  return new Set([...before, ...items.slice(low, high + 1).map(({ id }) => id)]);
}
