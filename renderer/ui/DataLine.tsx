import type { ReactNode } from 'react';
import styles from './DataLine.module.css';

// Wide enough to part two kinds of text, and a place where the line may break.
const EN_SPACE = '\u2002';

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
        {basis !== undefined && basis !== null && (
          <>
            {EN_SPACE}
            <span className={styles.basis}>{basis}</span>
          </>
        )}
      </dd>
    </div>
  );
}
