import { useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { addDays, isCalendarDate } from '../../shared/time.ts';
import { today } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { followUpName } from './due-words.ts';
import { snooze } from './follow-up-acts.ts';

export interface SnoozeDialogProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** Asks for the day on which a follow-up comes back. */
export function SnoozeDialog({ followUp, onClose }: SnoozeDialogProps) {
  const [until, setUntil] = useState<string | null>(addDays(today(), 1));
  const isDay = until !== null && isCalendarDate(until) && until >= today();

  async function save(): Promise<void> {
    if (!isDay) return;
    if (await snooze(followUp, until)) onClose();
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} variant="quiet">
            Cancel
          </Button>
          <Button isDisabled={!isDay} onPress={() => void save()} variant="primary">
            Snooze
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      size="small"
      title="Snooze until"
    >
      <p>{followUpName(followUp)}</p>
      <DateField autoFocus label="Day" minimum={today()} onChange={setUntil} value={until} />
    </Dialog>
  );
}
