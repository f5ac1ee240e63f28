import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog, type DialogProps } from './Dialog.tsx';

export interface FormDialogProps extends Pick<DialogProps, 'title' | 'onClose' | 'size' | 'placement'> {
  /** The fields. */
  readonly children: ReactNode;
  /** The act: "Save promise". Never "OK". */
  readonly saveLabel: string;
  readonly onSave: () => void;
  readonly isSaveDisabled?: boolean | undefined;
  /** What else Cancel does, before it closes: what was typed is let go. */
  readonly onCancel?: (() => void) | undefined;
}

/** A dialog to fill in, with Cancel and the one act. */
export function FormDialog({
  children,
  saveLabel,
  onSave,
  isSaveDisabled = false,
  onCancel,
  onClose,
  ...rest
}: FormDialogProps) {
  return (
    <Dialog
      {...rest}
      actions={
        <>
          <Button
            onPress={() => {
              onCancel?.();
              onClose();
            }}
            variant="quiet"
          >
            Cancel
          </Button>
          <Button isDisabled={isSaveDisabled} onPress={onSave} variant="primary">
            {saveLabel}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
    >
      {children}
    </Dialog>
  );
}
