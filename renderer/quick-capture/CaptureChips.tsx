import { type KeyboardEvent, useLayoutEffect, useRef, useState } from 'react';
import { Popover } from 'react-aria-components/Popover';
import type { CaptureChip } from '../../shared/conversations/capture-line.ts';
import { useEditor } from '../drafts/editor.ts';
import { ChevronDownIcon } from '../ui/icons.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { Menu } from '../ui/Menu.tsx';
import options from '../ui/options.module.css';
import styles from './CaptureLine.module.css';
import { takeAsText, type useSurroundings } from './capture.ts';
import { meaningWords } from './chip-words.ts';
import { otherEntries } from './other-readings.ts';

/**
 * What was understood of the line. ↓ goes from the line to the first, ← and → to the others; Enter or ↓ shows what else
 * the piece may mean; Backspace takes it as text and nothing else; ↑ goes back to the line.
 */
export function CaptureChips({
  chips,
  id,
  surroundings,
  onLeave,
}: {
  readonly chips: readonly CaptureChip[];
  readonly id: string;
  readonly surroundings: ReturnType<typeof useSurroundings>;
  readonly onLeave: () => void;
}) {
  const session = useEditor();
  const list = useRef<HTMLUListElement>(null);
  const trigger = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<{ readonly chip: CaptureChip; readonly isByKey: boolean } | null>(null);
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

  function open(chip: CaptureChip, isByKey: boolean): void {
    trigger.current = buttons()[chips.indexOf(chip)] ?? null;
    setOpened({ chip, isByKey });
  }

  // What stands in its place now has the focus: the next one, or what is read out of the rest of it.
  useLayoutEffect(() => {
    const place = removedAt.current;
    if (place === null || opened !== null) return;
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
    if (chip === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'Backspace' || event.key === 'Delete') remove(chip);
    else if (event.key === 'ArrowLeft') all[Math.max(0, place - 1)]?.focus();
    else if (event.key === 'ArrowRight') all[Math.min(all.length - 1, place + 1)]?.focus();
    else if (event.key === 'ArrowDown') open(chip, true);
    else if (event.key === 'ArrowUp') onLeave();
    else return;
    event.preventDefault();
  }

  function pressedInMenu({ key }: KeyboardEvent): void {
    if (opened === null || (key !== 'Backspace' && key !== 'Delete')) return;
    remove(opened.chip);
    setOpened(null);
  }

  return (
    <>
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
          const { label, icon: Icon } = meaningWords(chip.meaning);
          return (
            <li key={chip.from}>
              <button
                aria-expanded={opened?.chip === chip}
                aria-haspopup="menu"
                aria-label={`${label}: what “${chip.text}” means`}
                className={styles.chip}
                onClick={(event) => open(chip, event.detail === 0)}
                tabIndex={-1}
                title={`What else “${chip.text}” may mean; Backspace takes it as text`}
                type="button"
              >
                <Icon aria-hidden size="0.875rem" strokeWidth={1.75} />
                <span>{label}</span>
                <ChevronDownIcon aria-hidden className={styles.more} size="0.75rem" strokeWidth={2} />
              </button>
            </li>
          );
        })}
        <li aria-hidden className={styles.hint}>
          <Kbd keys="ArrowDown" /> to correct
        </li>
      </ul>
      {opened !== null && (
        <Popover
          className={options.popover ?? ''}
          isOpen
          offset={4}
          onOpenChange={(isOpen) => !isOpen && setOpened(null)}
          placement="bottom start"
          triggerRef={trigger}
        >
          {/* biome-ignore lint/a11y/noStaticElementInteractions: the key of one of its entries. */}
          <div className={styles.menu} onKeyDown={pressedInMenu}>
            <Menu
              entries={otherEntries(session, surroundings, opened.chip, () => remove(opened.chip))}
              focusesFirst={opened.isByKey}
              label={`What “${opened.chip.text}” means`}
              onClose={() => setOpened(null)}
            />
          </div>
        </Popover>
      )}
    </>
  );
}
