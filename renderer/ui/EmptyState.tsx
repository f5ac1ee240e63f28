import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export interface EmptyStateProps {
  /** What will be here: "Promises you give and are given". */
  readonly title: string;
  /** One or two sentences that teach. */
  readonly children?: ReactNode;
  /** The one thing to do. */
  readonly action?: ReactNode;
}

/** An empty screen or part: says what will be here and offers one thing to do. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {children !== undefined && children !== null && <div className={styles.text}>{children}</div>}
      {action !== undefined && action !== null && <div className={styles.action}>{action}</div>}
    </div>
  );
}
