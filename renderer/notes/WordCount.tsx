import { useEffect, useState } from 'react';
import { countWords } from '../../shared/conversations/word-count.ts';
import { useEditor } from '../drafts/editor.ts';
import { formatCount } from '../format.ts';
import styles from './WordCount.module.css';

/** The words are counted once the keys rest. */
const REST_MS = 400;

/** How many words the notes have. It renders nothing while the keys are pressed. */
export function WordCount() {
  const { store } = useEditor();
  const [count, setCount] = useState(() => countWords(store.getState().content.notes));
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = store.subscribe(({ content }, before) => {
      if (content.notes === before.content.notes) return;
      clearTimeout(timer);
      timer = setTimeout(() => setCount(countWords(store.getState().content.notes)), REST_MS);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [store]);
  if (count === 0) return null;
  return <p className={styles.count}>{formatCount(count, 'word', 'words')}</p>;
}
