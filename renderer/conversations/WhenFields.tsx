import { lazy, Suspense } from 'react';
import { setWhen, setWhenWords } from '../../shared/drafts/content-rules.ts';
import { type CalendarDate, isCalendarDate, isLocalTime } from '../../shared/time.ts';
import { useDraftState, useEditor, useField, useFields } from '../drafts/editor.ts';
import { CountField } from '../observations/CountField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Field } from '../ui/Field.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TimeField } from '../ui/TimeField.tsx';
import { CHANNEL_OPTIONS } from './channel-words.ts';
import styles from './WhenFields.module.css';

// It brings the reader of plain words along, which the fields beside it need not wait for.
const WhenWords = lazy(() => import('./WhenWords.tsx').then((module) => ({ default: module.WhenWords })));

const DAY_MINUTES = 1440;

/** When it was, how long, and by which channel. */
export function WhenFields() {
  return (
    <div className={styles.when} data-part="">
      <div className={styles.line}>
        <StartFields />
        <MinutesField />
      </div>
      <ChannelField />
    </div>
  );
}

function StartFields() {
  const { on, at, whenWords } = useFields(({ on: day, at: time, whenWords: words }) => ({
    on: day,
    at: time,
    whenWords: words,
  }));
  const { change } = useEditor();
  const isMissing = useDraftState(({ problems }) => problems.includes('day'));
  const text = whenWords?.text ?? '';
  return (
    <div data-field="day">
      <Field error={isMissing ? 'Say on which day it was.' : undefined} label="When">
        <DateField
          isLabelHidden
          label="Day"
          onChange={(day) => change((content) => setWhen(content, { on: asDate(day) }))}
          value={on}
        />
        <TimeField
          isLabelHidden
          label="Time"
          onChange={(time) =>
            change((content) => setWhen(content, { at: time !== null && isLocalTime(time) ? time : null }))
          }
          value={at}
        />
        <Suspense fallback={null}>
          <WhenWords
            means={whenWords?.isRead === true && on !== null ? { on, at } : null}
            onType={(next, means) => change((content) => setWhenWords(content, next, means))}
            text={text}
          />
        </Suspense>
      </Field>
    </div>
  );
}

function asDate(day: string | null): CalendarDate | null {
  return day !== null && isCalendarDate(day) ? day : null;
}

function MinutesField() {
  const [minutes, setMinutes] = useField('minutes');
  return (
    <div className={styles.minutes}>
      <CountField label="Minutes" maximum={DAY_MINUTES} onChange={setMinutes} value={minutes} />
    </div>
  );
}

function ChannelField() {
  const [channel, setChannel] = useField('channel');
  return <RadioGroup label="Channel" onChange={setChannel} options={CHANNEL_OPTIONS} value={channel} />;
}
