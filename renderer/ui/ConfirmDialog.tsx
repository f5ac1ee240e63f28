import type { ReactNode } from 'react';
import { Button } from './Button.tsx';
import { Dialog } from './Dialog.tsx';

export interface ConfirmDialogProps {
  /** The question: "Replace the journal?" */
  readonly title: string;
  readonly isOpen: boolean;
  /** What will happen, what is kept, whether it can be undone. */
  readonly children: ReactNode;
  /** The act: "Replace journal". Never "OK". */
  readonly confirmLabel: string;
  /** The way back: "Go back to the notes". */
  readonly cancelLabel: string;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  isOpen,
  children,
  confirmLabel,
  cancelLabel,
  onConfirm,
  onCancel,
}: ConfirmDialogProps) {
  return (
    <Dialog
      actions={
        <>
          <Button onPress={onCancel}>{cancelLabel}</Button>
          <Button autoFocus onPress={onConfirm} variant="primary">
            {confirmLabel}
          </Button>
        </>
      }
      isDismissable={false}
      isOpen={isOpen}
      onClose={onCancel}
      role="alertdialog"
      size="small"
      title={title}
    >
      <div>{children}</div>
    </Dialog>
  );
}
