import type { EditorView } from '@codemirror/view';
import { type RefObject, useCallback, useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import type { PersonSummary } from '../../shared/people/person.ts';
import { api } from '../api.ts';
import type { DraftSession } from '../drafts/draft-store.ts';
import { useEditor } from '../drafts/editor.ts';
import { useAction } from '../keys.ts';
import { usePeople, useTags } from '../people/queries.ts';
import { report, toastDone } from '../report.ts';
import { EditorFrame } from '../ui/EditorFrame.tsx';
import { scrollerOf } from '../ui/scroller.ts';
import { useOwnWords } from '../words/queries.ts';
import { isSpellingChecked } from '../words/spelling.ts';
import { NotesFind } from './NotesFind.tsx';
import { type Offers, offersAt } from './notes-completion.ts';
import { createNotesView, goTo, replaceText, showCaret } from './notes-view.ts';
import { teachWords } from './own-words.ts';
import type { NotesHandle, TakenOver } from './take-over.ts';

const NOBODY: readonly PersonSummary[] = [];
const NONE: readonly string[] = [];

/** The notes as an editor: Markdown, completion, finding and an undo of its own. A key here renders nothing. */
export function RichNotes({
  handle,
  start,
  placeholder,
}: {
  readonly handle: RefObject<NotesHandle | null>;
  readonly start: TakenOver;
  readonly placeholder: string;
}) {
  const session = useEditor();
  const offers = useOffers(session);
  const labelId = useId();
  const host = useRef<HTMLDivElement>(null);
  const [view, setView] = useState<EditorView | null>(null);
  const [isFinding, setFinding] = useState(false);
  const find = useCallback(() => setFinding(true), []);
  useAction('find-in-notes', find);

  useLayoutEffect(() => {
    const parent = host.current;
    if (parent === null) return;
    const { store } = session;
    let told = store.getState().content.notes;
    const made = createNotesView({
      parent,
      first: start.first,
      text: told,
      selected: start.selected,
      labelId,
      placeholder,
      complete: offersAt(offers),
      onText(text) {
        told = text;
        session.change((content) => ({ ...content, notes: text }));
      },
      onFind: find,
    });
    const stop = store.subscribe(({ content }) => {
      if (content.notes === told) return;
      told = content.notes;
      replaceText(made, told);
    });
    handle.current = {
      focus(at) {
        made.focus();
        if (at !== undefined) goTo(made, at);
      },
      blur: () => made.contentDOM.blur(),
    };
    goOn(made, start);
    setView(made);
    return () => {
      stop();
      handle.current = null;
      setView(null);
      made.destroy();
    };
  }, [session, offers, labelId, start, placeholder, handle, find]);

  const { value: ownWords = NONE } = useOwnWords({});
  useEffect(() => {
    if (isSpellingChecked && view !== null) teachWords(view, ownWords);
  }, [view, ownWords]);

  const closeFind = useCallback(() => {
    setFinding(false);
    view?.focus();
  }, [view]);

  return (
    <>
      {isFinding && view !== null && <NotesFind onClose={closeFind} view={view} />}
      <EditorFrame hostRef={host} label="Notes" labelId={labelId} onLabelPress={() => view?.focus()} />
    </>
  );
}

/** The caret, the focus and what is in sight stay where they were in the plain field. */
function goOn(view: EditorView, { hasFocus, caretTop }: TakenOver): void {
  if (!hasFocus) return;
  view.focus();
  if (caretTop === null) {
    showCaret(view);
    return;
  }
  const top = view.coordsAtPos(view.state.selection.main.head)?.top;
  if (top === undefined) showCaret(view);
  else scrollerOf(view.dom)?.scrollBy(0, top - caretTop);
}

/** The people and tags of the journal, as they are when they are asked for. */
function useOffers(session: DraftSession): Offers {
  const { value: people = NOBODY } = usePeople({ shelf: 'current' });
  const { value: tags = NONE } = useTags({});
  const present = useRef({ people, tags });
  useEffect(() => {
    present.current = { people, tags };
  }, [people, tags]);
  const [offers] = useState<Offers>(() => ({
    people: () => present.current.people,
    tags: () => present.current.tags,
    onNewPerson(name) {
      api.people.create({ name }).then(() => toastDone(`New person: ${name}`), report);
    },
    onTag(tag) {
      session.change((content) =>
        content.tags.includes(tag) ? content : { ...content, tags: [...content.tags, tag] },
      );
    },
  }));
  return offers;
}
