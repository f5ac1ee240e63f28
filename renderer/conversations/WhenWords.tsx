import type { CalendarDate, LocalTime } from '../../shared/time.ts';
import { otherPastDay, readPast } from '../follow-ups/read-when.ts';
import { formatDate, formatTime } from '../format.ts';
import { TextField } from '../ui/TextField.tsx';
import styles from './WhenFields.module.css';

interface Means {
  readonly on: CalendarDate;
  readonly at: LocalTime | null;
}

export interface WhenWordsProps {
  readonly text: string;
  /** What the words mean, as they were understood when they were typed. */
  readonly means: Means | null;
  readonly onType: (text: string, means: Means | null) => void;
}

/** The day of a conversation in plain words, with the day they mean beside them. */
export function WhenWords({ text, means, onType }: WhenWordsProps) {
  const isUnclear = text.trim() !== '' && means === null;
  return (
    <div className={styles.words}>
      <TextField
        isLabelHidden
        label="When, in plain words"
        maxLength={100}
        onChange={(next) => onType(next, readPast(next))}
        placeholder="yesterday 3pm"
        value={text}
      />
      <p aria-live="polite" className={styles.means} data-unclear={isUnclear}>
        {isUnclear ? 'Not understood as a day that was' : means === null ? '' : inWords(text, means)}
      </p>
    </div>
  );
}

function inWords(text: string, { on, at }: Means): string {
  const day = at === null ? formatDate(on) : `${formatDate(on)}, ${formatTime(at)}`;
  // Taken up again another day, the same words could mean another one.
  return readPast(text)?.on === on ? day + otherPastDay(text) : day;
}
