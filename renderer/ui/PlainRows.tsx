import { type FocusEvent, type KeyboardEvent, type MouseEvent, useId, useLayoutEffect, useRef } from 'react';
import { classes } from './classes.ts';
import { RowBox } from './RowBox.tsx';
import { RowContent } from './RowContent.tsx';
import styles from './RowList.module.css';
import type { RowListProps } from './RowList.tsx';
import { useRowChoice } from './row-choice.ts';

const CONTROL = 'button, a[href], input';
const NONE: ReadonlySet<string> = new Set();

/**
 * The rows of a `RowList` that are read, acted on and chosen. A page draws dozens of them before anything else, and a
 * collection that can do more costs more than the rest of the page.
 */
export function PlainRows<Item extends { readonly id: string }>({
  label,
  items,
  row,
  onOpen,
  selected = NONE,
  onSelect,
}: Pick<RowListProps<Item>, 'label' | 'items' | 'row' | 'onOpen' | 'selected' | 'onSelect'>) {
  const listId = useId();
  const grid = useRef<HTMLDivElement>(null);
  /** Where the focus is, or was last. */
  const current = useRef<{ readonly id: string; readonly index: number } | null>(null);
  const hasFocus = useRef(false);
  const ids = items.map(({ id }) => id);

  function focusRow(index: number): void {
    const rows = grid.current?.querySelectorAll<HTMLElement>(':scope > [data-key]');
    rows?.[Math.max(0, Math.min(index, rows.length - 1))]?.focus();
  }

  const isChoosable = onSelect !== undefined;
  const choice = useRowChoice({ items, selected, onSelect: onSelect ?? (() => undefined), focusRow });

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
      // A dialog about a row gives the focus back.
      if (isInDialogOver(currentTarget)) return;
      hasFocus.current = false;
      currentTarget.tabIndex = 0;
    });
  }

  function pressed(event: KeyboardEvent<HTMLDivElement>): void {
    const { target, currentTarget, key } = event;
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return;
    const element = target.closest<HTMLElement>('[data-key]');
    const index = ids.indexOf(keyOf(target) ?? '');
    const item = items[index];
    if (element === null || item === undefined) return;
    // Space is the press of a button as well.
    const choose = isChoosable && (target === element || key !== ' ') ? choice.actOf(event, index) : undefined;
    if (choose !== undefined) {
      event.preventDefault();
      event.stopPropagation();
      choose();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
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
    if (!(target instanceof Element) || !currentTarget.contains(target)) return;
    if (target.closest(CONTROL) !== null || target.closest('label') !== null) return;
    const index = ids.indexOf(keyOf(target) ?? '');
    if (isChoosable && index >= 0 && choice.clicked(event, index)) return;
    // Whoever marks words in a row wants to copy them.
    if (event.shiftKey || event.ctrlKey || event.metaKey || !(getSelection()?.isCollapsed ?? true)) return;
    const item = items[index];
    if (item !== undefined) onOpen?.(item);
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a table's rows are not what is moved through and opened.
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard on their way down.
    <div
      aria-label={label}
      aria-multiselectable={isChoosable || undefined}
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
      {items.map((item, place) => {
        const parts = row(item);
        const isChosen = selected.has(item.id);
        const rowId = `${listId}${item.id}`;
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above.
          <div
            aria-label={parts.name}
            aria-selected={isChoosable ? isChosen : undefined}
            className={classes(styles.row, styles.plain)}
            data-key={item.id}
            data-selected={isChosen || undefined}
            id={rowId}
            key={item.id}
            role="row"
            tabIndex={-1}
          >
            {/* biome-ignore lint/a11y/useSemanticElements lint/a11y/useFocusableInteractive: the row has the focus. */}
            <div aria-colindex={1} className={isChoosable ? styles.choosable : undefined} role="gridcell">
              {isChoosable && <RowBox isChosen={isChosen} onChange={() => choice.toggle(place)} rowId={rowId} />}
              <RowContent {...parts} />
            </div>
          </div>
        );
      })}
    </div>
  );
}

/** Whether the focus is in a dialog that does not hold the list. */
export function isInDialogOver(list: Element): boolean {
  const dialog = document.activeElement?.closest('[role="dialog"]');
  return dialog !== null && dialog !== undefined && !dialog.contains(list);
}

function keyOf(target: Element): string | undefined {
  return target.closest('[data-key]')?.getAttribute('data-key') ?? undefined;
}
