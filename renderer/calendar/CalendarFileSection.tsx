import { useState } from 'react';
import type { CalendarChoice } from '../../shared/calendar/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { useActions } from '../keys.ts';
import { report } from '../report.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { ExportIcon } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { StatusText } from '../ui/StatusText.tsx';
import styles from './CalendarFileSection.module.css';

const PARTS: readonly { readonly part: keyof CalendarChoice; readonly label: string }[] = [
  { part: 'followUps', label: 'Follow-ups' },
  { part: 'promises', label: 'Promises' },
  { part: 'dates', label: 'Important dates' },
  { part: 'reminders', label: 'With reminders' },
];

/** What is due, as a file for the calendar of this computer or phone. */
export function CalendarFileSection() {
  const [choice, setChoice] = useState<CalendarChoice>({
    followUps: true,
    promises: true,
    dates: true,
    reminders: false,
  });
  const [outcome, setOutcome] = useState('');
  const [isSaving, setSaving] = useState(false);

  async function save(): Promise<void> {
    setSaving(true);
    setOutcome('');
    try {
      const saved = await api.calendar.exportFile(choice);
      if (saved !== null) setOutcome(`Saved ${formatCount(saved.entries, 'entry', 'entries')} to ${saved.path}`);
    } catch (error) {
      if (error instanceof AppError && error.code === 'rule_violated')
        setOutcome('There is nothing with a date to save.');
      else report(error);
    } finally {
      setSaving(false);
    }
  }

  const canSave = !isSaving && (choice.followUps || choice.promises || choice.dates);
  useActions({ 'save-calendar-file': canSave ? () => void save() : null });

  return (
    <Section title="Calendar file">
      <p className={styles.explanation}>
        Open follow-ups, open promises with a day, and important dates, as an .ics file for your calendar. Bring a later
        file into the same calendar, and entries are updated rather than doubled. The file holds names and your words.
      </p>
      <div className={styles.choices}>
        {PARTS.map(({ part, label }) => (
          <Checkbox
            isSelected={choice[part]}
            key={part}
            label={label}
            onChange={(isSelected) => setChoice({ ...choice, [part]: isSelected })}
          />
        ))}
      </div>
      <div className={styles.choices}>
        <Button
          icon={ExportIcon}
          isDisabled={!(choice.followUps || choice.promises || choice.dates)}
          isPending={isSaving}
          onPress={() => void save()}
        >
          Save calendar file…
        </Button>
        <StatusText label="Calendar file">{outcome}</StatusText>
      </div>
    </Section>
  );
}
