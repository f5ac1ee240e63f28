import { type ImportantDate, importantDate, type Person } from '../../shared/people/person.ts';
import { nextOccurrence, USUAL_NOTICE_DAYS, yearsAt } from '../../shared/people/rules.ts';
import { addDays } from '../../shared/time.ts';
import { api } from '../api.ts';
import { formatCount, formatMonthDay, formatMonthName, today } from '../format.ts';
import { useSettings } from '../settings/queries.ts';
import { Button } from '../ui/Button.tsx';
import { IconButton } from '../ui/IconButton.tsx';
import { BinIcon, PlusIcon } from '../ui/icons.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { Section } from '../ui/Section.tsx';
import { Select } from '../ui/Select.tsx';
import { TextButton } from '../ui/TextButton.tsx';
import { TextField } from '../ui/TextField.tsx';
import { comesRound } from './date-words.ts';
import { EditLine } from './EditLine.tsx';
import { EditPopover, type EditPopoverProps } from './EditPopover.tsx';
import styles from './PersonPage.module.css';

/** A date while it is entered. */
interface DateEntry {
  readonly label: string;
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly noticeDays?: number | undefined;
}

const NEW: DateEntry = { label: '', day: null, month: null, year: null };
const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  get label() {
    return formatMonthName(index + 1);
  },
}));
/** A date is near when it comes within so many days, or as many more as it asks for. */
const NEAR_DAYS = 30;

/** Birthdays and other days that come round, with a year or without. */
export function PersonDates({ person: { id, dates } }: { readonly person: Person }) {
  async function replace(index: number, entry: DateEntry | null): Promise<void> {
    const parsed = importantDate.safeParse(entry);
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

type DatePopoverProps = Pick<EditPopoverProps<DateEntry | null>, 'label' | 'trigger' | 'onCommit'> & {
  readonly value: DateEntry;
  readonly isNew: boolean;
};

function DatePopover({ isNew, value, ...rest }: DatePopoverProps) {
  return (
    <EditPopover<DateEntry | null> {...rest} problemOf={problemOf} value={value}>
      {(entered, change, finish) => {
        const date = entered ?? value;
        return (
          <>
            <TextField
              autoFocus
              label="What"
              maxLength={300}
              onChange={(label) => change({ ...date, label })}
              placeholder="Birthday"
              value={date.label}
            />
            <div className={styles.dateFields}>
              <NumberField
                label="Day"
                maxValue={31}
                minValue={1}
                onChange={(day) => change({ ...date, day })}
                value={date.day}
              />
              <Select
                label="Month"
                onChange={(month) => change({ ...date, month: Number(month) })}
                options={MONTHS}
                value={date.month === null ? null : String(date.month)}
              />
            </div>
            <NumberField
              description="Day and year may stay empty."
              formatOptions={{ useGrouping: false }}
              label="Year"
              maxValue={9999}
              minValue={1}
              onChange={(year) => change({ ...date, year })}
              value={date.year}
            />
            <NumberField
              description={`Today names it so many days ahead; ${USUAL_NOTICE_DAYS} when nothing is said.`}
              label="Days ahead"
              maxValue={366}
              minValue={0}
              onChange={(days) => change({ ...date, noticeDays: days ?? undefined })}
              placeholder={String(USUAL_NOTICE_DAYS)}
              value={date.noticeDays ?? null}
            />
            {!isNew && (
              <Button icon={BinIcon} onPress={() => finish(null)} variant="quiet">
                Remove
              </Button>
            )}
          </>
        );
      }}
    </EditPopover>
  );
}

function problemOf(entry: DateEntry | null): string | null {
  if (entry === null || importantDate.safeParse(entry).success) return null;
  if (entry.label.trim() === '') return 'The date needs a name, such as Birthday.';
  if (entry.month === null) return 'The month is missing.';
  return 'There is no such day in that month.';
}
