import { useEffect, useRef } from 'react';
import { Menu as AriaMenu, MenuItem } from 'react-aria-components/Menu';
import { Separator } from 'react-aria-components/Separator';
import type { IconComponent } from './icons.ts';
import { Kbd } from './Kbd.tsx';
import styles from './options.module.css';

export interface MenuAction {
  readonly id: string;
  readonly label: string;
  readonly icon?: IconComponent | undefined;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly onAction: () => void;
}

/** An action, or a line between two groups of them. */
export type MenuEntry = MenuAction | 'separator';

export interface MenuProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  /** Puts the focus on the first entry, for a menu that a key has opened. */
  readonly focusesFirst?: boolean | undefined;
  readonly onClose: () => void;
}

/** A list of actions; it stands in a popover, see MenuButton. */
export function Menu({ label, entries, focusesFirst = false, onClose }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!focusesFirst) return;
    // The press of a key on one of the system's own buttons passes for that of a screen reader, for which the focus is
    // left on the menu itself.
    const frame = requestAnimationFrame(() => {
      if (document.activeElement !== menu.current) return;
      menu.current?.querySelector<HTMLElement>('[role="menuitem"]:not([aria-disabled="true"])')?.focus();
    });
    return () => cancelAnimationFrame(frame);
  }, [focusesFirst]);
  return (
    <AriaMenu
      aria-label={label}
      autoFocus={focusesFirst ? 'first' : true}
      className={styles.list ?? ''}
      onClose={onClose}
      ref={menu}
    >
      {entries.map((entry, index) =>
        entry === 'separator' ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line has no other identity than its place.
          <Separator className={styles.separator ?? ''} key={`separator-${index}`} />
        ) : (
          <MenuItem
            className={styles.option ?? ''}
            id={entry.id}
            isDisabled={entry.isDisabled ?? false}
            key={entry.id}
            onAction={entry.onAction}
            textValue={entry.label}
          >
            {entry.icon && <entry.icon aria-hidden size="1rem" strokeWidth={1.75} />}
            <span className={styles.text}>{entry.label}</span>
            {entry.shortcut && (
              <span aria-hidden className={styles.detail}>
                <Kbd keys={entry.shortcut} />
              </span>
            )}
          </MenuItem>
        ),
      )}
    </AriaMenu>
  );
}
