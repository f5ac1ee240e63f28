import type { DraftContent } from '../../shared/drafts/draft-content.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { useDraftState, useEditor, useField } from '../drafts/editor.ts';
import { otherDay, readWhen } from '../follow-ups/read-when.ts';
import { formatDate, formatTime } from '../format.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './FollowUpField.module.css';

const HOW_TO_SAY_IT = 'Not understood as a day to come. Say “in 3 weeks”, “next Tue 10:00” or “12 March”.';

function whenInWords({ dueOn, dueTime }: NonNullable<DraftContent['followUp']['resolved']>): string {
  return dueTime === null ? formatDate(dueOn) : `${formatDate(dueOn)} ${formatTime(dueTime)}`;
}

/** The next contact in plain words, with the day they mean beside them. */
export function FollowUpField() {
  const [{ text, resolved }] = useField('followUp');
  const isMissing = useDraftState(({ problems }) => problems.includes('follow_up'));
  const { change } = useEditor();

  function typed(next: string): void {
    const read = readWhen(next);
    change((content) => ({
      ...content,
      followUp: {
        ...content.followUp,
        text: next,
        resolved: read === null ? null : { words: read.rest, dueOn: read.on, dueTime: read.at },
      },
    }));
  }

  const isUnclear = text.trim() !== '' && resolved === null;
  return (
    <div className={styles.followUp} data-field="follow_up" data-part="">
      <div className={styles.field}>
        <TextField
          description={isUnclear && !isMissing ? HOW_TO_SAY_IT : undefined}
          error={isMissing ? HOW_TO_SAY_IT : undefined}
          isSerif
          label="Follow up"
          maxLength={TEXT_LIMITS.line}
          onChange={typed}
          placeholder="in 3 weeks"
          value={text}
        />
      </div>
      <p aria-live="polite" className={styles.resolved}>
        {resolved !== null && whenInWords(resolved) + otherDay(text)}
      </p>
    </div>
  );
}
