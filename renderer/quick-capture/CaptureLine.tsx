import { type FocusEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import type { CaptureChip } from '../../shared/conversations/capture-line.ts';
import { nameBeingTyped } from '../../shared/conversations/capture-people.ts';
import { readCaptured } from '../../shared/drafts/capture-rules.ts';
import type { PersonId } from '../../shared/id.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { useDraftState, useEditor } from '../drafts/editor.ts';
import { detailOfNew, findAlike } from '../people/find-alike.ts';
import { findPeople } from '../people/find-people.ts';
import { report } from '../report.ts';
import { ProblemIcon } from '../ui/icons.ts';
import { CaptureChips } from './CaptureChips.tsx';
import styles from './CaptureLine.module.css';
import { bindName, changeLine, makeNewPeople, readAgain, useSurroundings } from './capture.ts';
import { NameList } from './NameList.tsx';

const OFFERED = 6;
const NOTHING: readonly CaptureChip[] = [];

/** The one line of a quick capture, who may be meant by the name being typed, and what was understood. */
export function CaptureLine({ onEnter }: { readonly onEnter: () => void }) {
  const session = useEditor();
  const capture = useDraftState(({ content }) => content.capture);
  const zone = useDraftState(({ content }) => content.zone);
  const isNobody = useDraftState(({ problems }) => problems.includes('people'));
  const surroundings = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const [chosen, setChosen] = useState(0);
  const [closedAt, setClosedAt] = useState<string | null>(null);
  const id = useId();
  const line = capture?.line ?? '';
  const chips = useMemo(
    () => (capture === undefined ? NOTHING : readCaptured(capture, zone, surroundings).chips),
    [capture, zone, surroundings],
  );
  // Only a new text begins here; one that goes on does so in the notes.
  const [autoFocus] = useState(() => session.store.getState().keeping === 'untouched');

  // Behind whom it was opened for.
  useEffect(() => {
    if (autoFocus) input.current?.setSelectionRange(input.current.value.length, input.current.value.length);
  }, [autoFocus]);

  const read = useRef(surroundings);
  useEffect(() => {
    if (read.current !== surroundings) readAgain(session, read.current, surroundings);
    read.current = surroundings;
  }, [session, surroundings]);

  const typed = caret === null || closedAt === line ? null : nameBeingTyped(line, caret);
  const found = typed === null ? [] : findPeople(surroundings.people, typed.text.trim()).slice(0, OFFERED);
  const person = typed === null ? undefined : chips.find(({ from }) => from === typed.from)?.meaning;
  const newName = person?.kind === 'person' && person.id === null ? person.name : null;
  const alike = newName === null ? null : findAlike(surroundings.people, newName);
  const offered = alike === null || found.includes(alike.person) ? found : [...found, alike.person];
  const names = [
    ...offered.map(optionOf),
    ...(newName === null ? [] : [{ id: null, name: newName, detail: alike === null ? '' : detailOfNew(alike) }]),
  ];
  const index = Math.min(chosen, names.length - 1);
  // Where nobody else can be meant there is nothing to choose.
  const isClear = offered.length === 1 && person?.kind === 'person' && person.id === offered[0]?.id;
  const isOpen = typed !== null && names.length > 0 && !isClear;

  function changed(next: string): void {
    setChosen(0);
    setClosedAt(null);
    changeLine(session, surroundings, (captured) => ({ ...captured, line: next }));
  }

  function take(name: { readonly id: PersonId | null; readonly name: string }): void {
    if (name.id === null) {
      setClosedAt(line);
      makeNewPeople(session, surroundings).catch(report);
      return;
    }
    if (typed === null || caret === null) return;
    const rest = line.slice(caret);
    const before = `${line.slice(0, typed.from)}@${name.name}${rest.startsWith(' ') ? '' : ' '}`;
    bindName(session, surroundings, { name: name.name, id: name.id });
    changed(`${before}${rest}`);
    requestAnimationFrame(() => {
      input.current?.setSelectionRange(before.length, before.length);
      setCaret(null);
    });
  }

  function pressed(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isOpen && pressedInNames(event.key)) event.preventDefault();
    else if (event.key === 'Enter') {
      event.preventDefault();
      onEnter();
    } else if (event.key === 'ArrowDown' && chips.length > 0) {
      event.preventDefault();
      document.getElementById(`${id}-chips`)?.querySelector('button')?.focus();
    }
  }

  function pressedInNames(key: string): boolean {
    const name = names[index];
    if (key === 'ArrowDown') setChosen((index + 1) % names.length);
    else if (key === 'ArrowUp') setChosen((index - 1 + names.length) % names.length);
    else if (key === 'Escape') setClosedAt(line);
    else if (key === 'Enter' && name !== undefined) take(name);
    else return false;
    return true;
  }

  function left(event: FocusEvent): void {
    setCaret(null);
    const isWithin =
      event.relatedTarget instanceof Node && document.getElementById(`${id}-chips`)?.contains(event.relatedTarget);
    // To another field: the line is done, and who is new in it is made.
    if (event.relatedTarget !== null && !isWithin) makeNewPeople(session, surroundings).catch(report);
  }

  function noteCaret(): void {
    setCaret(input.current?.selectionEnd ?? null);
  }

  return (
    <div className={styles.capture} data-field="people" data-part="">
      <input
        aria-activedescendant={isOpen ? `${id}-name-${index}` : undefined}
        aria-autocomplete="list"
        aria-controls={`${id}-names`}
        aria-describedby={isNobody ? `${id}-problem` : `${id}-help`}
        aria-expanded={isOpen}
        aria-invalid={isNobody}
        aria-label="Who, what and when"
        autoComplete="off"
        // biome-ignore lint/a11y/noAutofocus: the window is there to be typed into.
        autoFocus={autoFocus}
        className={styles.line}
        maxLength={TEXT_LIMITS.line}
        onBlur={left}
        onChange={(event) => {
          noteCaret();
          changed(event.target.value);
        }}
        onKeyDown={pressed}
        onSelect={noteCaret}
        placeholder="@person  what it was about  25m  in 3 weeks"
        ref={input}
        role="combobox"
        spellCheck={false}
        type="text"
        value={line}
      />
      {isOpen && <NameList chosen={index} id={id} names={names} onChoose={setChosen} onTake={take} />}
      {isNobody ? (
        <p className={styles.problem} id={`${id}-problem`}>
          <ProblemIcon aria-hidden size="1em" />
          <span>Say with whom it was: @ and a name.</span>
        </p>
      ) : (
        <p className={styles.help} hidden={chips.length > 0} id={`${id}-help`}>
          @person, #tag, a channel, how long, “yesterday 3pm”, and “in 3 weeks” or “every second Tuesday” for the next
          contact.
        </p>
      )}
      <CaptureChips
        chips={chips}
        id={`${id}-chips`}
        onLeave={() => input.current?.focus()}
        surroundings={surroundings}
      />
    </div>
  );
}

function optionOf({ id, name, organisationName, role }: PersonSummary) {
  return { id, name, detail: organisationName ?? role };
}
