import type { ReactNode } from 'react';
import styles from './Banner.module.css';
import { classes } from './classes.ts';
import { IconButton } from './IconButton.tsx';
import { CloseIcon, DueIcon, InfoIcon, ProblemIcon } from './icons.ts';

export interface BannerProps {
  readonly tone?: 'neutral' | 'due' | 'problem' | undefined;
  readonly title?: string | undefined;
  /** What happened, what was kept, what to do: one plain sentence each at most. */
  readonly children?: ReactNode;
  readonly actions?: ReactNode;
  readonly onDismiss?: (() => void) | undefined;
}

const SIGNS = { neutral: InfoIcon, due: DueIcon, problem: ProblemIcon } as const;

/** Something to know before going on. A problem is spoken at once. */
export function Banner({ tone = 'neutral', title, children, actions, onDismiss }: BannerProps) {
  const Sign = SIGNS[tone];
  return (
    <div className={classes(styles.banner, styles[tone])} role={tone === 'problem' ? 'alert' : 'note'}>
      <Sign aria-hidden className={styles.sign} size="1rem" strokeWidth={1.75} />
      <div className={styles.text}>
        {title && <p className={styles.title}>{title}</p>}
        {children}
      </div>
      {actions !== undefined && actions !== null && <div className={styles.actions}>{actions}</div>}
      {onDismiss && <IconButton icon={CloseIcon} label="Dismiss" onPress={onDismiss} size="small" />}
    </div>
  );
}
