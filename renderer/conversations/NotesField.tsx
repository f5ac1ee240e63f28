import { lazy, startTransition, useCallback, useEffect, useRef, useState } from 'react';
import { useDraftState } from '../drafts/editor.ts';
import { shortcutOf, useAction } from '../keys.ts';
import { NotesText } from '../notes/NotesText.tsx';
import type { NotesHandle } from '../notes/take-over.ts';
import { WordCount } from '../notes/WordCount.tsx';
import { TemplateMenu } from '../templates/TemplateMenu.tsx';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { ExpandIcon, ShrinkIcon } from '../ui/icons.ts';
import styles from './NotesField.module.css';
import { SuggestionsField } from './SuggestionsField.tsx';
import type { Alone } from './use-alone.ts';

// Markdown is read only by those who ask to see it set.
const NotesPreview = lazy(() => import('./NotesPreview.tsx').then((module) => ({ default: module.NotesPreview })));

/** What was said: Markdown as it is written, on one key as it reads, and on another alone on the page. */
export function NotesField({ alone }: { readonly alone?: Alone | undefined }) {
  const [isPreview, setPreview] = useState(false);
  const area = useRef<NotesHandle>(null);
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
  const applied = useCallback((at: number | undefined) => {
    setPreview(false);
    setTimeout(() => area.current?.focus(at), 0);
  }, []);

  return (
    <div className={styles.notes} data-notes="" data-part="">
      <div hidden={isPreview}>
        <NotesText handle={area} />
      </div>
      {isPreview && (
        <>
          <div aria-hidden className={styles.label}>
            Notes
          </div>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: long notes are scrolled with the keys. */}
          <section aria-label="Notes as they read" className={styles.preview} ref={preview} tabIndex={0}>
            <PreviewedNotes />
          </section>
        </>
      )}
      <WordCount />
      <SuggestionsField onSettled={toNotes} />
      <div className={styles.head}>
        <TemplateMenu onApplied={applied} />
        {alone !== undefined && (
          <IconButton
            icon={alone.isOn ? ShrinkIcon : ExpandIcon}
            label={alone.isOn ? 'Show everything' : 'Notes alone'}
            onPress={alone.toggle}
            shortcut={shortcutOf('notes-alone')}
          />
        )}
        <Button onPress={toggle} shortcut={shortcutOf('toggle-preview')} variant="quiet">
          {isPreview ? 'Write' : 'Preview'}
        </Button>
      </div>
    </div>
  );
}

function PreviewedNotes() {
  const notes = useDraftState(({ content }) => content.notes);
  return <NotesPreview text={notes} />;
}
