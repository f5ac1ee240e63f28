import { lazy, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useDraftState, useEditor, useField } from '../drafts/editor.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { TemplateMenu } from '../templates/TemplateMenu.tsx';
import { Button } from '../ui/Button.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import styles from './NotesField.module.css';
import { SuggestionsField } from './SuggestionsField.tsx';

// Markdown is read only by those who ask to see it set.
const NotesPreview = lazy(() => import('./NotesPreview.tsx').then((module) => ({ default: module.NotesPreview })));

/** What was said: Markdown in a plain field, and on one key as it reads. */
export function NotesField() {
  const [isPreview, setPreview] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const preview = useRef<HTMLElement>(null);

  const toggle = useCallback(() => {
    // A field that is hidden while it has the focus would keep it in some places and lose it in others.
    area.current?.blur();
    // A transition: until the preview is read in, the notes stay in sight.
    startTransition(() => setPreview((was) => !was));
  }, []);
  useAction('toggle-preview', toggle);

  // The focus stays with the notes, in whichever form.
  const wasPreview = useRef(false);
  useEffect(() => {
    if (wasPreview.current !== isPreview) (isPreview ? preview : area).current?.focus();
    wasPreview.current = isPreview;
  }, [isPreview]);

  // The menu gives the focus back to its button when it closes; after that it goes to where there is something to write.
  const toNotes = useCallback(() => void setTimeout(() => area.current?.focus(), 0), []);
  const applied = useCallback(() => {
    setPreview(false);
    toNotes();
  }, [toNotes]);

  return (
    <div className={styles.notes} data-part="">
      <div hidden={isPreview}>
        <NotesArea area={area} />
      </div>
      {isPreview && (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: long notes are scrolled with the keys.
        <section aria-label="Notes as they read" className={styles.preview} ref={preview} tabIndex={0}>
          <PreviewedNotes />
        </section>
      )}
      <SuggestionsField onSettled={toNotes} />
      <div className={styles.head}>
        <TemplateMenu onApplied={applied} />
        <Button onPress={toggle} shortcut={shortcutOf('toggle-preview')} variant="quiet">
          {isPreview ? 'Write' : 'Preview'}
        </Button>
      </div>
    </div>
  );
}

function NotesArea({ area }: { readonly area: React.RefObject<HTMLTextAreaElement | null> }) {
  const [notes, setNotes] = useField('notes');
  const { store } = useEditor();
  // What was begun goes on where it stopped.
  const [autoFocus] = useState(() => store.getState().keeping === 'kept');
  useEffect(() => {
    if (autoFocus) area.current?.setSelectionRange(area.current.value.length, area.current.value.length);
  }, [autoFocus, area]);
  return (
    <TextArea
      autoFocus={autoFocus}
      inputRef={area}
      isSerif
      label="Notes"
      minRows={6}
      onChange={setNotes}
      placeholder="What they said"
      value={notes}
    />
  );
}

function PreviewedNotes() {
  const notes = useDraftState(({ content }) => content.notes);
  return <NotesPreview text={notes} />;
}
