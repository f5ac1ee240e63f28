import type { Ref } from 'react';
import { classes } from './classes.ts';
import styles from './fields.module.css';

export interface EditorFrameProps {
  readonly label: string;
  /** By which the editor is named. */
  readonly labelId: string;
  readonly onLabelPress: () => void;
  /** Where the editor puts itself. */
  readonly hostRef: Ref<HTMLDivElement>;
}

/** The label and the frame of a field, around an editor that makes its own elements. */
export function EditorFrame({ label, labelId, onLabelPress, hostRef }: EditorFrameProps) {
  return (
    <div className={styles.field}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents lint/a11y/noStaticElementInteractions: as with any label, the keys reach the field itself. */}
      <span className={styles.label} id={labelId} onClick={onLabelPress}>
        {label}
      </span>
      <div className={classes(styles.control, styles.words)} ref={hostRef} />
    </div>
  );
}
