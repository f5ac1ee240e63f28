import { useMemo, useRef, useState } from 'react';
import { readPastDay } from '../../shared/conversations/past-day.ts';
import { CHANNELS, type Channel } from '../../shared/observations/cue.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { formatDate, today } from '../format.ts';
import { useLetters } from '../keys.ts';
import { Button } from '../ui/Button.tsx';
import { Select } from '../ui/Select.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import { TextField } from '../ui/TextField.tsx';
import { CHANNEL_OPTIONS } from './channel-words.ts';
import styles from './TimelineFilter.module.css';

const KINDS = [
  { value: 'everything', label: 'Everything' },
  { value: 'conversation', label: 'Conversations' },
  { value: 'promise', label: 'Promises' },
  { value: 'follow-up', label: 'Follow-ups done' },
] as const;

const ANY = 'any';
const CHOICES: readonly { readonly value: Channel | typeof ANY; readonly label: string }[] = [
  { value: ANY, label: 'Any channel' },
  ...CHANNEL_OPTIONS.filter(({ value }) => CHANNELS.includes(value)),
];

/** Which part of a timeline is shown. */
export interface Shown {
  readonly kind: (typeof KINDS)[number]['value'];
  readonly channel: Channel | null;
  /** From that day back; null is from the newest. */
  readonly until: CalendarDate | null;
}

export const EVERYTHING: Shown = { kind: 'everything', channel: null, until: null };

export interface TimelineFilterProps {
  readonly value: Shown;
  readonly onChange: (shown: Shown) => void;
}

/** Kind and channel of what is shown, and a day to go to, in plain words. */
export function TimelineFilter({ value, onChange }: TimelineFilterProps) {
  const [text, setText] = useState('');
  const day = readPastDay(text, today());
  const field = useRef<HTMLInputElement>(null);
  useLetters(useMemo(() => ({ g: () => field.current?.focus() }), []));

  function go(): void {
    if (day === null) return;
    onChange({ ...value, until: day });
    setText('');
  }

  function showNewest(): void {
    // This button goes away, and the focus must not go with it.
    field.current?.focus();
    onChange({ ...value, until: null });
  }

  return (
    <search aria-label="Timeline" className={styles.filter}>
      <div className={styles.choice}>
        <Select
          isLabelHidden
          label="Kind of entry"
          onChange={(kind) => onChange({ ...value, kind, ...(hasChannel(kind) ? {} : { channel: null }) })}
          options={KINDS}
          value={value.kind}
        />
      </div>
      <div className={styles.choice}>
        <Select
          isDisabled={!hasChannel(value.kind)}
          isLabelHidden
          label="Channel"
          onChange={(channel) => onChange({ ...value, channel: channel === ANY ? null : channel })}
          options={CHOICES}
          value={value.channel ?? ANY}
        />
      </div>
      <div className={styles.day}>
        <TextField
          isLabelHidden
          inputRef={field}
          label="Go to day"
          maxLength={60}
          onChange={setText}
          onEnter={go}
          placeholder="Go to: March 2024"
          value={text}
        />
      </div>
      {text.trim() !== '' && (
        <StatusText label="Means" tone={day === null ? 'due' : 'quiet'}>
          {day === null ? 'Not understood as a day that is over' : `${formatDate(day)}, Enter goes there`}
        </StatusText>
      )}
      {text.trim() === '' && value.until !== null && (
        <Button onPress={showNewest} variant="quiet">
          From {formatDate(value.until)} back: show the newest
        </Button>
      )}
    </search>
  );
}

function hasChannel(kind: Shown['kind']): boolean {
  return kind === 'everything' || kind === 'conversation';
}
