import { type FocusEvent, type KeyboardEvent, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { RowContent } from './RowContent.tsx';
import styles from './RowList.module.css';
import type { RowListProps } from './RowList.tsx';

const CONTROL = 'button, a[href], input';

/**
 * The rows of a `RowList` that are only read and acted on. A page draws dozens of them before anything else, and a
 * collection that can do more costs more than the rest of the page.
 */
export function PlainRows<Item extends { readonly id: string }>({
  label,
  items,
  row,
  onOpen,
}: Pick<RowListProps<Item>, 'label' | 'items' | 'row' | 'onOpen'>) {
  const grid = useRef<HTMLDivElement>(null);
  /** Where the focus is, or was last. */
  const current = useRef<{ readonly id: string; readonly index: number } | null>(null);
  const hasFocus = useRef(false);
  const ids = items.map(({ id }) => id);

  function focusRow(index: number): void {
    const rows = grid.current?.querySelectorAll<HTMLElement>(':scope > [data-key]');
    rows?.[Math.max(0, Math.min(index, rows.length - 1))]?.focus();
  }

  useLayoutEffect(() => {
    // The list is one stop of the Tab key; the buttons of its rows are reached with the arrow keys.
    for (const control of grid.current?.querySelectorAll<HTMLElement>(CONTROL) ?? []) control.tabIndex = -1;
    const was = current.current;
    const isGone = hasFocus.current && was !== null && !ids.includes(was.id);
    // A row that leaves would take the focus with it; the one in its place takes it over.
    if (isGone && document.activeElement === document.body) focusRow(was.index);
  });

  function focused({ target, currentTarget }: FocusEvent<HTMLDivElement>): void {
    if (!currentTarget.contains(target)) return;
    if (target === currentTarget) {
      focusRow(current.current === null ? 0 : Math.max(0, ids.indexOf(current.current.id)));
      return;
    }
    hasFocus.current = true;
    currentTarget.tabIndex = -1;
    const id = keyOf(target);
    if (id !== undefined) current.current = { id, index: ids.indexOf(id) };
  }

  function left({ target, currentTarget, relatedTarget }: FocusEvent<HTMLDivElement>): void {
    if (!currentTarget.contains(target) || target === currentTarget) return;
    if (relatedTarget instanceof Node && currentTarget.contains(relatedTarget)) return;
    // What is being removed loses the focus, too, and so does the row whose menu is open.
    queueMicrotask(() => {
      if (!target.isConnected || currentTarget.querySelector('[aria-expanded="true"]') !== null) return;
      if (currentTarget.contains(document.activeElement)) return;
      hasFocus.current = false;
      currentTarget.tabIndex = 0;
    });
  }

  function pressed(event: KeyboardEvent<HTMLDivElement>): void {
    const { target, currentTarget, key } = event;
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
    const element = target.closest<HTMLElement>('[data-key]');
    const index = ids.indexOf(keyOf(target) ?? '');
    const item = items[index];
    if (element === null || item === undefined) return;
    const places = [element, ...element.querySelectorAll<HTMLElement>(CONTROL)].filter(
      (place) => !place.matches(':disabled'),
    );
    const place = places.indexOf(target);
    function move(): boolean {
      switch (key) {
        case 'ArrowDown':
          focusRow(index + 1);
          return true;
        case 'ArrowUp':
          focusRow(index - 1);
          return true;
        case 'Home':
          focusRow(0);
          return true;
        case 'End':
          focusRow(ids.length - 1);
          return true;
        case 'ArrowRight':
          places[(place + 1) % places.length]?.focus();
          return true;
        case 'ArrowLeft':
          places.at(place - 1)?.focus();
          return true;
        case 'Enter':
          if (target !== element || onOpen === undefined || item === undefined) return false;
          onOpen(item);
          return true;
        default:
          return false;
      }
    }
    if (!move()) return;
    event.preventDefault();
    event.stopPropagation();
  }

  function clicked(event: MouseEvent<HTMLDivElement>): void {
    const { target, currentTarget } = event;
    if (!(target instanceof Element) || !currentTarget.contains(target) || target.closest(CONTROL) !== null) return;
    // Whoever marks words in a row wants to copy them.
    if (event.shiftKey || event.ctrlKey || event.metaKey || !(getSelection()?.isCollapsed ?? true)) return;
    const item = items[ids.indexOf(keyOf(target) ?? '')];
    if (item !== undefined) onOpen?.(item);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's rows are not what is moved through and opened.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard on their way down.
    <div
      aria-label={label}
      className={styles.list}
      onBlur={left}
      onClick={clicked}
      onFocus={focused}
      onKeyDownCapture={pressed}
      ref={grid}
      role="grid"
      // What it is follows the focus, see above.
      tabIndex={0}
    >
      {items.map((item) => {
        const parts = row(item);
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div aria-label={parts.name} className={styles.row} data-key={item.id} key={item.id} role="row" tabIndex={-1}>
            {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row has the focus. */}
            <div aria-colindex={1} role="gridcell">
              <RowContent {...parts} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

function keyOf(target: Element): string | undefined {
  return target.closest('[data-key]')?.getAttribute('data-key') ?? undefined;
}
