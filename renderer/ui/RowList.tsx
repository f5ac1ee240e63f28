import { type KeyboardEvent, type ReactNode, useDeferredValue } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import checkbox from './Checkbox.module.css';
import { classes } from './classes.ts';
import { CheckIcon, GripIcon } from './icons.ts';
import styles from './RowList.module.css';
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
  /** The ids that are chosen, here and in other lists; with them rows can be chosen: by their box, Space, Mod+A. */
  readonly selected?: ReadonlySet<string> | undefined;
  /** Hears the ids of the rows of this list that are chosen now. */
  readonly onSelect?: ((chosen: ReadonlySet<string>) => void) | undefined;
  /** With it the rows can be put into another order: by their handle, or by Alt and the arrow keys. */
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
  const isSelectable = selected !== undefined && onSelect !== undefined;
  const ids = items.map(({ id }) => id);
  // The words come first; the buttons of all rows cost more than the rest of the page and follow in the next breath.
  const areActionsShown = useDeferredValue(true, false);
  function pressed(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.altKey && order === undefined) return;
    const target = event.target instanceof Element ? event.target : null;
    // A menu that a row has opened is a child of the row to React, not to the page.
    if (target === null || !event.currentTarget.contains(target)) return;
    const id = target.closest('[data-key]')?.getAttribute('data-key');
    const item = items.find((each) => each.id === id);
    const act = event.altKey ? moveFor(order, event.key) : (keys[event.key] ?? keys[event.key.toLowerCase()]);
    if (item === undefined || act === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    act(item);
  }

  return (
    <div onKeyDownCapture={pressed}>
      <GridList
        aria-label={label}
        className={styles.list ?? ''}
        disallowTypeAhead
        {...(order === undefined ? {} : { dragAndDropHooks: order.hooks })}
        {...(isSelectable
          ? {
              selectionMode: 'multiple' as const,
              selectedKeys: ids.filter((id) => selected.has(id)),
              onSelectionChange: (chosen) => onSelect(new Set(chosen === 'all' ? ids : [...chosen].map(String))),
            }
          : {})}
      >
        {items.map((item) => {
          const { name, lead, isDue = false, children, actions } = row(item);
          return (
            <GridListItem
              className={styles.row ?? ''}
              id={item.id}
              key={item.id}
              textValue={name}
              {...(onOpen === undefined ? {} : { onAction: () => onOpen(item) })}
            >
              <div className={classes((isSelectable || order !== undefined) && styles.choosable)}>
                {isSelectable && (
                  <Checkbox className={classes(checkbox.checkbox, styles.box)} slot="selection">
                    {({ isSelected }) => (
                      <span aria-hidden className={checkbox.box}>
                        {isSelected && <CheckIcon size="0.75rem" strokeWidth={3} />}
                      </span>
                    )}
                  </Checkbox>
                )}
                {order !== undefined && (
                  <AriaButton aria-label={`Move ${name}`} className={styles.handle ?? ''} slot="drag">
                    <GripIcon aria-hidden size="1rem" strokeWidth={1.75} />
                  </AriaButton>
                )}
                <div className={styles.content}>
                  {lead !== undefined && <div className={classes(styles.lead, isDue && styles.due)}>{lead}</div>}
                  <div className={styles.main}>{children}</div>
                  {actions !== undefined && actions !== null && (
                    <div className={styles.actions}>{areActionsShown && actions}</div>
                  )}
                </div>
              </div>
            </GridListItem>
          );
        })}
      </GridList>
    </div>
  );
}

function moveFor(order: RowOrder | undefined, key: string): ((item: { readonly id: string }) => void) | undefined {
  if (order === undefined || (key !== 'ArrowUp' && key !== 'ArrowDown')) return undefined;
  return ({ id }) => order.move(id, key === 'ArrowUp' ? -1 : 1);
}
