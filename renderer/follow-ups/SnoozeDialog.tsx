import { useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { addDays, type CalendarDate, isCalendarDate } from '../../shared/time.ts';
import { formatCount, formatDate, today } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { TextField } from '../ui/TextField.tsx';
import { followUpName } from './due-words.ts';
import { snooze } from './follow-up-acts.ts';
import { dayWords, readWhen } from './read-when.ts';

export interface SnoozeDialogProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** Asks for the day on which a follow-up comes back. */
export function SnoozeDialog({ followUp, onClose }: SnoozeDialogProps) {
  return (
    <UntilDialog
      about={followUpName(followUp)}
      onClose={onClose}
      onDay={async (until) => {
        if (await snooze(followUp, until)) onClose();
      }}
    />
  );
}

export interface SnoozeManyDialogProps {
  readonly count: number;
  readonly onSnooze: (until: CalendarDate) => void;
  readonly onClose: () => void;
}

/** Asks for the day on which several come back. */
export function SnoozeManyDialog({ count, onSnooze, onClose }: SnoozeManyDialogProps) {
  return (
    <UntilDialog
      about={formatCount(count, 'follow-up', 'follow-ups')}
      onClose={onClose}
      onDay={(until) => {
        onClose();
        onSnooze(until);
      }}
    />
  );
}

interface UntilDialogProps {
  readonly about: string;
  readonly onDay: (until: CalendarDate) => void | Promise<void>;
  readonly onClose: () => void;
}

/** A day in plain words or from the calendar; what the words mean shows before it is taken. */
function UntilDialog({ about, onDay, onClose }: UntilDialogProps) {
  const [text, setText] = useState('');
  const [until, setUntil] = useState<string | null>(addDays(today(), 1));
  const isDay = until !== null && isCalendarDate(until) && until >= today();
  const read = readWhen(text);
  const isUnclear = text.trim() !== '' && read === null;

  function save(): void {
    if (isDay && !isUnclear) void onDay(until);
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} variant="quiet">
            Cancel
          </Button>
          <Button isDisabled={!isDay || isUnclear} onPress={save} variant="primary">
            Snooze
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      size="small"
      title="Snooze until"
    >
      <p>{about}</p>
      <TextField
        autoFocus
        label="In plain words"
        maxLength={100}
        onChange={(next) => {
          setText(next);
          const read = readWhen(next);
          if (read !== null) setUntil(read.on);
        }}
        onEnter={save}
        placeholder="in 10 days"
        value={text}
      />
      <DateField
        label="Day"
        minimum={today()}
        onChange={(day) => {
          setText('');
          setUntil(day);
        }}
        value={until}
      />
      <StatusText label="Until" tone={isUnclear ? 'due' : 'quiet'}>
        {isUnclear
          ? 'Not understood as a day to come'
          : isDay
            ? read === null
              ? formatDate(until)
              : dayWords(text, { ...read, at: null })
            : ''}
      </StatusText>
    </Dialog>
  );
}
