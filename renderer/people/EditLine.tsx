import type { ReactNode } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { EditIcon } from '../ui/icons.ts';
import type { PopoverProps } from '../ui/Popover.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import styles from './EditLine.module.css';

export interface EditLineProps {
  /** What is edited: "Cadence". */
  readonly label: string;
  /** What the button says while there is nothing: "Add cadence". */
  readonly addLabel?: string | undefined;
  /** How it reads; nothing when there is nothing yet. */
  readonly children: ReactNode;
  /** Puts the button into what it opens. */
  readonly editor: (trigger: PopoverProps['trigger']) => ReactNode;
}

/** Something that is read, with the button that opens its form. The button shows under the pointer and the focus. */
export function EditLine({ label, addLabel = `Add ${label.toLowerCase()}`, children, editor }: EditLineProps) {
  const isEmpty = children === null || children === undefined || children === false;
  return (
    <div className={styles.line}>
      <div className={styles.text}>{isEmpty ? editor(<TextButton>{addLabel}</TextButton>) : children}</div>
      {!isEmpty && (
        <div className={styles.edit}>{editor(<IconButton icon={EditIcon} label={`Edit ${label}`} size="small" />)}</div>
      )}
    </div>
  );
}
