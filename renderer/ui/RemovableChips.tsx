import { useRef } from 'react';
import { CloseIcon } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import styles from './RemovableChips.module.css';
import { ariaShortcut } from './shortcut.ts';
import { TextButton } from './TextButton.tsx';

export interface RemovableChip {
  readonly id: string;
  readonly label: string;
  readonly onRemove: () => void;
}

export interface RemovableChipsProps {
  /** The name of the list: "Filters". */
  readonly label: string;
  readonly chips: readonly RemovableChip[];
  readonly onRemoveAll: () => void;
  /** The keys of an action that removes them all. */
  readonly shortcut?: string | undefined;
}

/** Words that hold together, each with a button that takes it away, and one for all. */
export function RemovableChips({ label, chips, onRemoveAll, shortcut }: RemovableChipsProps) {
  const list = useRef<HTMLUListElement>(null);

  function remove(index: number): void {
    chips[index]?.onRemove();
    // The focus stays in the list as long as there is one.
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])];
    (buttons[index + 1] ?? buttons[index - 1])?.focus();
  }

  return (
    <div className={styles.line}>
      <ul aria-label={label} className={styles.chips} ref={list}>
        {chips.map(({ id, label: word }, index) => (
          <li className={styles.chip} key={id}>
            <span className={styles.word}>{word}</span>
            <button aria-label={`Remove ${word}`} className={styles.remove} onClick={() => remove(index)} type="button">
              <CloseIcon aria-hidden size="0.75rem" strokeWidth={2} />
            </button>
          </li>
        ))}
      </ul>
      {chips.length > 1 && (
        <TextButton aria-keyshortcuts={shortcut && ariaShortcut(shortcut)} onPress={onRemoveAll}>
          Remove all
        </TextButton>
      )}
      {shortcut && (
        <span aria-hidden>
          <Kbd keys={shortcut} />
        </span>
      )}
    </div>
  );
}
