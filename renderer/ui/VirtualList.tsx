import { type ReactNode, type Ref, useImperativeHandle, useRef } from 'react';
import { rowOf, useRowCursor } from './row-cursor.ts';
import styles from './VirtualList.module.css';
import { useRowWindow } from './virtual-rows.ts';

export interface VirtualListHandle {
  /** Puts the focus on the current row, or on the first. */
  focus(): void;
}

export interface VirtualListProps<Item extends { readonly id: string }> {
  /** The list's name: "Organisations". */
  readonly label: string;
  readonly items: readonly Item[];
  /** What stands in a row. Phrasing content only (`span`, not `div`), for a row is one button. */
  readonly renderRow: (item: Item) => ReactNode;
  /** Enter, or a click. */
  readonly onOpen: (item: Item) => void;
  /** The row that was opened last; it is marked as the current one. */
  readonly currentId?: string | undefined;
  readonly emptyState: ReactNode;
  readonly ref: Ref<VirtualListHandle>;
}

/** In rem, all rows alike: 32 px at 100 %. */
const ROW = 2;

/**
 * A list of any length of which only the rows in sight are rendered. One stop of the Tab key; arrow keys or j and k,
 * Home, End, Page Up and Page Down move, Enter opens. It fills the height that its parent gives it and scrolls by itself.
 * A list of buttons to screen readers.
 */
export function VirtualList<Item extends { readonly id: string }>({
  label,
  items,
  renderRow,
  onOpen,
  currentId,
  emptyState,
  ref,
}: VirtualListProps<Item>) {
  const scroller = useRef<HTMLDivElement>(null);
  const rowWindow = useRowWindow(scroller, items.length, ROW);
  const cursor = useRowCursor(scroller, items, currentId, rowWindow);
  useImperativeHandle(ref, () => ({ focus: () => cursor.goTo(cursor.index) }));

  if (items.length === 0) return <div className={styles.scroller}>{emptyState}</div>;

  return (
    <div className={styles.scroller} onScroll={rowWindow.onScroll} ref={scroller}>
      <ul
        aria-label={label}
        className={styles.rows}
        onFocus={({ target }) => cursor.stand(rowOf(target))}
        onKeyDown={(event) => {
          if (event.altKey || event.ctrlKey || event.metaKey) return;
          const target = cursor.leadsTo(event.key);
          if (target === undefined) return;
          event.preventDefault();
          cursor.goTo(target);
        }}
        style={{ height: `${items.length * ROW}rem` }}
      >
        {cursor.rows.map((index) => {
          const item = items[index];
          if (!item) return null;
          return (
            <li
              aria-posinset={index + 1}
              aria-setsize={items.length}
              className={styles.place}
              key={item.id}
              style={{ height: `${ROW}rem`, top: `${index * ROW}rem` }}
            >
              <button
                aria-current={item.id === currentId ? 'true' : undefined}
                className={styles.row}
                data-row={index}
                onClick={() => {
                  cursor.stand(index);
                  onOpen(item);
                }}
                tabIndex={index === cursor.index ? 0 : -1}
                type="button"
              >
                {renderRow(item)}
              </button>
            </li>
          );
        })}
      </ul>
    </div>
  );
}
