import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components/Button';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import type { IconComponent } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import { ariaShortcut } from './shortcut.ts';

export type ButtonVariant = 'plain' | 'primary' | 'quiet' | 'danger';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'style' | 'render'> {
  /** Names the act: "Replace journal". */
  readonly children: ReactNode;
  /** `primary` at most once on a page; `danger` only where something is destroyed. */
  readonly variant?: ButtonVariant | undefined;
  readonly icon?: IconComponent | undefined;
  /** As in `Mod+Enter`: shown in the button and told to screen readers. Listening for it is not the button's affair. */
  readonly shortcut?: string | undefined;
}

/** A button. `onPress` runs on click, Enter and Space. */
export function Button({ children, variant = 'plain', icon: Icon, shortcut, ...rest }: ButtonProps) {
  return (
    <AriaButton
      {...rest}
      className={classes(styles.button, styles[variant])}
      render={(props) => <button {...props} aria-keyshortcuts={shortcut && ariaShortcut(shortcut)} />}
    >
      {Icon && <Icon aria-hidden className={styles.icon} size="1rem" strokeWidth={1.75} />}
      <span className={styles.text}>{children}</span>
      {shortcut && (
        <span aria-hidden className={styles.shortcut}>
          <Kbd keys={shortcut} />
        </span>
      )}
    </AriaButton>
  );
}
