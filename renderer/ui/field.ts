import type { ReactNode } from 'react';

/** What every field has. The error stands under the field it belongs to; a hidden label is still spoken. */
export interface FieldProps {
  readonly label: string;
  readonly isLabelHidden?: boolean | undefined;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
}
