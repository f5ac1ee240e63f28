import { Label } from 'react-aria-components/Label';
import { ProgressBar as AriaProgressBar } from 'react-aria-components/ProgressBar';
import { Button } from './Button.tsx';
import { classes } from './classes.ts';
import styles from './ProgressBar.module.css';

export interface ProgressBarProps {
  /** What is being done: "Checking the backup". */
  readonly label: string;
  /** 0 to 1; null while the end is not known. */
  readonly value: number | null;
  /** "1,240 of 10,000 contacts". */
  readonly detail?: string | undefined;
  readonly onCancel?: (() => void) | undefined;
}

/** How far a long work has come. Work that can be stopped has its button beside it. */
export function ProgressBar({ label, value, detail, onCancel }: ProgressBarProps) {
  return (
    <div className={styles.line}>
      <AriaProgressBar
        className={styles.progress ?? ''}
        isIndeterminate={value === null}
        maxValue={1}
        value={value ?? 0}
        {...(detail === undefined ? {} : { valueLabel: detail })}
      >
        {({ percentage, valueText }) => (
          <>
            <span className={styles.words}>
              <Label>{label}</Label>
              <span className={styles.detail}>{detail ?? valueText}</span>
            </span>
            <span className={classes(styles.track, value === null && styles.unknown)}>
              <span className={styles.fill} style={value === null ? undefined : { width: `${percentage ?? 0}%` }} />
            </span>
          </>
        )}
      </AriaProgressBar>
      {onCancel && <Button onPress={onCancel}>Cancel</Button>}
    </div>
  );
}
