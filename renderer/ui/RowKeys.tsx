import { Kbd } from './Kbd.tsx';
import styles from './RowKeys.module.css';

export interface RowKeysProps {
  /** What the keys do, in the order in which they are shown: `[['D', 'done'], ['Enter', 'open the person']]`. */
  readonly keys: readonly (readonly [key: string, meaning: string])[];
}

/** One quiet line that tells what the keys do in the lists above it. */
export function RowKeys({ keys }: RowKeysProps) {
  return (
    <p className={styles.line}>
      <span>In a list:</span>
      {keys.map(([key, meaning]) => (
        <span className={styles.key} key={key}>
          <Kbd keys={key} /> {meaning}
        </span>
      ))}
    </p>
  );
}
