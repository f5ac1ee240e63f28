import checkbox from './Checkbox.module.css';
import { classes } from './classes.ts';
import { CheckIcon } from './icons.ts';
import styles from './RowList.module.css';
import spoken from './spoken.module.css';

export interface RowBoxProps {
  readonly isChosen: boolean;
  readonly onChange: () => void;
  /** The row that it chooses; its name belongs to that of the box. */
  readonly rowId: string;
}

/** The box of a row that can be chosen. Lists have dozens of them, so it is the system's own. */
export function RowBox({ isChosen, onChange, rowId }: RowBoxProps) {
  const id = `${rowId}-box`;
  return (
    <label className={classes(checkbox.checkbox, styles.box)} data-selected={isChosen || undefined}>
      <input
        aria-label="Select"
        aria-labelledby={`${id} ${rowId}`}
        checked={isChosen}
        className={spoken.spoken}
        id={id}
        onChange={onChange}
        type="checkbox"
      />
      <span aria-hidden className={checkbox.box}>
        {isChosen && <CheckIcon size="0.75rem" strokeWidth={3} />}
      </span>
    </label>
  );
}
