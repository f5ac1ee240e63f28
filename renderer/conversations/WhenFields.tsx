import { lazy, Suspense } from 'react';
import { setHalfTyped, setWhen, setWhenWords } from '../../shared/drafts/content-rules.ts';
import type { DraftContent } from '../../shared/drafts/draft-content.ts';
import { type CalendarDate, isCalendarDate, isLocalTime } from '../../shared/time.ts';
import { useDraftState, useEditor, useField, useFields } from '../drafts/editor.ts';
import { CountField } from '../observations/CountField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Field } from '../ui/Field.tsx';
import { HALF_TYPED_DAY_OR_TIME } from '../ui/HalfTyped.tsx';
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
  const { on, at, whenWords, halfTyped } = useFields(({ on: day, at: time, whenWords: words, halfTyped: half }) => ({
    on: day,
    at: time,
    whenWords: words,
    halfTyped: half,
  }));
  const { change } = useEditor();
  const isMissing = useDraftState(({ problems }) => problems.includes('day'));
  const text = whenWords?.text ?? '';
  return (
    <div data-field="day">
      <Field error={isMissing ? whatIsMissing(halfTyped) : undefined} label="When">
        <DateField
          isLabelHidden
          label="Day"
          onChange={(day) => change((content) => setWhen(content, { on: asDate(day) }))}
          onParts={(parts) => change((content) => setHalfTyped(content, { day: parts }))}
          parts={halfTyped?.day ?? null}
          value={on}
        />
        <TimeField
          isLabelHidden
          label="Time"
          onChange={(time) =>
            change((content) => setWhen(content, { at: time !== null && isLocalTime(time) ? time : null }))
          }
          onParts={(parts) => change((content) => setHalfTyped(content, { time: parts }))}
          parts={halfTyped?.time ?? null}
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

function whatIsMissing(halfTyped: DraftContent['halfTyped']): string {
  return halfTyped?.day === undefined && halfTyped?.time === undefined
    ? 'Say on which day it was.'
    : HALF_TYPED_DAY_OR_TIME;
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
