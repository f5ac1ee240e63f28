import { classes } from './classes.ts';
import styles from './RowList.module.css';
import type { RowParts } from './RowList.tsx';

/** What stands in a row: when, the words, the buttons. */
export function RowContent({ lead, isDue = false, children, actions }: RowParts) {
  return (
    <div className={classes(styles.content, lead !== undefined && styles.led)}>
      {lead !== undefined && <div className={classes(styles.lead, isDue && styles.due)}>{lead}</div>}
      <div className={styles.main}>{children}</div>
      {actions !== undefined && actions !== null && <div className={styles.actions}>{actions}</div>}
    </div>
  );
}
