import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import type { IconComponent } from './icons.ts';
import styles from './StatusText.module.css';

export interface StatusTextProps {
  /** Empty while there is nothing to say: the element stays, so that what comes is spoken. */
  readonly children: ReactNode;
  readonly icon?: IconComponent | undefined;
  readonly tone?: 'quiet' | 'due' | undefined;
  /** A name, where several statuses stand on a page: "Last verified backup". */
  readonly label?: string | undefined;
}

/** A line that changes on its own and is spoken when it does: "Draft kept", "Saved". */
export function StatusText({ children, icon: Icon, tone = 'quiet', label }: StatusTextProps) {
  return (
    <span aria-label={label} aria-live="polite" className={classes(styles.status, styles[tone])} role="status">
      {Icon && <Icon aria-hidden size="0.875rem" strokeWidth={1.75} />}
      <span>{children}</span>
    </span>
  );
}
