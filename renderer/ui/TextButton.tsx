import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import { classes } from './classes.ts';
import styles from './TextButton.module.css';

export interface TextButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'> {
  readonly children: ReactNode;
  /** `ink` for names of people and things in running lists: underlined only under the pointer. */
  readonly tone?: 'accent' | 'ink' | undefined;
}

/** A button that looks like a link and stands within text. */
export function TextButton({ children, tone = 'accent', ...rest }: TextButtonProps) {
  return (
    <AriaButton {...rest} className={classes(styles.button, styles[tone])}>
      {children}
    </AriaButton>
  );
}
