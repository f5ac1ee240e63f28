import type { EditorView } from '@codemirror/view';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { IconButton } from '../ui/IconButton.tsx';
import { ChevronDownIcon, CloseIcon, PreviousIcon } from '../ui/icons.ts';
import { SearchField } from '../ui/SearchField.tsx';
import styles from './NotesFind.module.css';
import { closeFind, find, type Hits, openFind, step } from './notes-find.ts';

/** Finds in the notes: Enter goes on, Shift+Enter back, Esc to where the hit is. */
export function NotesFind({ view, onClose }: { readonly view: EditorView; readonly onClose: () => void }) {
  const input = useRef<HTMLInputElement>(null);
  const [words, setWords] = useState('');
  const [hits, setHits] = useState<Hits | null>(null);

  useEffect(() => {
    const begun = openFind(view);
    setWords(begun);
    if (begun !== '') setHits(find(view, begun));
    input.current?.focus();
    // The text is there after the next rendering.
    const frame = requestAnimationFrame(() => input.current?.select());
    return () => {
      cancelAnimationFrame(frame);
      closeFind(view);
    };
  }, [view]);

  function typed(next: string): void {
    setWords(next);
    setHits(next === '' ? null : find(view, next));
  }

  function go(direction: 1 | -1): void {
    if (words !== '') setHits(step(view, direction));
  }

  function pressed(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') onClose();
    else if (event.key === 'Enter' && !(event.ctrlKey || event.metaKey)) go(event.shiftKey ? -1 : 1);
    else if (event.key === 'F3') go(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  return (
    <search className={styles.find} onKeyDownCapture={pressed}>
      <div className={styles.field}>
        <SearchField inputRef={input} label="Find in the notes" onChange={typed} placeholder="Find" value={words} />
      </div>
      <p aria-live="polite" className={styles.hits}>
        {hits === null ? '' : hitsInWords(hits)}
      </p>
      <IconButton icon={PreviousIcon} label="Previous hit" onPress={() => go(-1)} shortcut="Shift+Enter" />
      <IconButton icon={ChevronDownIcon} label="Next hit" onPress={() => go(1)} shortcut="Enter" />
      <IconButton icon={CloseIcon} label="Close find" onPress={onClose} shortcut="Escape" />
    </search>
  );
}

function hitsInWords({ chosen, count }: Hits): string {
  if (count === 0) return 'Not found';
  return chosen === 0 ? `${count} found` : `${chosen} of ${count}`;
}
