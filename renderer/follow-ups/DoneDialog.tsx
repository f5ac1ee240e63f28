import { useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { navigate } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { followUpName } from './due-words.ts';
import { finish } from './follow-up-acts.ts';

// What was written when the dialog was left, by follow-up: it is there when the dialog is opened again.
const unfinished = new Map<string, string>();

export interface DoneDialogProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** Does a follow-up with a few words on how it went, and leads on to a conversation with the person. */
export function DoneDialog({ followUp, onClose }: DoneDialogProps) {
  const { id, personId } = followUp;
  const [note, setNote] = useState(() => unfinished.get(id) ?? '');

  async function save(): Promise<boolean> {
    if (!(await finish(followUp, note.trim()))) return false;
    unfinished.delete(id);
    onClose();
    return true;
  }

  async function saveAndWrite(): Promise<void> {
    if (personId !== null && (await save())) navigate({ page: 'new-conversation', personId });
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} variant="quiet">
            Cancel
          </Button>
          {personId !== null && (
            <Button onPress={() => void saveAndWrite()}>Done, and write down a conversation</Button>
          )}
          <Button onPress={() => void save()} variant="primary">
            Done
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      placement="top"
      title="Done with a note"
    >
      <p>{followUpName(followUp)}</p>
      <TextArea
        autoFocus
        description="It is kept with the follow-up."
        isSerif
        label="Note"
        maxLength={TEXT_LIMITS.passage}
        onChange={(next) => {
          unfinished.set(id, next);
          setNote(next);
        }}
        value={note}
      />
    </Dialog>
  );
}
