import { useImperativeHandle, useRef, useState } from 'react';
import { classes } from './classes.ts';
import styles from './IconButton.module.css';
import type { IconComponent } from './icons.ts';
import { type Pressable, pressable } from './press.ts';
import { ariaShortcut } from './shortcut.ts';
import { Tooltip } from './Tooltip.tsx';

export interface IconButtonProps extends Pressable {
  /** The accessible name, also shown as the tooltip. */
  readonly label: string;
  readonly icon: IconComponent;
  readonly variant?: 'plain' | 'quiet' | undefined;
  /** `small` is 24 px, for the inside of rows and chips. */
  readonly size?: 'regular' | 'small' | undefined;
  readonly shortcut?: string | undefined;
}

/** A button that shows only an icon; its name comes up as a tooltip. */
export function IconButton({
  label,
  icon: Icon,
  variant = 'quiet',
  size = 'regular',
  shortcut,
  ref,
  ...rest
}: IconButtonProps) {
  const button = useRef<HTMLButtonElement>(null);
  useImperativeHandle<HTMLButtonElement | null, HTMLButtonElement | null>(ref, () => button.current);
  // Pages have dozens of these, and of their tooltips hardly one is ever seen.
  const [wasReached, setReached] = useState(false);
  const reach = (): void => setReached(true);
  return (
    <>
      <button
        {...pressable(rest)}
        aria-keyshortcuts={shortcut && ariaShortcut(shortcut)}
        aria-label={label}
        className={classes(styles.button, styles[variant], styles[size])}
        onFocus={reach}
        onPointerEnter={reach}
        ref={button}
      >
        <Icon aria-hidden size="1rem" strokeWidth={1.75} />
      </button>
      {wasReached && <Tooltip content={label} shortcut={shortcut} trigger={button} />}
    </>
  );
}
