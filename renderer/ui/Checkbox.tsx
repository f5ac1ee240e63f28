import type { ReactNode } from 'react';
import { CheckboxButton, CheckboxField, type CheckboxFieldProps } from 'react-aria-components/Checkbox';
import { Text } from 'react-aria-components/Text';
import styles from './Checkbox.module.css';
import { CheckIcon } from './icons.ts';
import spoken from './spoken.module.css';

export interface CheckboxProps extends Pick<CheckboxFieldProps, 'autoFocus' | 'isDisabled'> {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly description?: ReactNode;
}

/** Yes or no, where nothing happens at once. */
export function Checkbox({ label, isLabelHidden = false, description, ...rest }: CheckboxProps) {
  return (
    <CheckboxField {...rest} className={styles.field ?? ''}>
      <CheckboxButton className={styles.checkbox ?? ''}>
        {({ isSelected }) => (
          <>
            <span aria-hidden className={styles.box}>
              {isSelected && <CheckIcon size="0.75rem" strokeWidth={3} />}
            </span>
            <span className={isLabelHidden ? spoken.spoken : undefined}>{label}</span>
          </>
        )}
      </CheckboxButton>
      {description !== undefined && description !== null && (
        <Text className={styles.description ?? ''} slot="description">
          {description}
        </Text>
      )}
    </CheckboxField>
  );
}
