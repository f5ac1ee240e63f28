import { type KeyboardEvent, type RefObject, useId, useState } from 'react';
import { type Completion, type CompletionOption, completionAt, type Names } from '../../shared/search/completion.ts';
import { LONGEST_SEARCH } from '../../shared/search/contract.ts';
import { classes } from '../ui/classes.ts';
import { Kbd } from '../ui/Kbd.tsx';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './SearchBox.module.css';

export interface SearchBoxProps {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onSubmit: () => void;
  /** The arrow down where there is nothing to complete: to the results. */
  readonly onLeave: () => void;
  readonly names: Names;
  readonly inputRef: RefObject<HTMLInputElement | null>;
}

/** The line that is searched with. What an operator can be followed by is offered below it; the focus stays in the line. */
export function SearchBox({ text, onText, onSubmit, onLeave, names, inputRef }: SearchBoxProps) {
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const listId = useId();
  const completion = caret === null ? null : completionAt(text, caret, names);
  // Values are chosen from at once; the name of an operator may just as well be a word, and a whole value is one already.
  const isBegun = completion?.of === 'values' && !completion.isWhole;
  const active = completion === null ? null : (chosen ?? (isBegun ? 0 : null));

  function typed(next: string): void {
    onText(next.slice(0, LONGEST_SEARCH));
    setChosen(null);
    // The field knows its caret after the change has reached it.
    setCaret(inputRef.current?.selectionStart ?? next.length);
  }

  function accept(option: CompletionOption | undefined): void {
    if (completion === null || option === undefined) return;
    const after = text.slice(completion.to);
    const put = `${text.slice(0, completion.from)}${option.text}`;
    onText(`${put}${option.text.endsWith(' ') ? after.trimStart() : after}`);
    setChosen(null);
    setCaret(completion.of === 'names' ? put.length : null);
    requestAnimationFrame(() => {
      inputRef.current?.focus();
      inputRef.current?.setSelectionRange(put.length, put.length);
    });
  }

  function pressed(event: KeyboardEvent): void {
    if (completion === null) return;
    const { options } = completion;
    const goes = completion.of === 'values' || chosen !== null;
    if (event.key === 'ArrowDown' && goes) {
      event.preventDefault();
      setChosen(Math.min(options.length - 1, (active ?? -1) + 1));
    } else if (event.key === 'ArrowUp' && active !== null) {
      event.preventDefault();
      setChosen(Math.max(0, active - 1));
    } else if (event.key === 'Tab' && !event.shiftKey) {
      event.preventDefault();
      accept(options[active ?? 0]);
    } else if (event.key === 'Enter' && active !== null) {
      event.preventDefault();
      accept(options[active]);
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      setCaret(null);
    }
  }

  return (
    <div className={styles.box}>
      <SearchField
        autoFocus
        inputRef={inputRef}
        label="Search the journal"
        onArrowDown={onLeave}
        onBlur={() => setCaret(null)}
        onChange={typed}
        onKeyDown={pressed}
        onSubmit={onSubmit}
        placeholder="Words, “phrases”, with:lee, tag:renewal, has:promise"
        suggestions={
          completion === null
            ? undefined
            : { id: listId, activeId: active === null ? undefined : `${listId}-${active}` }
        }
        value={text}
      />
      {completion !== null && <Suggestions active={active} completion={completion} id={listId} onAccept={accept} />}
    </div>
  );
}

function Suggestions({
  completion,
  active,
  id,
  onAccept,
}: {
  readonly completion: Completion;
  readonly active: number | null;
  readonly id: string;
  readonly onAccept: (option: CompletionOption) => void;
}) {
  return (
    <div aria-label="Completions" className={styles.list} id={id} role="listbox" tabIndex={-1}>
      {completion.options.map((option, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the line above.
        <div
          aria-selected={index === active}
          className={classes(styles.option, index === active && styles.active)}
          id={`${id}-${index}`}
          key={option.label}
          onClick={() => onAccept(option)}
          // The line keeps the focus.
          onMouseDown={(event) => event.preventDefault()}
          role="option"
          tabIndex={-1}
        >
          <span className={styles.label}>{option.label}</span>
          <span className={styles.detail}>{option.detail}</span>
          {index === (active ?? 0) && (
            <span aria-hidden className={styles.key}>
              <Kbd keys="Tab" />
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
