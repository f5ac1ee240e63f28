import { lazy, Suspense } from 'react';
import { importantDate } from '../../shared/people/person.ts';
import { USUAL_NOTICE_DAYS } from '../../shared/people/rules.ts';
import { formatMonthName } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { BinIcon } from '../ui/icons.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { Select } from '../ui/Select.tsx';
import { TextField } from '../ui/TextField.tsx';
import { EditPopover, type EditPopoverProps } from './EditPopover.tsx';
import styles from './PersonPage.module.css';

// It brings the reader of plain words along, which the fields below it need not wait for.
const YearlyWords = lazy(() => import('./YearlyWords.tsx').then((module) => ({ default: module.YearlyWords })));

/** A date while it is entered. */
export interface DateEntry {
  readonly label: string;
  readonly day: number | null;
  readonly month: number | null;
  readonly year: number | null;
  readonly noticeDays?: number | undefined;
  /** Plain words for it, while they are typed. */
  readonly words?: { readonly text: string; readonly isRead: boolean } | undefined;
}

const MONTHS = Array.from({ length: 12 }, (_, index) => ({
  value: String(index + 1),
  get label() {
    return formatMonthName(index + 1);
  },
}));

export type DatePopoverProps = Pick<EditPopoverProps<DateEntry | null>, 'label' | 'trigger' | 'onCommit'> & {
  readonly value: DateEntry;
  readonly isNew: boolean;
};

/** Asks for a day that comes round: in plain words, or part by part. */
export function DatePopover({ isNew, value, ...rest }: DatePopoverProps) {
  return (
    <EditPopover<DateEntry | null> {...rest} problemOf={problemOf} value={value}>
      {(entered, change, finish) => {
        const date = entered ?? value;
        // Set part by part, it is not what the words say any more.
        const byHand = (part: Partial<DateEntry>): void => change({ ...date, ...part, words: undefined });
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
            <Suspense fallback={null}>
              <YearlyWords date={date} onChange={change} />
            </Suspense>
            <div className={styles.dateFields}>
              <NumberField
                label="Day"
                maxValue={31}
                minValue={1}
                onChange={(day) => byHand({ day })}
                value={date.day}
              />
              <Select
                label="Month"
                onChange={(month) => byHand({ month: Number(month) })}
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
              onChange={(year) => byHand({ year })}
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
  if (entry === null) return null;
  const { words, ...date } = entry;
  if (words !== undefined && !words.isRead && words.text.trim() !== '')
    return 'The words are not understood as a date, such as “3 August 1980”.';
  if (importantDate.safeParse(date).success) return null;
  if (date.label.trim() === '') return 'The date needs a name, such as Birthday.';
  if (date.month === null) return 'The month is missing.';
  return 'There is no such day in that month.';
}
