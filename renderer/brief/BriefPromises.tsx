import type { Commitment } from '../../shared/promises/promise.ts';
import { isDue } from '../../shared/promises/rules.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { formatDay } from '../format.ts';
import { Words } from '../ui/Words.tsx';
import styles from './BriefPage.module.css';
import { BriefPart } from './BriefPart.tsx';
import type { Chosen } from './fit.ts';

interface PromisesProps {
  readonly mine: Chosen<Commitment>;
  readonly theirs: Chosen<Commitment>;
  readonly today: CalendarDate;
  /** Of each promise. */
  readonly lines: number | undefined;
  /** Whom each is to or from, where there are several. */
  readonly isNamed?: boolean | undefined;
}

/** Open promises side by side: what I said, what they said. */
export function BriefPromises({ mine, theirs, today, lines, isNamed = false }: PromisesProps) {
  if (mine.shown.length === 0 && theirs.shown.length === 0) return null;
  return (
    <div className={styles.sides}>
      <Side isNamed={isNamed} lines={lines} promises={mine} title="Promised by me" today={today} />
      <Side isNamed={isNamed} lines={lines} promises={theirs} title="Promised by them" today={today} />
    </div>
  );
}

function Side({
  title,
  promises: { shown, left },
  today,
  lines,
  isNamed,
}: {
  readonly title: string;
  readonly promises: Chosen<Commitment>;
  readonly today: CalendarDate;
  readonly lines: number | undefined;
  readonly isNamed: boolean;
}) {
  return (
    <BriefPart title={title}>
      {shown.length === 0 ? (
        <p className={styles.fact}>Nothing open</p>
      ) : (
        <ul className={styles.items}>
          {shown.map((promise) => (
            <li className={styles.promise} key={promise.id}>
              <Words lines={lines}>
                {isNamed && <span className={styles.whom}>{promise.personName}: </span>}
                {promise.words}
              </Words>
              {promise.dueOn !== null && (
                <span className={isDue(promise, today) ? styles.due : styles.fact}>due {formatDay(promise.dueOn)}</span>
              )}
            </li>
          ))}
        </ul>
      )}
      {left > 0 && <p className={styles.fact}>and {left} more</p>}
    </BriefPart>
  );
}
