import { type CalendarDate, isCalendarDate, isLocalTime } from '../../shared/time.ts';
import { useDraftState, useField } from '../drafts/editor.ts';
import { CountField } from '../observations/CountField.tsx';
import { DateField } from '../ui/DateField.tsx';
import { Field } from '../ui/Field.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TimeField } from '../ui/TimeField.tsx';
import { CHANNEL_OPTIONS } from './channel-words.ts';
import styles from './WhenFields.module.css';

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
  const [on, setOn] = useField('on');
  const [at, setAt] = useField('at');
  const isMissing = useDraftState(({ problems }) => problems.includes('day'));
  return (
    <div data-field="day">
      <Field error={isMissing ? 'Say on which day it was.' : undefined} label="When">
        <DateField isLabelHidden label="Day" onChange={(day) => setOn(asDate(day))} value={on} />
        <TimeField
          isLabelHidden
          label="Time"
          onChange={(time) => setAt(time !== null && isLocalTime(time) ? time : null)}
          value={at}
        />
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
