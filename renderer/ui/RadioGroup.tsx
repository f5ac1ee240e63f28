import { RadioGroup as AriaRadioGroup, RadioButton, RadioField } from 'react-aria-components/RadioGroup';
import { classes } from './classes.ts';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import fieldStyles from './fields.module.css';
import type { IconComponent } from './icons.ts';
import styles from './RadioGroup.module.css';

export interface RadioOption<Value extends string> {
  readonly value: Value;
  readonly label: string;
  readonly icon?: IconComponent | undefined;
}

export interface RadioGroupProps<Value extends string> extends Omit<FieldProps, 'error'> {
  readonly options: readonly RadioOption<Value>[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly autoFocus?: boolean | undefined;
  /** `row` is one segmented bar; `list` is one below the other. */
  readonly layout?: 'row' | 'list' | undefined;
}

/** One of a few, all in sight. */
export function RadioGroup<Value extends string>({
  label,
  isLabelHidden,
  description,
  options,
  value,
  onChange,
  autoFocus = false,
  layout = 'row',
}: RadioGroupProps<Value>) {
  const tabStop = options.some((option) => option.value === value) ? value : options[0]?.value;
  return (
    <AriaRadioGroup
      className={fieldStyles.field ?? ''}
      onChange={(next) => {
        const option = options.find((each) => each.value === next);
        if (option) onChange(option.value);
      }}
      orientation={layout === 'row' ? 'horizontal' : 'vertical'}
      validationBehavior="aria"
      value={value}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <div className={styles[layout]}>
        {options.map(({ value: each, label: word, icon: Icon }) => (
          <RadioField autoFocus={autoFocus && each === tabStop} className={styles.field ?? ''} key={each} value={each}>
            <RadioButton className={classes(styles.radio)}>
              {layout === 'list' && <span aria-hidden className={styles.ring} />}
              {Icon && <Icon aria-hidden size="1rem" strokeWidth={1.75} />}
              <span>{word}</span>
            </RadioButton>
          </RadioField>
        ))}
      </div>
      <FieldHelp description={description} />
    </AriaRadioGroup>
  );
}
