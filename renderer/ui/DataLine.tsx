import type { ReactNode } from 'react';
import styles from './DataLine.module.css';

export interface DataLineProps {
  readonly label: string;
  readonly children: ReactNode;
  /** What the figure rests on: "of 12 marked conversations". Every figure has one. */
  readonly basis?: ReactNode;
}

/** One fact of a `DataList`: its name, its value, what it rests on. */
export function DataLine({ label, children, basis }: DataLineProps) {
  return (
    <div className={styles.line}>
      <dt className={styles.label}>{label}</dt>
      <dd className={styles.value}>
        {children}
        {basis !== undefined && basis !== null && <span className={styles.basis}>{basis}</span>}
      </dd>
    </div>
  );
}
