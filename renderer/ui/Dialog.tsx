import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { classes } from './classes.ts';
import styles from './Dialog.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isTitleHidden?: boolean | undefined;
  readonly isOpen: boolean;
  /** Esc, a click outside, the end of the dialog. What was typed in it is the caller's to keep. */
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Buttons at the foot; the one that does the thing comes last. */
  readonly actions?: ReactNode;
  readonly size?: 'small' | 'medium' | 'large' | undefined;
  /** `top` for what is typed into and gone again, such as a palette. */
  readonly placement?: 'middle' | 'top' | undefined;
  /** Without the padding of the body: for a list that reaches the edges. */
  readonly isBare?: boolean | undefined;
  /** Whether a click outside closes it. Esc always does. */
  readonly isDismissable?: boolean | undefined;
  readonly role?: 'dialog' | 'alertdialog' | undefined;
}

/** A layer over the page that has to be left before anything else: with a button, with Esc, with a click outside. */
export function Dialog({
  title,
  isTitleHidden = false,
  isOpen,
  onClose,
  children,
  actions,
  size = 'medium',
  placement = 'middle',
  isBare = false,
  isDismissable = true,
  role = 'dialog',
}: DialogProps) {
  return (
    <ModalOverlay
      className={classes(styles.overlay, styles[placement])}
      data-dialog=""
      isDismissable={isDismissable}
      isOpen={isOpen}
      onOpenChange={(isNowOpen) => !isNowOpen && onClose()}
    >
      <Modal className={classes(styles.modal, styles[size])}>
        <AriaDialog className={styles.dialog ?? ''} role={role} {...(isTitleHidden ? { 'aria-label': title } : {})}>
          {!isTitleHidden && (
            <Heading className={styles.title ?? ''} slot="title">
              {title}
            </Heading>
          )}
          <div className={classes(styles.body, isBare && styles.bare)}>{children}</div>
          {actions !== undefined && actions !== null && <div className={styles.actions}>{actions}</div>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
