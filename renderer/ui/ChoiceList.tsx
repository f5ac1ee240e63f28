import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { CheckIcon } from './icons.ts';
import type { Option } from './option.ts';
import styles from './options.module.css';

export interface ChoiceListProps {
  readonly chosenId?: string | undefined;
  readonly emptyText: string;
}

/** The floating list of a combobox; the combobox around it hands over the options. */
export function ChoiceList({ chosenId, emptyText }: ChoiceListProps) {
  return (
    <Popover className={styles.popover ?? ''} offset={4}>
      <ListBox className={styles.list ?? ''} renderEmptyState={() => <div className={styles.empty}>{emptyText}</div>}>
        {({ id, label, detail, icon: Icon }: Option) => (
          <ListBoxItem className={styles.option ?? ''} id={id} textValue={label}>
            {Icon && <Icon aria-hidden size="1rem" strokeWidth={1.75} />}
            <span className={styles.text}>{label}</span>
            {detail && <span className={styles.detail}>{detail}</span>}
            {id === chosenId && <CheckIcon aria-hidden className={styles.check} size="1rem" strokeWidth={2} />}
          </ListBoxItem>
        )}
      </ListBox>
    </Popover>
  );
}
