import { useRef, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Field } from '../ui/Field.tsx';
import { focusFirstPart } from '../ui/HalfTyped.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished, partsWords } from '../unfinished.ts';
import styles from './AddPromise.module.css';
import { dayOf, SIDES } from './PromiseDialog.tsx';
import { isDueHalfTyped, PromiseDue, type WrittenDue } from './PromiseDue.tsx';

interface Written extends WrittenDue {
  readonly givenBy: 'me' | 'them';
  readonly words: string;
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

  function change(part: Partial<Written>): void {
    const next = { ...latest.current, ...part };
    latest.current = next;
    const { words, dueParts, dueWords } = next;
    unfinished.keep(personId, next, { label: 'Promise', words: [words, partsWords(dueParts), dueWords], personId });
    setWritten(next);
  }

  async function add(): Promise<void> {
    setTried(words === '' || isDueHalfTyped(written));
    if (words === '') return;
    if (isDueHalfTyped(written)) {
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
        <PromiseDue fieldRef={due} onChange={change} value={written} wasTried={wasTried} />
        <Button onPress={() => void add()}>Add promise</Button>
      </div>
    </Field>
  );
}
