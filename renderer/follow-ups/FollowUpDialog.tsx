import { useRef, useState } from 'react';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';
import type { PersonId } from '../../shared/id.ts';
import { type CalendarDate, isCalendarDate, isLocalTime, type LocalTime } from '../../shared/time.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatDate, formatTime, today } from '../format.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Field } from '../ui/Field.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { focusFirstPart, HALF_TYPED_DAY_OR_TIME, type KeptParts } from '../ui/HalfTyped.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { TextField } from '../ui/TextField.tsx';
import { TimeField } from '../ui/TimeField.tsx';
import { createUnfinished, partsWords, type Typed } from '../unfinished.ts';
import { ComingDates } from './ComingDates.tsx';
import { useRecurrenceDates } from './queries.ts';
import { RecurrenceFields } from './RecurrenceFields.tsx';
import { otherDay, readWords } from './read-when.ts';

interface Written {
  readonly text: string;
  readonly personId: PersonId | null;
  readonly dueOn: string | null;
  readonly dueTime: string | null;
  readonly recurrence: Recurrence | null;
  /** The piece of the text that was last read as a day. */
  readonly readAs: string | null;
  /** The day in force is the one read from the text: it goes with those words, and they go when it is saved. */
  readonly isRead: boolean;
  /** What is typed of a day or a time that is none yet. */
  readonly dayParts: KeptParts['parts'];
  readonly timeParts: KeptParts['parts'];
  /** The same of the day on which a series ends. */
  readonly untilParts: KeptParts['parts'];
}

const NOTHING_HALF_TYPED = { dayParts: null, timeParts: null, untilParts: null };

// By follow-up.
const unfinished = createUnfinished<Written>();

export interface FollowUpDialogProps {
  /** The follow-up that is edited; without one the dialog makes a new one. */
  readonly followUp?: FollowUp | undefined;
  /** Whom a new one is about. */
  readonly personId?: PersonId | undefined;
  /** What a new one says at first. */
  readonly words?: string | undefined;
  readonly onClose: () => void;
}

/** Asks what and when in one line of plain words, and shows the day they mean before anything is saved. */
export function FollowUpDialog({ followUp, personId, words: given = '', onClose }: FollowUpDialogProps) {
  const key = followUp?.id ?? `new ${personId ?? ''} ${given}`;
  const [written, setWritten] = useState(() => unfinished.find(key) ?? startOf(followUp, personId, given));
  const latest = useRef(written);
  const [wasTried, setTried] = useState(false);
  // Read from words, a day is shown anew: the parts that were half typed go, also when it is the same day.
  const [said, setSaid] = useState(0);
  const when = useRef<HTMLDivElement>(null);
  const { text, dueOn, dueTime, recurrence } = written;
  const words = ((written.isRead ? readWords(text)?.rest : undefined) ?? text).trim();
  const day = dueOn !== null && isCalendarDate(dueOn) ? dueOn : null;
  const anchorOn = recurrence === null || day === null ? null : anchorOf(followUp, recurrence, day);
  const { value: coming } = useRecurrenceDates(
    recurrence !== null && day !== null ? { recurrence, from: day, anchorOn } : null,
  );
  const dates = recurrence === null ? [] : (coming?.dates ?? []);
  const isEnded = recurrence !== null && day !== null && coming !== undefined && dates.length === 0;
  const first = dates[0] ?? day;
  // Words say when to look for the first day; that day itself is what is shown, until another one is entered.
  const shownDay = written.isRead && recurrence !== null && readWords(text)?.on === dueOn ? first : dueOn;
  // Saved now, it would have another day or time than the one that is being typed.
  const isWhenHalfTyped = written.dayParts !== null || written.timeParts !== null;
  const isHalfTyped = isWhenHalfTyped || written.untilParts !== null;
  const isAboutNothing = written.personId === null && words === '';

  function change(part: Partial<Written>): void {
    // A field may say two things at once: a day, and that none is half typed any more.
    const next = { ...latest.current, ...part };
    latest.current = next;
    unfinished.keep(key, next, typedOf(next, startOf(followUp, personId, given), followUp === undefined));
    setWritten(next);
  }

  function type(next: string): void {
    const read = readWords(next);
    const readAs = read?.readAs ?? null;
    if (readAs === written.readAs) change({ text: next });
    else if (read !== null) {
      if (isHalfTyped) setSaid(said + 1);
      change({
        ...NOTHING_HALF_TYPED,
        text: next,
        dueOn: read.on,
        // Another day is at the same time, unless the words say otherwise.
        dueTime: read.at ?? followUp?.dueTime ?? null,
        recurrence: read.recurrence,
        readAs,
        isRead: true,
      });
    } else if (!written.isRead) change({ text: next, readAs });
    else change({ ...startOf(followUp, personId, given), personId: written.personId, text: next, readAs });
  }

  async function save(): Promise<void> {
    setTried(true);
    if (isWhenHalfTyped && !isAboutNothing) focusFirstPart(when.current);
    if (day === null || isAboutNothing || isEnded || isHalfTyped) return;
    const fields = { personId: written.personId, words, dueOn: day, dueTime: timeOf(dueTime), recurrence };
    const isSaved = await (followUp === undefined
      ? act(() => api.followUps.create(fields), `Follow-up set for ${formatDate(first ?? day)}`)
      : act(() => api.followUps.edit({ id: followUp.id, fields }), 'Follow-up changed'));
    if (!isSaved) return;
    unfinished.end(key);
    onClose();
  }

  return (
    <FormDialog
      onCancel={() => unfinished.letGo(key)}
      onClose={onClose}
      onSave={() => void save()}
      placement="top"
      saveLabel="Save follow-up"
      size="small"
      title={followUp === undefined ? 'New follow-up' : 'Edit follow-up'}
    >
      <TextField
        autoFocus
        isSerif
        label="Follow up"
        maxLength={300}
        onChange={type}
        onEnter={() => void save()}
        placeholder="in 3 weeks, ask how the launch went"
        value={text}
        {...(wasTried && isAboutNothing ? { error: 'Say what it is about, or choose a person' } : {})}
      />
      <StatusText label="Due" tone={isEnded || (wasTried && (day === null || isWhenHalfTyped)) ? 'due' : 'quiet'}>
        {isWhenHalfTyped
          ? 'Not a whole day or time yet'
          : isEnded
            ? 'It would end before its first day; choose a later end'
            : first !== null
              ? meaning(first, timeOf(dueTime)) + (written.isRead && recurrence === null ? otherDay(text) : '')
              : 'Say when: “tomorrow”, “in 3 weeks”, “every second Tuesday”'}
      </StatusText>
      {recurrence !== null && dates.length > 0 && <ComingDates dates={dates} recurrence={recurrence} />}
      <PersonPicker label="Person" onChange={(next) => change({ personId: next })} value={written.personId} />
      <div key={said} ref={when}>
        <Field
          description={recurrence === null || first === null ? undefined : countedFrom(anchorOn ?? first, shownDay)}
          error={wasTried && isWhenHalfTyped ? HALF_TYPED_DAY_OR_TIME : undefined}
          label="When"
        >
          <DateField
            label="Day"
            // The words go on saying how often, whichever day it begins on.
            onChange={(next) => change({ dueOn: next, isRead: written.isRead && recurrence !== null })}
            onParts={(dayParts) => change({ dayParts })}
            parts={written.dayParts}
            value={shownDay}
          />
          <TimeField
            label="Time, if it matters"
            onChange={(time) => change({ dueTime: time })}
            onParts={(timeParts) => change({ timeParts })}
            parts={written.timeParts}
            value={dueTime}
          />
        </Field>
      </div>
      <RecurrenceFields
        day={first ?? today()}
        onChange={(next) =>
          change({
            recurrence: next,
            dueOn: dueOn ?? (next === null ? null : today()),
            ...(next === null ? { untilParts: null } : {}),
          })
        }
        onUntilParts={(untilParts) => change({ untilParts })}
        untilParts={written.untilParts}
        wasTried={wasTried}
        value={recurrence}
      />
    </FormDialog>
  );
}

