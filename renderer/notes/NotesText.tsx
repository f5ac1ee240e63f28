import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DraftState } from '../drafts/draft-store.ts';
import { useEditor, useField } from '../drafts/editor.ts';
import { foundIn } from '../search/found.ts';
import { TextArea } from '../ui/TextArea.tsx';
import type { RichNotes as RichNotesComponent } from './RichNotes.tsx';
import { type NotesHandle, type TakenOver, takenFrom } from './take-over.ts';

const PLACEHOLDER = 'What they said';

/** The editor, once it was read in; from then on the notes begin with it. */
let rich: typeof RichNotesComponent | null = null;

/**
 * The notes. The first ones begin in a plain field that is there at once; the editor is read in when there is nothing
 * else to do, and takes its place with the text, the caret and the focus.
 */
export function NotesText({ handle }: { readonly handle: RefObject<NotesHandle | null> }) {
  const { store } = useEditor();
  const [atFirst] = useState<TakenOver>(() => beginningOf(store.getState()));
  const [start, setStart] = useState<TakenOver | null>(rich === null ? null : atFirst);
  const Rich = rich;
  if (Rich !== null && start !== null) return <Rich handle={handle} placeholder={PLACEHOLDER} start={start} />;
  return <PlainNotes atFirst={atFirst} handle={handle} onReady={setStart} />;
}

/** What was begun goes on where it stopped; whoever comes from a search sees what was found. */
function beginningOf(state: DraftState): TakenOver {
  const { content, keeping } = state;
  const goesOn = keeping === 'kept' && foundIn(state) === null;
  const end = goesOn ? content.notes.length : 0;
  return { first: content.notes, selected: { anchor: end, head: end }, hasFocus: goesOn, caretTop: null };
}

function PlainNotes({
  atFirst,
  handle,
  onReady,
}: {
  readonly atFirst: TakenOver;
  readonly handle: RefObject<NotesHandle | null>;
  readonly onReady: (start: TakenOver) => void;
}) {
  const [notes, setNotes] = useField('notes');
  const area = useRef<HTMLTextAreaElement>(null);

  useEffect(() => {
    const { hasFocus, selected } = atFirst;
    if (hasFocus) area.current?.setSelectionRange(selected.anchor, selected.head);
  }, [atFirst]);

  useLayoutEffect(() => {
    handle.current = {
      focus(at) {
        area.current?.focus();
        if (at !== undefined) area.current?.setSelectionRange(at, at);
      },
      blur: () => area.current?.blur(),
    };
    return () => {
      handle.current = null;
    };
  }, [handle]);

  useEffect(() => {
    const element = area.current;
    if (element === null) return;
    return whenEditorIsThere(element, () => {
      const start = takenFrom(element, atFirst.first);
      // At once: no key may come between what was read here and the editor that goes on from it.
      flushSync(() => onReady(start));
    });
  }, [atFirst, onReady]);

  return (
    <TextArea
      autoFocus={atFirst.hasFocus}
      inputRef={area}
      isSerif
      label="Notes"
      minRows={6}
      onChange={setNotes}
      placeholder={PLACEHOLDER}
      value={notes}
    />
  );
}

/**
 * Reads the editor in when the window is used and nothing else is to be done: the small window that waits out of sight
 * has no need of it. It waits for a character that is still being composed.
 */
function whenEditorIsThere(area: HTMLTextAreaElement, done: () => void): () => void {
  let isWanted = true;
  let isComposing = false;
  let isRead = false;
  function tryIt(): void {
    if (isWanted && isRead && !isComposing) done();
  }
  function composing(event: CompositionEvent): void {
    isComposing = event.type === 'compositionstart';
    // What was composed is put into the field after the event.
    if (!isComposing) setTimeout(tryIt, 0);
  }
  area.addEventListener('compositionstart', composing);
  area.addEventListener('compositionend', composing);
  let idle: number | undefined;
  function readWhenIdle(): void {
    idle = window.requestIdleCallback?.(read);
  }
  function read(): void {
    import('./RichNotes.tsx').then(
      (module) => {
        rich = module.RichNotes;
        isRead = true;
        tryIt();
      },
      // The plain field goes on.
      () => undefined,
    );
  }
  if (document.hasFocus()) readWhenIdle();
  else window.addEventListener('focus', readWhenIdle, { once: true });
  return () => {
    isWanted = false;
    window.removeEventListener('focus', readWhenIdle);
    if (idle !== undefined) window.cancelIdleCallback?.(idle);
    area.removeEventListener('compositionstart', composing);
    area.removeEventListener('compositionend', composing);
  };
}
