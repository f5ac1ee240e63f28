import { useCallback, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { TaskOptions } from '../../shared/ipc.ts';
import type { ErasureExtent } from '../../shared/personal-data/contract.ts';
import { api } from '../api.ts';
import { backupSentence } from '../backups/sentences.ts';
import { useTask } from '../backups/use-task.ts';
import { flushAll } from '../flush.ts';
import { formatCount } from '../format.ts';
import { Banner } from '../ui/Banner.tsx';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import styles from './EraseDialog.module.css';
import { useExtent } from './queries.ts';

export interface EraseDialogProps {
  readonly personId: PersonId;
  readonly onClose: () => void;
  readonly onErased: (name: string, isClean: boolean) => void;
}

/** Names what erasing a person takes away, and does it at the press of one red button. */
export function EraseDialog({ personId, onClose, onErased }: EraseDialogProps) {
  const { value: extent, error: unknown } = useExtent({ id: personId });
  const [backUpFirst, setBackUpFirst] = useState(false);
  const name = extent?.name ?? '';
  const erase = useTask(
    useCallback(
      async (options: TaskOptions) => {
        // What is being typed about them is in a draft, which is erased too.
        await flushAll();
        const { isClean } = await api.personalData.erase({ id: personId, backUpFirst }, options);
        onErased(name, isClean);
      },
      [personId, backUpFirst, name, onErased],
    ),
  );
  // While it is erased the person is no longer found, which is no problem then.
  const error = erase.error ?? (erase.isRunning ? null : unknown);

  return (
    <Dialog
      actions={
        <>
          <Button autoFocus isDisabled={erase.isRunning} onPress={onClose}>
            Cancel
          </Button>
          <Button
            isDisabled={extent === undefined}
            isPending={erase.isRunning}
            onPress={() => void erase.start()}
            variant="danger"
          >
            Erase for good
          </Button>
        </>
      }
      isDismissable={false}
      isOpen
      onClose={() => {
        if (!erase.isRunning) onClose();
      }}
      role="alertdialog"
      title={extent === undefined ? 'Erase for good' : `Erase ${name} for good?`}
    >
      {error !== null && <Banner tone="problem">{backupSentence(error)}</Banner>}
      {extent !== undefined && <WhatGoes extent={extent} />}
      <Checkbox
        description="It still holds this person, and is listed with the other backups afterwards."
        isDisabled={erase.isRunning}
        isSelected={backUpFirst}
        label="Make a backup first"
        onChange={setBackUpFirst}
      />
    </Dialog>
  );
}

function WhatGoes({ extent }: { readonly extent: ErasureExtent }) {
  const { name, conversationsAlone, conversationsShared, marks, promises, followUps, drafts } = extent;
  const gone = [
    conversationsAlone > 0 &&
      `${formatCount(conversationsAlone, 'conversation', 'conversations')} with nobody else, with notes and history`,
    conversationsShared > 0 &&
      `their part in ${formatCount(conversationsShared, 'conversation', 'conversations')} with others`,
    marks > 0 && formatCount(marks, 'mark', 'marks'),
    promises > 0 && formatCount(promises, 'promise', 'promises'),
    followUps > 0 && formatCount(followUps, 'follow-up', 'follow-ups'),
    drafts > 0 && formatCount(drafts, 'draft', 'drafts'),
  ].filter((line) => line !== false);
  return (
    <div className={styles.text}>
      <p>This cannot be undone, and neither can what was done before it. It goes at once, without the bin:</p>
      <ul className={styles.list}>
        <li>everything on the page of {name}, what is in the bin too</li>
        {gone.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {conversationsShared > 0 && (
        <p>Conversations with others stay. What the notes there say about {name} stays with them, word for word.</p>
      )}
      <p>In a large journal it takes some seconds, for the file is written anew.</p>
    </div>
  );
}