function startOf(followUp: FollowUp | undefined, personId: PersonId | undefined, words: string): Written {
  return {
    text: followUp?.words ?? words,
    personId: followUp?.personId ?? personId ?? null,
    dueOn: followUp?.dueOn ?? null,
    dueTime: followUp?.dueTime ?? null,
    recurrence: followUp?.recurrence ?? null,
    readAs: readWords(followUp?.words ?? words)?.readAs ?? null,
    isRead: false,
    ...NOTHING_HALF_TYPED,
  };
}

/** What of it was typed here, with the day where the words do not say it. */
function typedOf(written: Written, start: Written, isNew: boolean): Typed {
  const { text, personId, dueOn, dueTime, dayParts, timeParts, untilParts, isRead } = written;
  const day = isRead || dayParts !== null || dueOn === null || !isCalendarDate(dueOn) ? '' : formatDate(dueOn);
  const time = isRead || timeParts !== null || dueTime === null || !isLocalTime(dueTime) ? '' : formatTime(dueTime);
  const isTyped =
    text !== start.text ||
    dueOn !== start.dueOn ||
    dueTime !== start.dueTime ||
    dayParts !== null ||
    timeParts !== null ||
    untilParts !== null;
  return {
    label: isNew ? 'New follow-up' : 'Edit follow-up',
    words: isTyped ? [text, day, time, ...[dayParts, timeParts, untilParts].map(partsWords)] : [],
    personId,
  };
}

/** A series that is not changed goes on as it was counted; anything else is counted from its first day. */
function anchorOf(followUp: FollowUp | undefined, recurrence: Recurrence, dueOn: CalendarDate): CalendarDate | null {
  if (followUp === undefined || followUp.dueOn !== dueOn) return null;
  return JSON.stringify(followUp.recurrence) === JSON.stringify(recurrence) ? followUp.anchorOn : null;
}

/** What the day is to a series: the day it counts from, or one of those that are counted. */
function countedFrom(start: CalendarDate, day: string | null): string {
  return start === day ? 'The series counts from this day' : `The series counts from ${formatDate(start)}`;
}

function timeOf(time: string | null): LocalTime | null {
  return time !== null && isLocalTime(time) ? time : null;
}

function meaning(day: CalendarDate, time: LocalTime | null): string {
  return time === null ? formatDate(day) : `${formatDate(day)}, ${formatTime(time)}`;
}
