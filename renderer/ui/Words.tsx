import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './Words.module.css';

export interface WordsProps {
  readonly children: ReactNode;
  /** Shows at most so many lines, then an ellipsis. */
  readonly lines?: number | undefined;
  /** `span` within a row or a sentence. */
  readonly as?: 'div' | 'span' | undefined;
}

/** The user's own words, always in the same serif; line breaks are kept. */
export function Words({ children, lines, as: Element = 'div' }: WordsProps) {
  return (
    <Element
      className={classes(styles.words, Element === 'span' && styles.inline, lines !== undefined && styles.clamped)}
      style={lines === undefined ? undefined : { WebkitLineClamp: lines }}
    >
      {children}
    </Element>
  );
}
