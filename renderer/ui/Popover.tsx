import { cloneElement, type ReactElement, type ReactNode, type Ref, useRef, useState } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components/Popover';
import { classes } from './classes.ts';
import options from './options.module.css';
import styles from './Popover.module.css';

/** What a button is given to be one that opens a popover. */
interface TriggerProps {
  readonly 'aria-expanded'?: boolean;
  readonly 'aria-haspopup'?: 'dialog';
  readonly onPress?: () => void;
  readonly ref?: Ref<HTMLButtonElement>;
}

export interface PopoverProps {
  /** The name of what floats. */
  readonly label: string;
  /** One button of this kit; it opens and closes the popover. */
  readonly trigger: ReactElement<TriggerProps>;
  readonly children: ReactNode | ((close: () => void) => ReactNode);
  readonly placement?: AriaPopoverProps['placement'] | undefined;
  readonly isOpen?: boolean | undefined;
  readonly onOpenChange?: ((isOpen: boolean) => void) | undefined;
}

/** Something small that floats beside its button; Esc and a click elsewhere close it. It is made when it opens. */
export function Popover({ label, trigger, children, placement = 'bottom start', isOpen, onOpenChange }: PopoverProps) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOwnOpen, setOwnOpen] = useState(false);
  const isShown = isOpen ?? isOwnOpen;
  function change(next: boolean): void {
    setOwnOpen(next);
    onOpenChange?.(next);
  }
  return (
    <>
      {cloneElement(trigger, {
        'aria-expanded': isShown,
        'aria-haspopup': 'dialog',
        onPress: () => change(!isShown),
        ref: button,
      })}
      {isShown && (
        <AriaPopover
          className={classes(options.popover, styles.popover)}
          isOpen
          offset={4}
          onOpenChange={change}
          placement={placement}
          triggerRef={button}
        >
          <Dialog aria-label={label} className={styles.dialog ?? ''}>
            {typeof children === 'function' ? children(() => change(false)) : children}
          </Dialog>
        </AriaPopover>
      )}
    </>
  );
}
