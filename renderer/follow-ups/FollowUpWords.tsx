import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { describeRecurrence } from '../../shared/follow-ups/recurrence-words.ts';
import { briefOfRow } from '../brief/brief-route.ts';
import { formatDate, formatDay } from '../format.ts';
import { PauseIcon, RecurrenceIcon } from '../ui/icons.ts';
import { Words } from '../ui/Words.tsx';
import { elsewhereWords } from './due-words.ts';
import styles from './FollowUpList.module.css';

// Wide enough to part two kinds of text, and a place where the line may break.
const EN_SPACE = '\u2002';

export interface FollowUpWordsProps {
  readonly followUp: FollowUp;
  readonly isOfOnePerson: boolean;
}

/** Whom and what a follow-up is about, how it comes back, and what was written when it was done. */
export function FollowUpWords({ followUp, isOfOnePerson }: FollowUpWordsProps) {
  const { personName, words, snoozedFrom, dueOn, recurrence, pausedAt, note } = followUp;
  const isNameShown = personName !== null && (!isOfOnePerson || words.trim() === '');
  const asides = [
    elsewhereWords(followUp),
    snoozedFrom !== null && snoozedFrom !== dueOn ? `first due ${formatDay(snoozedFrom)}` : null,
  ].filter((aside) => aside !== null);
  return (
    <>
      {isNameShown && (
        <span className={styles.person} data-brief={briefOfRow([followUp.personId])}>
          {personName}
        </span>
      )}
      {words.trim() !== '' && <Words as="span">{words}</Words>}
      {recurrence !== null && (
        <>
          {EN_SPACE}
          <span className={styles.aside}>
            <span className={styles.icon}>
              {pausedAt === null ? (
                <RecurrenceIcon aria-hidden size="0.75rem" />
              ) : (
                <PauseIcon aria-hidden size="0.75rem" />
              )}
            </span>{' '}
            {describeRecurrence(recurrence, formatDate)}
          </span>
        </>
      )}
      {asides.length > 0 && (
        <>
          {EN_SPACE}
          <span className={styles.aside}>{asides.join(' · ')}</span>
        </>
      )}
      {note !== '' && (
        <div className={styles.note}>
          <Words>{note}</Words>
        </div>
      )}
    </>
  );
}
