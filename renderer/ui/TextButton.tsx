import type { ReactNode } from 'react';
import { type Pressable, pressable } from './press.ts';
import styles from './TextButton.module.css';

export interface TextButtonProps extends Pressable {
  readonly children: ReactNode;
}

/** A button that looks like a link and stands within text. */
export function TextButton({ children, ...rest }: TextButtonProps) {
  return (
    <button {...pressable(rest)} className={styles.button}>
      {children}
    </button>
  );
}
