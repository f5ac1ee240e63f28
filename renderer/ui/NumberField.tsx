import { Button as AriaButton } from 'react-aria-components/Button';
import { Group } from 'react-aria-components/Group';
import { Input } from 'react-aria-components/Input';
import {
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components/NumberField';
import { classes } from './classes.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import styles from './fields.module.css';
import { MinusIcon, PlusIcon } from './icons.ts';
import numberStyles from './NumberField.module.css';

export interface NumberFieldProps
  extends Pick<FieldProps, 'label' | 'description'>,
    Pick<AriaNumberFieldProps, 'minValue' | 'maxValue' | 'step' | 'formatOptions'> {
  /** Null while nothing is entered. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly placeholder?: string | undefined;
}

/** A number: typed, stepped with the arrow keys or with the two buttons. A spin button to screen readers. */
export function NumberField({ label, description, value, onChange, placeholder = '', ...rest }: NumberFieldProps) {
  return (
    <AriaNumberField
      {...rest}
      className={styles.field ?? ''}
      onChange={(next) => onChange(Number.isNaN(next) ? null : next)}
      validationBehavior="aria"
      value={value ?? Number.NaN}
    >
      <FieldLabel>{label}</FieldLabel>
      <Group className={classes(styles.control, numberStyles.control)}>
        {/* React Aria renders a text box here; the value's bounds belong to a spin button. */}
        <Input
          {...(rest.maxValue === undefined ? {} : { 'aria-valuemax': rest.maxValue })}
          {...(rest.minValue === undefined ? {} : { 'aria-valuemin': rest.minValue })}
          {...(value === null ? { 'aria-valuetext': 'empty' } : { 'aria-valuenow': value })}
          className={classes(styles.input, numberStyles.input)}
          placeholder={placeholder}
          role="spinbutton"
        />
        <AriaButton className={classes(styles.within, numberStyles.step)} slot="decrement">
          <MinusIcon aria-hidden size="0.875rem" />
        </AriaButton>
        <AriaButton className={classes(styles.within, numberStyles.step)} slot="increment">
          <PlusIcon aria-hidden size="0.875rem" />
        </AriaButton>
      </Group>
      <FieldHelp description={description} />
    </AriaNumberField>
  );
}
