import { type KeyboardEvent, useRef, useState } from 'react';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Button, type ButtonVariant } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconComponent } from './icons.ts';
import { Menu, type MenuEntry } from './Menu.tsx';
import styles from './options.module.css';

export interface MenuButtonProps {
  readonly label: string;
  /** Asked for when the menu opens, where making them costs something. */
  readonly entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  readonly icon?: IconComponent | undefined;
  /** Only the icon is shown, the label is its name. */
  readonly isIconOnly?: boolean | undefined;
  readonly variant?: Extract<ButtonVariant, 'plain' | 'quiet'> | undefined;
  readonly placement?: PopoverProps['placement'] | undefined;
  /** Shown with the label; listening for it is not the button's affair. */
  readonly shortcut?: string | undefined;
  readonly size?: 'regular' | 'small' | undefined;
  /** With it the caller opens the menu too, by a key of its own. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** A button that opens a menu: by a press, or by the arrow down. The menu is made when it opens. */
export function MenuButton({
  label,
  entries,
  icon,
  isIconOnly = false,
  variant = 'quiet',
  placement = 'bottom end',
  shortcut,
  size = 'regular',
  isOpen,
  onOpenChange,
}: MenuButtonProps) {
  const trigger = useRef<HTMLButtonElement>(null);
  const [isOwnOpen, setOwnOpen] = useState(false);
  const [isByPointer, setByPointer] = useState(false);
  const isShown = isOpen ?? isOwnOpen;

  function change(next: boolean): void {
    setOwnOpen(next);
    if (!next) setByPointer(false);
    onOpenChange?.(next);
  }
  function press(isByKey: boolean): void {
    setByPointer(!isByKey);
    change(true);
  }
  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'ArrowDown' || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    change(true);
  }

  const button = {
    'aria-expanded': isShown,
    'aria-haspopup': 'menu' as const,
    ref: trigger,
    shortcut,
    variant,
  };
  return (
    <>
      {isIconOnly && icon ? (
        <IconButton {...button} icon={icon} label={label} onKeyDown={pressed} onPress={press} size={size} />
      ) : (
        <Button
          {...button}
          icon={icon}
          onKeyDown={(event) => {
            if (event.key === 'ArrowDown') change(true);
            else event.continuePropagation();
          }}
          onPress={({ pointerType }) => press(pointerType === 'keyboard' || pointerType === 'virtual')}
        >
          {label}
        </Button>
      )}
      {isShown && (
        <Popover
          className={styles.popover ?? ''}
          isOpen
          offset={4}
          onOpenChange={change}
          placement={placement}
          triggerRef={trigger}
        >
          <Menu
            entries={typeof entries === 'function' ? entries() : entries}
            focusesFirst={!isByPointer}
            label={label}
            onClose={() => change(false)}
          />
        </Popover>
      )}
    </>
  );
}
