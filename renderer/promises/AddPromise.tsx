import { useRef, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { DayField } from '../follow-ups/DayField.tsx';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { focusFirstPart, HALF_TYPED_DAY, type KeptParts } from '../ui/HalfTyped.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished, partsWords } from '../unfinished.ts';
import styles from './AddPromise.module.css';
import { dayOf, SIDES } from './PromiseDialog.tsx';

interface Written {
  readonly givenBy: 'me' | 'them';
  readonly words: string;
  readonly dueOn: string | null;
  /** What is typed of a day that is none yet, part by part or in plain words. */
  readonly dueParts: KeptParts['parts'];
  readonly dueWords: string;
}

const NOTHING: Written = { givenBy: 'me', words: '', dueOn: null, dueParts: null, dueWords: '' };

// What was written and not added, by person: it is there when the page is opened again.
const unfinished = createUnfinished<Written>();

/** One line to write down a promise where the others stand; Enter adds it and the next can be typed. */
export function AddPromise({ personId }: { readonly personId: PersonId }) {
  const [written, setWritten] = useState<Written>(() => unfinished.find(personId) ?? NOTHING);
  const latest = useRef(written);
  const [wasTried, setTried] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const due = useRef<HTMLDivElement>(null);
  const words = written.words.trim();
  // Added now, it would have another day than the one that is being typed.
  const isDueHalfTyped = written.dueParts !== null || written.dueWords.trim() !== '';

  function change(part: Partial<Written>): void {
    // A field may say two things at once: a day, and that none is half typed any more.
    const next = { ...latest.current, ...part };
    latest.current = next;
    const { words, dueParts, dueWords } = next;
    unfinished.keep(personId, next, { label: 'Promise', words: [words, partsWords(dueParts), dueWords], personId });
    setWritten(next);
  }

  async function add(): Promise<void> {
    setTried(words === '' || isDueHalfTyped);
    if (words === '') return;
    if (isDueHalfTyped) {
      focusFirstPart(due.current);
      return;
    }
    const { givenBy, dueOn } = written;
    const isSaved = await act(
      () => api.promises.create({ personId, conversationId: null, givenBy, words, dueOn: dayOf(dueOn) }),
      'Promise written down',
    );
    if (!isSaved) return;
    unfinished.end(personId);
    latest.current = { ...NOTHING, givenBy };
    setWritten(latest.current);
    input.current?.focus();
  }

  return (
    <Field isLabelHidden label="Promises">
      <div className={styles.form}>
        <div className={styles.words}>
          <TextField
            inputRef={input}
            isSerif
            label="Promise"
            maxLength={300}
            onChange={(next) => change({ words: next })}
            onEnter={() => void add()}
            value={written.words}
            {...(wasTried && words === '' ? { error: 'Say what was promised' } : {})}
          />
        </div>
        <RadioGroup
          label="Given by"
          onChange={(givenBy) => change({ givenBy })}
          options={SIDES}
          value={written.givenBy}
        />
        <div ref={due}>
          <DayField
            error={wasTried && isDueHalfTyped ? HALF_TYPED_DAY : undefined}
            isClearable
            label="Due"
            // A day, or none, takes the place of words that are not understood.
            onChange={(dueOn) => change({ dueOn, dueWords: '' })}
            onParts={(dueParts) => change({ dueParts })}
            onWords={(dueWords) => change({ dueWords })}
            parts={written.dueParts}
            value={written.dueOn}
            words={written.dueWords}
          />
        </div>
        <Button onPress={() => void add()}>Add promise</Button>
      </div>
    </Field>
  );
}
