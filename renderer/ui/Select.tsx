import { Button as AriaButton } from 'react-aria-components/Button';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select';
import { classes } from './classes.ts';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import fieldStyles from './fields.module.css';
import { CheckIcon, ChevronDownIcon, type IconComponent } from './icons.ts';
import options from './options.module.css';
import styles from './Select.module.css';

export interface SelectOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconComponent | undefined;
  readonly detail?: string | undefined;
}

export interface SelectProps<Value extends string> extends Pick<FieldProps, 'label' | 'isLabelHidden'> {
  readonly options: readonly SelectOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly autoFocus?: boolean | undefined;
  readonly isDisabled?: boolean | undefined;
}

/** One of a known list, shown when asked for. */
export function Select<Value extends string>({
  label,
  isLabelHidden,
  isDisabled = false,
  options: choices,
  value,
  onChange,
  autoFocus = false,
}: SelectProps<Value>) {
  return (
    <AriaSelect
      autoFocus={autoFocus}
      className={fieldStyles.field ?? ''}
      isDisabled={isDisabled}
      onChange={(key) => {
        const choice = choices.find((each) => each.value === key);
        if (choice) onChange(choice.value);
      }}
      placeholder="Choose"
      validationBehavior="aria"
      value={value}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <AriaButton className={classes(fieldStyles.control, styles.button)}>
        <SelectValue className={styles.value ?? ''} />
        <ChevronDownIcon aria-hidden className={styles.chevron} size="1rem" strokeWidth={1.75} />
      </AriaButton>
      <Popover className={options.popover ?? ''} offset={4}>
        <ListBox className={options.list ?? ''}>
          {choices.map(({ value: each, label: word, icon: Icon, detail }) => (
            <ListBoxItem className={options.option ?? ''} id={each} key={each} textValue={word}>
              {({ isSelected }) => (
                <>
                  {Icon && <Icon aria-hidden size="1rem" strokeWidth={1.75} />}
                  <span className={options.text}>{word}</span>
                  {detail && <span className={options.detail}>{detail}</span>}
                  <span aria-hidden className={options.check}>
                    {isSelected && <CheckIcon size="1rem" strokeWidth={2} />}
                  </span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
