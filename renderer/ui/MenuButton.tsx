import { MenuTrigger } from 'react-aria-components/Menu';
import { Popover, type PopoverProps } from 'react-aria-components/Popover';
import { Button, type ButtonVariant } from './Button.tsx';
import { IconButton } from './IconButton.tsx';
import type { IconComponent } from './icons.ts';
import { Menu, type MenuEntry } from './Menu.tsx';
import styles from './options.module.css';

export interface MenuButtonProps {
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly icon?: IconComponent | undefined;
  /** Only the icon is shown, the label is its name. */
  readonly isIconOnly?: boolean | undefined;
  readonly variant?: Extract<ButtonVariant, 'plain' | 'quiet'> | undefined;
  readonly isDisabled?: boolean | undefined;
  readonly placement?: PopoverProps['placement'] | undefined;
  /** Shown with the label; listening for it is not the button's affair. */
  readonly shortcut?: string | undefined;
  readonly size?: 'regular' | 'small' | undefined;
  /** With it the caller opens the menu too, by a key of its own. */
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** A button that opens a menu. */
export function MenuButton({
  label,
  entries,
  icon,
  isIconOnly = false,
  variant = 'quiet',
  isDisabled = false,
  placement = 'bottom end',
  shortcut,
  size = 'regular',
  isOpen,
  onOpenChange,
}: MenuButtonProps) {
  return (
    <MenuTrigger
      {...(isOpen === undefined ? {} : { isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      {isIconOnly && icon ? (
        <IconButton
          icon={icon}
          isDisabled={isDisabled}
          label={label}
          shortcut={shortcut}
          size={size}
          variant={variant}
        />
      ) : (
        <Button icon={icon} isDisabled={isDisabled} shortcut={shortcut} variant={variant}>
          {label}
        </Button>
      )}
      <Popover className={styles.popover ?? ''} offset={4} placement={placement}>
        <Menu entries={entries} focusesFirst={isOpen === true} label={label} />
      </Popover>
    </MenuTrigger>
  );
}
