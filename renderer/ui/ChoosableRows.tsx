import { Button as AriaButton } from 'react-aria-components/Button';
import { Checkbox } from 'react-aria-components/Checkbox';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import checkbox from './Checkbox.module.css';
import { classes } from './classes.ts';
import { CheckIcon, GripIcon } from './icons.ts';
import { RowContent } from './RowContent.tsx';
import styles from './RowList.module.css';
import type { RowListProps } from './RowList.tsx';

/** The rows of a `RowList` that can be chosen, or put into another order. */
export function ChoosableRows<Item extends { readonly id: string }>({
  label,
  items,
  row,
  onOpen,
  selected,
  onSelect,
  order,
}: Omit<RowListProps<Item>, 'keys'>) {
  const isSelectable = selected !== undefined && onSelect !== undefined;
  const ids = items.map(({ id }) => id);
  return (
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
        const parts = row(item);
        return (
          <GridListItem
            className={styles.row ?? ''}
            id={item.id}
            key={item.id}
            textValue={parts.name}
            {...(onOpen === undefined ? {} : { onAction: () => onOpen(item) })}
          >
            <div className={styles.choosable}>
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
                <AriaButton aria-label={`Move ${parts.name}`} className={styles.handle ?? ''} slot="drag">
                  <GripIcon aria-hidden size="1rem" strokeWidth={1.75} />
                </AriaButton>
              )}
              <RowContent {...parts} />
            </div>
          </GridListItem>
        );
      })}
    </GridList>
  );
}
