import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Rows that are rendered above and below those in sight, from a moment after they are. */
const OVERSCAN = 8;
const OVERSCAN_AFTER_MS = 100;
/** Where nothing is laid out (a hidden window, a test) there is no height to fill: so many rows are rendered. */
const ROWS_WITHOUT_LAYOUT = 60;

export interface RowWindow {
  /** Pixels. */
  readonly rem: number;
  readonly rowPixels: number;
  readonly headPixels: number;
  readonly width: number;
  readonly viewport: number;
  /** The rows to render. */
  readonly from: number;
  readonly to: number;
  /** To be called in the event of having scrolled. */
  readonly onScroll: () => void;
  /** To be called after having scrolled it. */
  readonly look: () => void;
}

interface Size {
  readonly rem: number;
  readonly width: number;
  readonly viewport: number;
}

const UNKNOWN: Size = { rem: 16, width: 0, viewport: 0 };

// A window's next list is as high as its last one. Rendered for any other height, most rows would be laid out for nothing.
let last: Size | null = null;

/** Which of `count` rows of `rowHeight` rem are in sight, under a head of `headHeight` rem. */
export function useRowWindow(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  rowHeight: number,
  headHeight = 0,
): RowWindow {
  const [measured, setSize] = useState(last);
  const [firstRow, setFirstRow] = useState(0);
  const [overscan, setOverscan] = useState(0);
  const size = measured ?? UNKNOWN;
  const isShown = count > 0;

  // The row height follows the text size, the viewport the window.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another element is measured when the first row comes.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const next = { rem, width: element.clientWidth, viewport: element.clientHeight };
      if (last?.rem !== rem || last.width !== next.width || last.viewport !== next.viewport) last = next;
      setSize(last);
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [scroller, isShown]);

  useEffect(() => {
    const soon = setTimeout(() => setOverscan(OVERSCAN), OVERSCAN_AFTER_MS);
    return () => clearTimeout(soon);
  }, []);

  const rowPixels = rowHeight * size.rem;
  const headPixels = headHeight * size.rem;
  const look = useCallback(
    () => setFirstRow(Math.floor((scroller.current?.scrollTop ?? 0) / rowPixels)),
    [scroller, rowPixels],
  );
  // The event comes right before a frame, which is to have the rows: rendered later they would miss it, and be laid out
  // twice.
  const onScroll = useCallback(() => flushSync(look), [look]);
  const inSight =
    measured === null ? 0 : size.viewport === 0 ? ROWS_WITHOUT_LAYOUT : rowsIn(size.viewport - headPixels, rowPixels);
  const from = Math.max(0, Math.min(firstRow, count - inSight) - overscan);
  const to = Math.min(count, from + inSight + 2 * overscan);
  return { ...size, rowPixels, headPixels, from, to, onScroll, look };
}

function rowsIn(pixels: number, rowPixels: number): number {
  return Math.ceil(pixels / rowPixels) + 1;
}

export interface Slots {
  /** The slot of each row, by its id, in the order of the rows. */
  readonly byId: ReadonlyMap<string, number>;
  /** The slots in the order of their elements. */
  readonly order: readonly number[];
}

const NO_SLOTS: Slots = { byId: new Map(), order: [] };

/**
 * Slots for the rows in sight: a row keeps its own for as long as it is among them, then one that came into sight takes it
 * over. The elements stay where they are as long as the list is the same, and are put in order when it is another.
 */
export function useSlots(ids: readonly string[], list: unknown): Slots {
  const before = useRef({ slots: NO_SLOTS, list });
  const slots = slotsFor(ids, before.current.slots, before.current.list === list);
  useLayoutEffect(() => {
    before.current = { slots, list };
  });
  return slots;
}

/** The slots for some rows, after those of the rows before. */
export function slotsFor(ids: readonly string[], before: Slots, isSameList: boolean): Slots {
  const taken = new Set(ids.flatMap((id) => before.byId.get(id) ?? []));
  let free = 0;
  const byId = new Map(
    ids.map((id) => {
      const own = before.byId.get(id);
      if (own !== undefined) return [id, own];
      while (taken.has(free)) free += 1;
      taken.add(free);
      return [id, free];
    }),
  );
  if (!isSameList) return { byId, order: [...byId.values()] };
  return { byId, order: [...new Set([...before.order, ...byId.values()])].filter((slot) => taken.has(slot)) };
}
