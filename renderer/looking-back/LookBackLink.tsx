import { periodAfter, periodAt } from '../../shared/looking-back/period.ts';
import { today } from '../format.ts';
import { RouteLink } from '../RouteLink.tsx';
import styles from './LookingBackPage.module.css';
import { periodInWords } from './period-words.ts';

/** So many days of a new month or year the one before is offered by name. */
const DAYS_OFFERED = 7;

/** The way to looking back: on the first days of a month or a year to the one that is over. */
export function LookBackLink() {
  const day = today();
  const isFirstDays = Number(day.slice(8)) <= DAYS_OFFERED;
  const month = periodAfter(periodAt(day, 'month'), -1);
  const year = periodAfter(periodAt(day, 'year'), -1);
  return (
    <p className={styles.offer}>
      {isFirstDays ? (
        <>
          <RouteLink to={{ page: 'looking-back', period: month }}>Look back at {periodInWords(month)}</RouteLink>
          {day.slice(5, 7) === '01' && (
            <RouteLink to={{ page: 'looking-back', period: year }}>Look back at {periodInWords(year)}</RouteLink>
          )}
        </>
      ) : (
        <RouteLink to={{ page: 'looking-back' }}>Looking back</RouteLink>
      )}
    </p>
  );
}
