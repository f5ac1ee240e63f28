import { useRef, useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { addDays, type CalendarDate, isCalendarDate } from '../../shared/time.ts';
import { formatCount, formatDate, today } from '../format.ts';
import { DateField } from '../ui/DateField.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import type { KeptParts } from '../ui/HalfTyped.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished, partsWords } from '../unfinished.ts';
import { followUpName } from './due-words.ts';
import { snooze } from './follow-up-acts.ts';
import { dayWords, readWhen } from './read-when.ts';

interface Written {
  readonly text: string;
  readonly until: string | null;
  readonly parts: KeptParts['parts'];
}

// By follow-up.
const unfinished = createUnfinished<Written>();

export interface SnoozeDialogProps {
  readonly followUp: FollowUp;
  readonly onClose: () => void;
}

/** Asks for the day on which a follow-up comes back. */
export function SnoozeDialog({ followUp, onClose }: SnoozeDialogProps) {
  return (
    <UntilDialog
      about={followUpName(followUp)}
      id={followUp.id}
      onClose={onClose}
      onDay={async (until) => {
        if (!(await snooze(followUp, until))) return false;
        onClose();
        return true;
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
      id="several"
      onClose={onClose}
      onDay={(until) => {
        onClose();
        onSnooze(until);
        return Promise.resolve(true);
      }}
    />
  );
}

interface UntilDialogProps {
  readonly about: string;
  /** What is put off; what was typed for it is there when it is asked for again. */
  readonly id: string;
  /** False when it could not be put off. */
  readonly onDay: (until: CalendarDate) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A day in plain words or from the calendar; what the words mean shows before it is taken. */
function UntilDialog({ about, id, onDay, onClose }: UntilDialogProps) {
  const [written, setWritten] = useState<Written>(() => {
    const { text, until, parts } = unfinished.find(id) ?? { text: '', until: addDays(today(), 1), parts: null };
    // What words mean depends on the day on which they are read.
    return { text, until: readWhen(text)?.on ?? until, parts };
  });
  const latest = useRef<Written>(written);
  // Read from words, a day is shown anew: the parts that were half typed go, also when it is the same day.
  const [said, setSaid] = useState(0);
  const { text, until } = written;
  const isDay = until !== null && isCalendarDate(until) && until >= today();
  const read = readWhen(text);
  const isUnclear = text.trim() !== '' && read === null;
  const isHalfTyped = written.parts !== null;

  function change(part: Partial<Written>): void {
    const next = { ...latest.current, ...part };
    latest.current = next;
    unfinished.keep(id, next, { label: `Snooze: ${about}`, words: [next.text, partsWords(next.parts)] });
    setWritten(next);
  }

  async function save(): Promise<void> {
    if (isDay && !isUnclear && !isHalfTyped && (await onDay(until))) unfinished.end(id);
  }

  return (
    <FormDialog
      isSaveDisabled={!isDay || isUnclear || isHalfTyped}
      onCancel={() => unfinished.end(id)}
      onClose={onClose}
      onSave={() => void save()}
      saveLabel="Snooze"
      size="small"
      title="Snooze until"
    >
      <p>{about}</p>
      <TextField
        autoFocus
        label="In plain words"
        maxLength={100}
        onChange={(next) => {
          const read = readWhen(next);
          if (read !== null && isHalfTyped) setSaid(said + 1);
          change(read === null ? { text: next } : { text: next, until: read.on, parts: null });
        }}
        onEnter={() => void save()}
        placeholder="in 10 days"
        value={text}
      />
      <DateField
        key={said}
        label="Day"
        minimum={today()}
        onChange={(day) => change({ text: '', until: day })}
        onParts={(parts) => change({ parts })}
        parts={written.parts}
        value={until}
      />
      <StatusText label="Until" tone={isUnclear ? 'due' : 'quiet'}>
        {isUnclear
          ? 'Not understood as a day to come'
          : isHalfTyped
            ? 'Not a whole day yet'
            : isDay
              ? read === null
                ? formatDate(until)
                : dayWords(text, { ...read, at: null })
              : ''}
      </StatusText>
    </FormDialog>
  );
}
