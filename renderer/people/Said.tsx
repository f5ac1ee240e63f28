import { Fragment } from 'react';
import styles from './Said.module.css';

/** How a name is said: on a line of its own rather than broken, and never broken at the hyphens between its syllables. */
export function Said({ children: text }: { readonly children: string }) {
  const words = text.split(' ');
  return (
    <span className={styles.said}>
      {words.map((word, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a word may come twice.
        <Fragment key={place}>
          {place > 0 && ' '}
          <span className={styles.word}>{word}</span>
        </Fragment>
      ))}
    </span>
  );
}
