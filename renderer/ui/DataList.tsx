import type { ReactNode } from 'react';
import styles from './DataList.module.css';

export interface DataListProps {
  /** `DataLine`s. */
  readonly children: ReactNode;
}

/** Facts, one a line: a name and what it is. */
export function DataList({ children }: DataListProps) {
  return <dl className={styles.list}>{children}</dl>;
}
