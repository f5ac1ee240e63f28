import type { ReactNode } from 'react';
import { SwitchButton, SwitchField, type SwitchFieldProps } from 'react-aria-components/Switch';
import { Text } from 'react-aria-components/Text';
import styles from './Switch.module.css';

export interface SwitchProps extends Pick<SwitchFieldProps, 'isDisabled'> {
  readonly label: string;
  readonly isSelected: boolean;
  readonly onChange: (isSelected: boolean) => void;
  readonly description?: ReactNode;
}

/** On or off, at once. The knob's place and the sign in it tell the state. */
export function Switch({ label, description, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className={styles.field ?? ''}>
      <SwitchButton className={styles.switch ?? ''}>
        <span aria-hidden className={styles.track}>
          <span className={styles.knob} />
        </span>
        <span>{label}</span>
      </SwitchButton>
      {description !== undefined && description !== null && (
        <Text className={styles.description ?? ''} slot="description">
          {description}
        </Text>
      )}
    </SwitchField>
  );
}
