import type { DraftContent } from '../../shared/drafts/draft-content.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { useDraftState, useEditor, useField } from '../drafts/editor.ts';
import { ComingDates } from '../follow-ups/ComingDates.tsx';
import { useRecurrenceDates } from '../follow-ups/queries.ts';
import { otherDay, readNextContact } from '../follow-ups/read-when.ts';
import { formatDate, formatTime } from '../format.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './FollowUpField.module.css';

const HOW_TO_SAY_IT =
  'Not understood as a day to come. Say “in 3 weeks”, “next Tue 10:00”, “12 March” or “every second Tuesday”.';

/** The next contact in plain words, with the day they mean beside them; where it comes back, with the days to come. */
export function FollowUpField() {
  const [followUp] = useField('followUp');
  const { text, resolved } = followUp;
  const isMissing = useDraftState(({ problems }) => problems.includes('follow_up'));
  const { change } = useEditor();
  const { recurrence, anchorOn } = repeats(followUp);
  const { value: coming } = useRecurrenceDates(
    resolved === null || recurrence === null ? null : { recurrence, from: resolved.dueOn, anchorOn },
  );
  const dates = recurrence === null ? [] : (coming?.dates ?? []);

  function typed(next: string): void {
    const read = readNextContact(next);
    change((content) => ({ ...content, followUp: { ...content.followUp, text: next, resolved: read } }));
  }

  function whenInWords({ dueOn, dueTime }: NonNullable<typeof resolved>): string {
    const day = formatDate(dates[0] ?? dueOn);
    return dueTime === null ? day : `${day} ${formatTime(dueTime)}`;
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
        {resolved !== null && whenInWords(resolved) + (resolved.recurrence === undefined ? otherDay(text) : '')}
      </p>
      {recurrence !== null && dates.length > 0 && (
        <div className={styles.coming}>
          <ComingDates dates={dates} recurrence={recurrence} />
        </div>
      )}
    </div>
  );
}

/** What the words say about how it comes back, or else how it came back before; counted anew from another day. */
function repeats({ resolved, series }: DraftContent['followUp']) {
  const said = resolved?.recurrence;
  if (said !== undefined) return { recurrence: said, anchorOn: null };
  if (resolved === null || series === undefined) return { recurrence: null, anchorOn: null };
  return { recurrence: series.recurrence, anchorOn: series.dueOn === resolved.dueOn ? series.anchorOn : null };
}
