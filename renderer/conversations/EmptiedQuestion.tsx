import { ConfirmDialog } from '../ui/ConfirmDialog.tsx';

export interface EmptiedQuestionProps {
  readonly onSave: () => void;
  readonly onCancel: () => void;
}

/** Asks before notes that were there are saved as next to nothing. */
export function EmptiedQuestion({ onSave, onCancel }: EmptiedQuestionProps) {
  return (
    <ConfirmDialog
      cancelLabel="Go back to the notes"
      confirmLabel="Save without them"
      isOpen
      onCancel={onCancel}
      onConfirm={onSave}
      title="Save without the notes?"
    >
      Nothing or next to nothing is left of the saved notes. What they say now can be brought back by Undo, and from the
      history of the notes.
    </ConfirmDialog>
  );
}
