import { nextOccurrence } from '../../shared/people/rules.ts';
import { otherRound, readRound } from '../follow-ups/read-when.ts';
import { formatDate, formatMonthDay, today } from '../format.ts';
import { useSettings } from '../settings/queries.ts';
import { StatusText } from '../ui/StatusText.tsx';
import { TextField } from '../ui/TextField.tsx';
import type { DateEntry } from './DatePopover.tsx';

export interface YearlyWordsProps {
  readonly date: DateEntry;
  readonly onChange: (date: DateEntry) => void;
}

/** A day that comes round in plain words, with the day they mean and when it is next. */
export function YearlyWords({ date, onChange }: YearlyWordsProps) {
  const { value: settings } = useSettings({});
  const { text, isRead } = date.words ?? { text: '', isRead: false };

  function type(next: string): void {
    const read = readRound(next);
    const words = next === '' ? undefined : { text: next, isRead: read !== null };
    onChange({ ...date, ...read, words });
  }

  function inWords(): string {
    const { day, month, year } = date;
    if (month === null) return '';
    const next = nextOccurrence({ day, month, year }, today(), settings?.leapDay);
    const comes = next === null || day === null ? '' : `, next on ${formatDate(next)}`;
    return formatMonthDay(month, day, year) + comes + otherRound(text);
  }

  const isUnclear = text.trim() !== '' && !isRead;
  return (
    <div>
      <TextField label="In plain words" maxLength={100} onChange={type} placeholder="3 August 1980" value={text} />
      <StatusText label="Means" tone={isUnclear ? 'due' : 'quiet'}>
        {isUnclear ? 'Not understood as a date' : isRead ? inWords() : ''}
      </StatusText>
    </div>
  );
}
