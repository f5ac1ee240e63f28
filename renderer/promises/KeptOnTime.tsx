import { SHARE_MINIMUM, shareOnTime } from '../../shared/promises/rules.ts';
import { formatCount, today } from '../format.ts';
import styles from './KeptOnTime.module.css';
import { useRecord } from './queries.ts';

/** The share of my promises kept on time, with what it rests on; nothing before there is one to count. */
export function KeptOnTime() {
  const { value } = useRecord({ today: today() });
  if (value === undefined || value.settled === 0) return null;
  const { settled, onTime } = value;
  const share = shareOnTime(value);
  return (
    <p className={styles.record}>
      <span className={styles.label}>Kept on time: </span>
      {share === null ? (
        <>
          not enough yet
          <span className={styles.basis}>{` (${settled} of ${SHARE_MINIMUM} promises by you with a due day)`}</span>
        </>
      ) : (
        <>
          {`${share} %`}
          <span className={styles.basis}>
            {` (${onTime} of ${formatCount(settled, 'promise', 'promises')} by you whose due day was met or has passed; let go ones are not counted)`}
          </span>
        </>
      )}
    </p>
  );
}
