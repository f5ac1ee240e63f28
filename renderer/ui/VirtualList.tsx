import {
  type KeyboardEvent,
  type MouseEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useEffectEvent,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { classes } from './classes.ts';
import styles from './VirtualList.module.css';

export interface VirtualListHandle {
  /** Puts the focus on the current row, or on the first. */
  focus(): void;
}

export interface VirtualListSelection {
  readonly ids: ReadonlySet<string>;
  readonly onChange: (ids: ReadonlySet<string>) => void;
}

export interface VirtualListProps<Item extends { readonly id: string }> {
  /** The list's name: "People". */
  readonly label: string;
  readonly items: readonly Item[];
  /** What stands in a row. Phrasing content only (`span`, not `div`), for a row is one button. */
  readonly renderRow: (item: Item) => ReactNode;
  /** Enter, or a click. */
  readonly onOpen: (item: Item) => void;
  /** Told while the arrow keys move, for a panel beside the list. */
  readonly onCurrentChange?: ((item: Item) => void) | undefined;
  /** The row that is open in a panel; it is marked as the current one. */
  readonly currentId?: string | undefined;
  /** With it, Space and Shift with the arrows choose rows, and so do Ctrl and Shift with a click. */
  readonly selection?: VirtualListSelection | undefined;
  /** In rem, all rows alike: 2 is 32 px at 100 %. */
  readonly rowHeight?: number | undefined;
  /** Called when the last rows come into sight, to fetch more. */
  readonly onEndReached?: (() => void) | undefined;
  /** How many rows there will be, when more can be fetched. */
  readonly total?: number | undefined;
  readonly emptyState?: ReactNode;
  readonly ref?: Ref<VirtualListHandle> | undefined;
}

const OVERSCAN = 8;
/** Where nothing is laid out (a hidden window, a test) there is no height to fill: so many rows are rendered. */
const ROWS_WITHOUT_LAYOUT = 60;

/**
 * A list of any length of which only the rows in sight are rendered. One stop of the Tab key; arrow keys or j and k,
 * Home, End, Page Up and Page Down move, Enter opens. It fills the height that its parent gives it and scrolls by itself.
 * A list of buttons to screen readers; with `selection`, a list box of many choices.
 */
export function VirtualList<Item extends { readonly id: string }>({
  label,
  items,
  renderRow,
  onOpen,
  onCurrentChange,
  currentId,
  selection,
  rowHeight = 2,
  onEndReached,
  total,
  emptyState,
  ref,
}: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useRef(new Map<string, HTMLElement>());
  const [{ rowPixels, viewport }, setSize] = useState({ rowPixels: rowHeight * 16, viewport: 0 });
  const [firstRow, setFirstRow] = useState(0);
  const [tabStopId, setTabStopId] = useState<string | null>(null);
  const wantsFocus = useRef(false);
  const anchor = useRef(0);

  const indexes = useMemo(() => new Map(items.map((item, index) => [item.id, index])), [items]);
  const lastIndex = items.length - 1;
  const remembered = (tabStopId === null ? undefined : indexes.get(tabStopId)) ?? indexes.get(currentId ?? '');
  const lastTabStop = useRef(0);
  const tabStop = Math.min(remembered ?? lastTabStop.current, Math.max(lastIndex, 0));

  const rowsInSight = viewport === 0 ? ROWS_WITHOUT_LAYOUT : Math.ceil(viewport / rowPixels) + 1;
  const from = Math.max(0, Math.min(firstRow, items.length - rowsInSight) - OVERSCAN);
  const to = Math.min(items.length, from + rowsInSight + 2 * OVERSCAN);

  // The row height follows the text size, the viewport the window.
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element) return;
    const measure = () => {
      const rem = Number.parseFloat(getComputedStyle(document.documentElement).fontSize) || 16;
      const size = { rowPixels: rowHeight * rem, viewport: element.clientHeight };
      setSize((old) => (old.rowPixels === size.rowPixels && old.viewport === size.viewport ? old : size));
    };
    measure();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    if (element.firstElementChild) observer.observe(element.firstElementChild);
    return () => observer.disconnect();
  }, [rowHeight]);

  useLayoutEffect(() => {
    lastTabStop.current = tabStop;
    if (!wantsFocus.current) return;
    wantsFocus.current = false;
    const item = items[tabStop];
    if (item) rows.current.get(item.id)?.focus({ preventScroll: true });
  });

  const endInSight = to === items.length ? items.length : 0;
  const reachEnd = useEffectEvent(() => onEndReached?.());
  useEffect(() => {
    if (endInSight > 0) reachEnd();
  }, [endInSight]);

  useImperativeHandle(ref, () => ({ focus: () => go(tabStop) }));

  /** Makes a row the tab stop, brings it into sight and focuses it. */
  function go(to: number) {
    const index = Math.max(0, Math.min(to, lastIndex));
    const item = items[index];
    const element = scroller.current;
    if (!item || !element) return;
    const top = index * rowPixels;
    if (top < element.scrollTop) element.scrollTop = top;
    else if (top + rowPixels > element.scrollTop + viewport) element.scrollTop = top + rowPixels - viewport;
    // The row that has the tab stop already is there to be focused; any other is rendered first.
    if (index === tabStop) rows.current.get(item.id)?.focus({ preventScroll: true });
    else wantsFocus.current = true;
    setTabStopId(item.id);
    setFirstRow(Math.floor(element.scrollTop / rowPixels));
    if (index !== tabStop) onCurrentChange?.(item);
  }

  function select(index: number, how: 'toggle' | 'range') {
    const item = items[index];
    if (!selection || !item) return;
    if (how === 'toggle') {
      const ids = new Set(selection.ids);
      if (!ids.delete(item.id)) ids.add(item.id);
      anchor.current = index;
      selection.onChange(ids);
    } else {
      const [low, high] = [Math.min(anchor.current, index), Math.max(anchor.current, index)];
      selection.onChange(new Set([...selection.ids, ...items.slice(low, high + 1).map((each) => each.id)]));
    }
  }

  function pressed(event: KeyboardEvent) {
    const item = items[tabStop];
    if (!item || event.altKey) return;
    const hasCommand = event.ctrlKey || event.metaKey;
    if (hasCommand && event.key.toLowerCase() === 'a' && selection) {
      event.preventDefault();
      selection.onChange(new Set(items.map((each) => each.id)));
      return;
    }
    if (hasCommand) return;
    const page = Math.max(1, Math.floor(viewport / rowPixels) - 1);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: tabStop + 1,
      j: tabStop + 1,
      ArrowUp: tabStop - 1,
      k: tabStop - 1,
      PageDown: tabStop + page,
      PageUp: tabStop - page,
      Home: 0,
      End: lastIndex,
    };
    const target = moves[event.key];
    if (target !== undefined) {
      event.preventDefault();
      const index = Math.max(0, Math.min(target, lastIndex));
      if (event.shiftKey && selection) select(index, 'range');
      else anchor.current = index;
      go(index);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      onOpen(item);
    } else if (event.key === ' ' && selection) {
      event.preventDefault();
      select(tabStop, 'toggle');
    }
  }

  function clicked(event: MouseEvent, item: Item, index: number) {
    // The keys are handled above; a button's own click by key has no pointer.
    setTabStopId(item.id);
    if (selection && event.shiftKey) select(index, 'range');
    else if (selection && (event.ctrlKey || event.metaKey)) select(index, 'toggle');
    else {
      anchor.current = index;
      onOpen(item);
    }
  }

  if (items.length === 0) return <div className={styles.scroller}>{emptyState}</div>;

  const rendered = Array.from({ length: to - from }, (_, offset) => from + offset);
  if (tabStop < from) rendered.unshift(tabStop);
  else if (tabStop >= to) rendered.push(tabStop);

  const List = selection ? 'div' : 'ul';
  return (
    <div
      className={styles.scroller}
      onScroll={(event) => setFirstRow(Math.floor(event.currentTarget.scrollTop / rowPixels))}
      ref={scroller}
    >
      <List
        aria-label={label}
        aria-multiselectable={selection ? true : undefined}
        className={styles.rows}
        onKeyDown={pressed}
        role={selection ? 'listbox' : undefined}
        style={{ height: `${items.length * rowHeight}rem` }}
      >
        {rendered.map((index) => {
          const item = items[index];
          if (!item) return null;
          const place = {
            'aria-posinset': index + 1,
            'aria-setsize': total ?? items.length,
            style: { height: `${rowHeight}rem`, top: `${index * rowHeight}rem` },
          };
          const row = {
            'aria-current': item.id === currentId ? ('true' as const) : undefined,
            onClick: (event: MouseEvent) => clicked(event, item, index),
            onFocus: () => setTabStopId(item.id),
            ref: (element: HTMLElement | null) => {
              if (element) rows.current.set(item.id, element);
              else rows.current.delete(item.id);
            },
          };
          const tabIndex = index === tabStop ? 0 : -1;
          return selection ? (
            <div
              {...place}
              {...row}
              aria-selected={selection.ids.has(item.id)}
              className={classes(styles.place, styles.row)}
              key={item.id}
              role="option"
              tabIndex={tabIndex}
            >
              {renderRow(item)}
            </div>
          ) : (
            <li {...place} className={styles.place} key={item.id}>
              <button {...row} className={styles.row} tabIndex={tabIndex} type="button">
                {renderRow(item)}
              </button>
            </li>
          );
        })}
      </List>
    </div>
  );
}
