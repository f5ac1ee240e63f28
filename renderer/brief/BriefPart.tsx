import type { ReactNode } from 'react';
import styles from './BriefPage.module.css';

export interface BriefPartProps {
  readonly title: string;
  readonly children: ReactNode;
}

/** One part of the sheet under its small heading. */
export function BriefPart({ title, children }: BriefPartProps) {
  return (
    <section className={styles.part}>
      <h2 className={styles.heading}>{title}</h2>
      {children}
    </section>
  );
}
