import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { type Pressable, pressable } from './press.ts';
import styles from './TextButton.module.css';

export interface TextButtonProps extends Pressable {
  readonly children: ReactNode;
  /** `ink` for names of people and things in running lists: underlined only under the pointer. */
  readonly tone?: 'accent' | 'ink' | undefined;
}

/** A button that looks like a link and stands within text. */
export function TextButton({ children, tone = 'accent', ...rest }: TextButtonProps) {
  return (
    <button {...pressable(rest)} className={classes(styles.button, styles[tone])}>
      {children}
    </button>
  );
}
