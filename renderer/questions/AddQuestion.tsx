import { useRef, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { Button } from '../ui/Button.tsx';
import { PlusIcon } from '../ui/icons.ts';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished } from '../unfinished.ts';
import styles from './Questions.module.css';
import { add } from './question-acts.ts';

// What was written and not added, by person: it is there when the page is opened again.
const unfinished = createUnfinished<string>();

/** One line for a question to ask next time, behind a button until it is wanted; Enter adds it and the next can be typed. */
export function AddQuestion({ personId }: { readonly personId: PersonId }) {
  const [words, setWords] = useState(() => unfinished.find(personId) ?? '');
  const [isOpen, setOpen] = useState(words !== '');
  const input = useRef<HTMLInputElement>(null);

  function change(next: string): void {
    unfinished.keep(personId, next, { label: 'Question', words: [next], personId });
    setWords(next);
  }

  async function save(): Promise<void> {
    if (words.trim() === '' || !(await add(personId, words.trim()))) return;
    unfinished.end(personId);
    setWords('');
    input.current?.focus();
  }

  if (!isOpen) {
    return (
      <div className={styles.open}>
        <Button icon={PlusIcon} onPress={() => setOpen(true)} variant="quiet">
          Add a question
        </Button>
      </div>
    );
  }
  return (
    <div className={styles.add}>
      <TextField
        autoFocus
        inputRef={input}
        isLabelHidden
        isSerif
        label="Question"
        maxLength={300}
        onChange={change}
        onEnter={() => void save()}
        placeholder="What you want to ask them"
        value={words}
      />
      <Button isDisabled={words.trim() === ''} onPress={() => void save()}>
        Add
      </Button>
    </div>
  );
}
