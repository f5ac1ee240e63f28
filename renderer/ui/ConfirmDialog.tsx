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
  readonly cancelLabel?: string | undefined;
  readonly onConfirm: () => void;
  readonly onCancel: () => void;
  /** Only where something is destroyed for good. The focus then starts on Cancel. */
  readonly isDestructive?: boolean | undefined;
  /** While the act is under way. */
  readonly isPending?: boolean | undefined;
}

/** Asks before something that cannot be undone. */
export function ConfirmDialog({
  title,
  isOpen,
  children,
  confirmLabel,
  cancelLabel = 'Cancel',
  onConfirm,
  onCancel,
  isDestructive = false,
  isPending = false,
}: ConfirmDialogProps) {
  return (
    <Dialog
      actions={
        <>
          <Button autoFocus={isDestructive} onPress={onCancel}>
            {cancelLabel}
          </Button>
          <Button
            autoFocus={!isDestructive}
            isPending={isPending}
            onPress={onConfirm}
            variant={isDestructive ? 'danger' : 'primary'}
          >
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
