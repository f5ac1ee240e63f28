import { type ImportantDate, importantDate, type Person } from '../../shared/people/person.ts';
import { nextOccurrence, yearsAt } from '../../shared/people/rules.ts';
import { addDays } from '../../shared/time.ts';
import { api } from '../api.ts';
import { formatCount, formatMonthDay, today } from '../format.ts';
import { useSettings } from '../settings/queries.ts';
import { IconButton } from '../ui/IconButton.tsx';
import { PlusIcon } from '../ui/icons.ts';
import { Section } from '../ui/Section.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { type DateEntry, DatePopover } from './DatePopover.tsx';
import { comesRound } from './date-words.ts';
import { EditLine } from './EditLine.tsx';
import styles from './PersonPage.module.css';

const NEW: DateEntry = { label: '', day: null, month: null, year: null };
/** A date is near when it comes within so many days, or as many more as it asks for. */
const NEAR_DAYS = 30;

/** Birthdays and other days that come round, with a year or without. */
export function PersonDates({ person: { id, dates } }: { readonly person: Person }) {
  async function replace(index: number, entry: DateEntry | null): Promise<void> {
    const { words: _, ...date } = entry ?? NEW;
    const parsed = importantDate.safeParse(date);
    const entered = parsed.success ? [parsed.data] : [];
    await api.people.edit({ id, fields: { dates: dates.toSpliced(index, 1, ...entered) } });
  }

  return (
    <Section
      actions={
        dates.length > 0 && (
          <DatePopover
            isNew
            label="New date"
            onCommit={(added) => replace(dates.length, added)}
            trigger={<IconButton icon={PlusIcon} label="Add date" size="small" />}
            value={NEW}
          />
        )
      }
      title="Important dates"
    >
      {dates.length === 0 ? (
        <div>
          <DatePopover
            isNew
            label="New date"
            onCommit={(added) => replace(0, added)}
            trigger={<TextButton>Add date</TextButton>}
            value={NEW}
          />
        </div>
      ) : (
        <ul aria-label="Important dates" className={styles.facts}>
          {dates.map((date, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a date has no other identity than its place.
            <li key={index}>
              <EditLine
                editor={(trigger) => (
                  <DatePopover
                    isNew={false}
                    label={date.label}
                    onCommit={(changed) => replace(index, changed)}
                    trigger={trigger}
                    value={date}
                  />
                )}
                label={date.label}
              >
                {date.label}: {formatMonthDay(date.month, date.day, date.year)} <Near date={date} />
              </EditLine>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function Near({ date }: { readonly date: ImportantDate }) {
  const { value: settings } = useSettings({});
  const on = nextOccurrence(date, today(), settings?.leapDay);
  if (on === null || on > addDays(today(), Math.max(NEAR_DAYS, date.noticeDays ?? 0))) return null;
  const years = yearsAt(date, on);
  return (
    <span className={styles.near}>
      {comesRound(date, on)}
      {years !== null && years > 0 && ` (${formatCount(years, 'year', 'years')})`}
    </span>
  );
}
