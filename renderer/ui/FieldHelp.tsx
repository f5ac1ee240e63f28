import type { ReactNode } from 'react';
import { FieldError } from 'react-aria-components/FieldError';
import { Text } from 'react-aria-components/Text';
import styles from './fields.module.css';
import { ProblemIcon } from './icons.ts';

export interface FieldHelpProps {
  readonly description?: ReactNode;
  readonly error?: string | undefined;
}

/** What stands under a field: what it is for, or what is wrong with it. */
export function FieldHelp({ description, error }: FieldHelpProps) {
  return (
    <>
      {description !== undefined && description !== null && (
        <Text className={styles.description ?? ''} slot="description">
          {description}
        </Text>
      )}
      <FieldError className={styles.error ?? ''}>
        <ProblemIcon aria-hidden size="1em" />
        <span>{error}</span>
      </FieldError>
    </>
  );
}
