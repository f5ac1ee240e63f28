import { useRef, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { type CalendarDate, isCalendarDate } from '../../shared/time.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatDate } from '../format.ts';
import { PersonPicker } from '../people/PersonPicker.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { focusFirstPart } from '../ui/HalfTyped.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished, partsWords } from '../unfinished.ts';
import { isDueHalfTyped, PromiseDue, type WrittenDue } from './PromiseDue.tsx';

/** Who gave it, in the order in which it is asked. */
export const SIDES = [
  { value: 'me', label: 'me' },
  { value: 'them', label: 'them' },
] as const;

interface Written extends WrittenDue {
  readonly personId: PersonId | null;
  readonly givenBy: 'me' | 'them';
  readonly words: string;
}

// By promise.
const unfinished = createUnfinished<Written>();

export interface PromiseDialogProps {
  /** The promise that is edited; without one the dialog makes a new one. */
  readonly promise?: Commitment | undefined;
  /** Whom a new one is given to, or by. */
  readonly personId?: PersonId | undefined;
  readonly onClose: () => void;
}

/** Asks for a promise: whose it is, its words, the day it is due. */
export function PromiseDialog({ promise, personId, onClose }: PromiseDialogProps) {
  const key = promise?.id ?? `new ${personId ?? ''}`;
  const [written, setWritten] = useState<Written>(
    () =>
      unfinished.find(key) ?? {
        personId: promise?.personId ?? personId ?? null,
        givenBy: promise?.givenBy ?? 'me',
        words: promise?.words ?? '',
        dueOn: promise?.dueOn ?? null,
        dueParts: null,
        dueWords: '',
      },
  );
  const latest = useRef(written);
  const [wasTried, setTried] = useState(false);
  const due = useRef<HTMLDivElement>(null);
  const words = written.words.trim();

  function change(part: Partial<Written>): void {
    const next = { ...latest.current, ...part };
    latest.current = next;
    const { words, dueOn, dueParts, dueWords } = next;
    const isTyped = words !== (promise?.words ?? '') || dueOn !== (promise?.dueOn ?? null);
    const day = dayOf(dueOn);
    unfinished.keep(key, next, {
      label: promise === undefined ? 'New promise' : 'Edit promise',
      words: [
        ...(isTyped ? [words, day === null ? '' : `Due ${formatDate(day)}`] : []),
        partsWords(dueParts),
        dueWords,
      ],
      personId: next.personId,
    });
    setWritten(next);
  }

  async function save(): Promise<void> {
    setTried(true);
    const { personId: person, givenBy } = written;
    if (words === '' || person === null) return;
    if (isDueHalfTyped(written)) {
      focusFirstPart(due.current);
      return;
    }
    const dueOn = dayOf(written.dueOn);
    const isSaved = await (promise === undefined
      ? act(
          () => api.promises.create({ personId: person, conversationId: null, givenBy, words, dueOn }),
          'Promise written down',
        )
      : act(() => api.promises.edit({ id: promise.id, words, dueOn }), 'Promise changed'));
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
      saveLabel="Save promise"
      size="small"
      title={promise === undefined ? 'New promise' : 'Edit promise'}
    >
      {promise === undefined && (
        <>
          <PersonPicker
            autoFocus={written.personId === null}
            label="Person"
            onChange={(next) => change({ personId: next })}
            value={written.personId}
            {...(wasTried && written.personId === null ? { error: 'Choose to whom or by whom it was given' } : {})}
          />
          <RadioGroup
            label="Given by"
            onChange={(givenBy) => change({ givenBy })}
            options={SIDES}
            value={written.givenBy}
          />
        </>
      )}
      <TextField
        autoFocus={written.personId !== null}
        isSerif
        label="Promise"
        maxLength={300}
        onChange={(next) => change({ words: next })}
        onEnter={() => void save()}
        value={written.words}
        {...(wasTried && words === '' ? { error: 'Say what was promised' } : {})}
      />
      <PromiseDue fieldRef={due} onChange={change} value={written} wasTried={wasTried} />
    </FormDialog>
  );
}

/** A half-typed day is none. */
export function dayOf(day: string | null): CalendarDate | null {
  return day !== null && isCalendarDate(day) ? day : null;
}
