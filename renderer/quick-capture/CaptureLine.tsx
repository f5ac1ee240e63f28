import { type FocusEvent, type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react';
import { type CaptureChip, isOneWordTag, tagBeingTyped } from '../../shared/conversations/capture-line.ts';
import { nameBeingTyped } from '../../shared/conversations/capture-people.ts';
import { readCaptured, withLine } from '../../shared/drafts/capture-rules.ts';
import type { PersonSummary } from '../../shared/people/person.ts';
import { foldName } from '../../shared/people/rules.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { useDraftState, useEditor } from '../drafts/editor.ts';
import { detailOfNew, findAlike } from '../people/find-alike.ts';
import { findPeople } from '../people/find-people.ts';
import { useTags } from '../people/queries.ts';
import { report } from '../report.ts';
import { ProblemIcon } from '../ui/icons.ts';
import { CaptureChips } from './CaptureChips.tsx';
import styles from './CaptureLine.module.css';
import { bindName, changeLine, makeNewPeople, readAgain, spoken, useSurroundings } from './capture.ts';
import { NameList, type OfferedName } from './NameList.tsx';

const OFFERED = 6;
const NOTHING: readonly CaptureChip[] = [];
/** Until it is gone to: a tag may be as short as it was typed. */
const NONE = -1;

/** The one line of a quick capture, who may be meant by the name being typed, and what was understood. */
export function CaptureLine({ onEnter }: { readonly onEnter: () => void }) {
  const session = useEditor();
  const capture = useDraftState(({ content }) => content.capture);
  const zone = useDraftState(({ content }) => content.zone);
  const isNobody = useDraftState(({ problems }) => problems.includes('people'));
  const surroundings = useSurroundings();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState<number | null>(null);
  const { value: tags = [] } = useTags({});
  const [chosen, setChosen] = useState<number | null>(null);
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
  const tag = caret === null || closedAt === line ? null : tagBeingTyped(line, caret);
  const names: readonly OfferedName[] =
    tag === null
      ? [
          ...offered.map(optionOf),
          ...(newName === null
            ? []
            : [{ id: 'new' as const, name: newName, detail: alike === null ? '' : detailOfNew(alike) }]),
        ]
      : tagsLike(tags, tag.text);
  const index = Math.min(chosen ?? (tag === null ? 0 : NONE), names.length - 1);
  // Where nobody else can be meant there is nothing to choose.
  const isClear = offered.length === 1 && person?.kind === 'person' && person.id === offered[0]?.id;
  const isOpen = (typed !== null || tag !== null) && names.length > 0 && !isClear;

  function changed(next: string): void {
    setChosen(null);
    setClosedAt(null);
    changeLine(session, surroundings, (captured) => withLine(captured, next));
  }

  function take({ id: kind, name }: OfferedName): void {
    if (kind === 'new') {
      setClosedAt(line);
      makeNewPeople(session, surroundings).catch(report);
      return;
    }
    if (kind === 'tag') {
      write(tag, `#${name}`);
      return;
    }
    const { name: bound, at } = spoken({ id: kind, name });
    bindName(session, surroundings, { name: bound, id: kind });
    write(typed, at);
  }

  /** In the place of what was typed, and the caret behind it. */
  function write(piece: { readonly from: number } | null, words: string): void {
    if (piece === null || caret === null) return;
    const rest = line.slice(caret);
    const before = `${line.slice(0, piece.from)}${words}${rest.startsWith(' ') ? '' : ' '}`;
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
    else if (key === 'ArrowUp') setChosen(index <= 0 ? names.length - 1 : index - 1);
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
        aria-activedescendant={isOpen && index >= 0 ? `${id}-name-${index}` : undefined}
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
      {isOpen && (
        <NameList
          chosen={index}
          id={id}
          label={tag === null ? 'People' : 'Tags'}
          names={names}
          onChoose={setChosen}
          onTake={take}
        />
      )}
      {isNobody ? (
        <p className={styles.problem} id={`${id}-problem`}>
          <ProblemIcon aria-hidden size="1em" />
          <span>Say with whom it was: @ and a name.</span>
        </p>
      ) : (
        <p className={styles.help} hidden={chips.length > 0} id={`${id}-help`}>
          {chips.length > 0
            ? 'Arrow down leads to what was understood, where it can be corrected.'
            : '@person, #tag, a channel, how long, “yesterday 3pm”, and “in 3 weeks” or “every second Tuesday” for the next contact.'}
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

/** The tags of the journal that go on as it was begun, the ones that are whole already left out. */
function tagsLike(tags: readonly string[], text: string): readonly OfferedName[] {
  const sought = foldName(text);
  return tags
    .filter((tag) => tag !== text && foldName(tag).startsWith(sought) && isOneWordTag(tag))
    .slice(0, OFFERED)
    .map((name) => ({ id: 'tag', name, detail: '' }));
}

function optionOf({ id, name, organisationName, role }: PersonSummary): OfferedName {
  return { id, name, detail: organisationName ?? role };
}
