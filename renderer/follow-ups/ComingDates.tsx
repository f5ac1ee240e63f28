import type { Recurrence } from '../../shared/follow-ups/recurrence-rule.ts';
import { describeRecurrence } from '../../shared/follow-ups/recurrence-words.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { formatDate, formatShortDate } from '../format.ts';
import styles from './ComingDates.module.css';

export interface ComingDatesProps {
  readonly recurrence: Recurrence;
  readonly dates: readonly CalendarDate[];
}

/** A recurrence in words, and the days it means. */
export function ComingDates({ recurrence, dates }: ComingDatesProps) {
  const words = describeRecurrence(recurrence, formatDate);
  return (
    <div className={styles.coming}>
      <p>
        <span className={styles.label}>Repeats</span> {words}
      </p>
      <p className={styles.label} id="coming-dates">
        {recurrence.after === 'done' ? 'The next days, if each is done on its day' : 'The next days'}
      </p>
      <ol aria-labelledby="coming-dates" className={styles.dates}>
        {dates.map((date, index) => (
          <li key={date}>{isOtherYear(dates, index) ? formatDate(date) : formatShortDate(date)}</li>
        ))}
      </ol>
    </div>
  );
}

/** The year is said where it begins. */
function isOtherYear(dates: readonly CalendarDate[], index: number): boolean {
  return dates[index]?.slice(0, 4) !== dates[index - 1]?.slice(0, 4);
}
