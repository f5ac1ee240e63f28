import { useState } from 'react';
import type { CalendarDate } from '../../shared/time.ts';
import { StatusText } from '../ui/StatusText.tsx';
import { TextField } from '../ui/TextField.tsx';
import styles from './PlainDay.module.css';
import { dayWords, readWhen } from './read-when.ts';

/** One line of plain words that says which day, with the day they mean beside it. */
export function PlainDay({
  begun = '',
  onDay,
  onUnread,
}: {
  /** What is typed of it already. */
  readonly begun?: string | undefined;
  readonly onDay: (day: CalendarDate) => void;
  /** Hears what is not understood; nothing, as soon as it is. */
  readonly onUnread?: ((text: string) => void) | undefined;
}) {
  const [text, setText] = useState(begun);
  const read = readWhen(text);
  return (
    <div className={styles.plain}>
      <TextField
        label="In plain words"
        maxLength={100}
        onChange={(next) => {
          setText(next);
          const day = readWhen(next);
          onUnread?.(day === null ? next : '');
          if (day !== null) onDay(day.on);
        }}
        placeholder="in 3 weeks"
        value={text}
      />
      <StatusText label="Means" tone={text.trim() !== '' && read === null ? 'due' : 'quiet'}>
        {text.trim() === '' ? '' : read === null ? 'Not understood as a day to come' : dayWords(text, read)}
      </StatusText>
    </div>
  );
}
