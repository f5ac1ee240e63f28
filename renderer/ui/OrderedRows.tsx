import { Button as AriaButton } from 'react-aria-components/Button';
import { GridList, GridListItem } from 'react-aria-components/GridList';
import { GripIcon } from './icons.ts';
import { RowContent } from './RowContent.tsx';
import styles from './RowList.module.css';
import type { RowListProps } from './RowList.tsx';
import type { RowOrder } from './use-row-order.ts';

/** The rows of a `RowList` that can be put into another order. */
export function OrderedRows<Item extends { readonly id: string }>({
  label,
  items,
  row,
  onOpen,
  order,
}: Pick<RowListProps<Item>, 'label' | 'items' | 'row' | 'onOpen'> & { readonly order: RowOrder }) {
  return (
    <GridList aria-label={label} className={styles.list ?? ''} disallowTypeAhead dragAndDropHooks={order.hooks}>
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
              <AriaButton aria-label={`Move ${parts.name}`} className={styles.handle ?? ''} slot="drag">
                <GripIcon aria-hidden size="1rem" strokeWidth={1.75} />
              </AriaButton>
              <RowContent {...parts} />
            </div>
          </GridListItem>
        );
      })}
    </GridList>
  );
}
