import { type KeyboardEvent, useLayoutEffect, useRef } from 'react';
import type { CaptureChip } from '../../shared/conversations/capture-line.ts';
import type { CaptureSurroundings } from '../../shared/drafts/capture-rules.ts';
import { useEditor } from '../drafts/editor.ts';
import { CloseIcon } from '../ui/icons.ts';
import styles from './CaptureLine.module.css';
import { takeAsText } from './capture.ts';
import { chipWords } from './chip-words.ts';

/**
 * What was understood of the line. ↓ goes from the line to the first, ← and → to the others; Backspace or Enter takes
 * the piece as text and nothing else; ↑ goes back to the line.
 */
export function CaptureChips({
  chips,
  id,
  surroundings,
  onLeave,
}: {
  readonly chips: readonly CaptureChip[];
  readonly id: string;
  readonly surroundings: CaptureSurroundings;
  readonly onLeave: () => void;
}) {
  const session = useEditor();
  const list = useRef<HTMLUListElement>(null);
  const removedAt = useRef<number | null>(null);
  const leave = useRef(onLeave);
  leave.current = onLeave;

  function buttons(): readonly HTMLButtonElement[] {
    return [...(list.current?.querySelectorAll('button') ?? [])];
  }

  function remove(chip: CaptureChip): void {
    removedAt.current = chips.indexOf(chip);
    takeAsText(session, surroundings, chip);
  }

  // What stands in its place now has the focus: the next one, or what is read out of the rest of it.
  useLayoutEffect(() => {
    const place = removedAt.current;
    if (place === null) return;
    removedAt.current = null;
    const all = [...(list.current?.querySelectorAll('button') ?? [])];
    const next = all[place] ?? all.at(-1);
    if (next === undefined) leave.current();
    else next.focus();
  });

  function pressed(event: KeyboardEvent): void {
    const all = buttons();
    const place = event.target instanceof HTMLButtonElement ? all.indexOf(event.target) : -1;
    const chip = chips[place];
    if (chip === undefined) return;
    if (event.key === 'Backspace' || event.key === 'Delete') remove(chip);
    else if (event.key === 'ArrowLeft') all[Math.max(0, place - 1)]?.focus();
    else if (event.key === 'ArrowRight') all[Math.min(all.length - 1, place + 1)]?.focus();
    else if (event.key === 'ArrowUp') onLeave();
    else return;
    event.preventDefault();
  }

  return (
    <ul
      aria-label="Understood"
      aria-live="polite"
      className={styles.chips}
      hidden={chips.length === 0}
      id={id}
      onKeyDown={pressed}
      ref={list}
    >
      {chips.map((chip) => {
        const { label, icon: Icon } = chipWords(chip);
        return (
          <li key={`${chip.meaning.kind} ${chip.from}`}>
            <button
              aria-label={`${label}: take “${chip.text}” as text`}
              className={styles.chip}
              onClick={() => remove(chip)}
              tabIndex={-1}
              title={`Take “${chip.text}” as text`}
              type="button"
            >
              <Icon aria-hidden size="0.875rem" strokeWidth={1.75} />
              <span>{label}</span>
              <CloseIcon aria-hidden className={styles.cross} size="0.75rem" strokeWidth={2} />
            </button>
          </li>
        );
      })}
    </ul>
  );
}
