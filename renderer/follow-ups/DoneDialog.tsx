import { useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { openQuickCapture } from '../quick-capture/open.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { createUnfinished } from '../unfinished.ts';
import { followUpName } from './due-words.ts';
import { finish } from './follow-up-acts.ts';

// By follow-up.
const unfinished = createUnfinished<string>();

export interface DoneDialogProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** Does a follow-up with a few words on how it went, and leads on to quick capture with the person filled in. */
export function DoneDialog({ followUp, onClose }: DoneDialogProps) {
  const { id, personId } = followUp;
  const [note, setNote] = useState(() => unfinished.find(id) ?? '');

  async function save(): Promise<boolean> {
    if (!(await finish(followUp, note.trim()))) return false;
    unfinished.end(id);
    onClose();
    return true;
  }

  async function saveAndWrite(): Promise<void> {
    if (personId !== null && (await save())) await openQuickCapture(personId);
  }

  return (
    <Dialog
      actions={
        <>
          <Button
            onPress={() => {
              unfinished.letGo(id);
              onClose();
            }}
            variant="quiet"
          >
            Cancel
          </Button>
          {personId !== null && (
            <Button onPress={() => void saveAndWrite()}>Done, and write down a conversation</Button>
          )}
          <Button onPress={() => void save()} shortcut="Mod+Enter" variant="primary">
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
        description={
          personId === null
            ? 'It is kept with the follow-up.'
            : 'It becomes a touch on the timeline, and does not reset the cadence as a conversation does.'
        }
        isSerif
        label="Note"
        maxLength={TEXT_LIMITS.passage}
        onChange={(next) => {
          unfinished.keep(id, next, {
            label: `Done: ${followUpName(followUp)}`,
            words: [next],
            personId,
          });
          setNote(next);
        }}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return event.continuePropagation();
          event.preventDefault();
          void save();
        }}
        value={note}
      />
    </Dialog>
  );
}
