import { type ReactNode, useId } from 'react';
import { classes } from './classes.ts';
import styles from './Section.module.css';

export interface SectionProps {
  readonly title: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  readonly level?: 2 | 3 | undefined;
  /** Beside the title, quieter: a count, a basis. */
  readonly aside?: ReactNode;
}

/** A part of a page: a region with its heading on a hairline. */
export function Section({ title, actions, children, level = 2, aside }: SectionProps) {
  const id = useId();
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <section aria-labelledby={id} className={classes(styles.section, level === 3 && styles.inner)}>
      <header className={styles.header}>
        <Heading className={styles.title} id={id}>
          {title}
        </Heading>
        {aside !== undefined && aside !== null && <span className={styles.aside}>{aside}</span>}
        {actions !== undefined && actions !== null && <div className={styles.actions}>{actions}</div>}
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}
