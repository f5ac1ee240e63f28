import { type CalendarDate, parseDate } from '@internationalized/date';
import { type ReactNode, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
  CalendarHeading,
} from 'react-aria-components/Calendar';
import { DateInput, DatePicker, DateSegment } from 'react-aria-components/DatePicker';
import { Dialog } from 'react-aria-components/Dialog';
import { Group } from 'react-aria-components/Group';
import { Popover } from 'react-aria-components/Popover';
import { today } from '../format.ts';
import { classes } from './classes.ts';
import styles from './DateField.module.css';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import fieldStyles from './fields.module.css';
import { FIRST_WHOLE_YEAR, HalfTyped, type KeptParts } from './HalfTyped.tsx';
import { CalendarIcon, ChevronLeftIcon, ChevronRightIcon, CloseIcon } from './icons.ts';
import options from './options.module.css';

export interface DateFieldProps extends FieldProps, KeptParts {
  /** A day as `YYYY-MM-DD`, without a zone; null while it is empty or unfinished. */
  readonly value: string | null;
  readonly onChange: (day: string | null) => void;
  readonly minimum?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** A button that empties the field; for days that may be left out. */
  readonly isClearable?: boolean | undefined;
  /** Something of it is typed elsewhere, be it no day yet: it can be emptied. */
  readonly isBegun?: boolean | undefined;
  /** At the foot of the calendar: "Tomorrow", "In a week". */
  readonly children?: ReactNode;
}

/** A day: typed part by part in the order of the user's locale, or picked from a calendar. */
export function DateField({
  label,
  isLabelHidden,
  description,
  error,
  value,
  onChange,
  minimum,
  autoFocus = false,
  isClearable = false,
  isBegun = false,
  parts,
  onParts,
  children,
}: DateFieldProps) {
  // Emptying begins a new field, so that half-typed parts go with the day.
  const [cleared, setCleared] = useState(0);
  // Another object is another day to the field, which forgets then what is half typed: also the day that holds, once
  // more, out of the calendar.
  const [shown, setShown] = useState(() => ({ of: value, day: parsed(value) }));
  if (shown.of !== value) setShown({ of: value, day: parsed(value) });
  const isYearBegun = shown.day !== null && shown.day.year < FIRST_WHOLE_YEAR;

  function choose(day: CalendarDate | null): void {
    const of = day === null ? null : day.year < FIRST_WHOLE_YEAR ? value : day.toString();
    setShown({ of, day });
    if (day === null || day.year >= FIRST_WHOLE_YEAR) onChange(of);
  }

  return (
    <DatePicker<CalendarDate>
      autoFocus={autoFocus || cleared > 0}
      className={fieldStyles.field ?? ''}
      isInvalid={error !== undefined}
      key={cleared}
      onChange={choose}
      shouldForceLeadingZeros
      validationBehavior="aria"
      value={shown.day}
      {...(minimum === undefined ? {} : { minValue: parseDate(minimum) })}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <Group className={classes(fieldStyles.control, styles.control)}>
        <DateInput className={styles.segments ?? ''}>
          {(segment) => (
            <>
              {segment.type === 'day' && <HalfTyped onParts={onParts} parts={parts} />}
              <DateSegment className={styles.segment ?? ''} segment={segment} />
            </>
          )}
        </DateInput>
        {isClearable && (value !== null || parts !== null || isBegun) && (
          <AriaButton
            aria-label={`Clear ${label}`}
            className={classes(fieldStyles.within, styles.clear)}
            onPress={() => {
              setCleared(cleared + 1);
              onParts(null);
              choose(null);
            }}
            slot={null}
          >
            <CloseIcon aria-hidden size="0.875rem" />
          </AriaButton>
        )}
        <AriaButton className={fieldStyles.within ?? ''}>
          <CalendarIcon aria-hidden size="1rem" strokeWidth={1.75} />
        </AriaButton>
      </Group>
      <FieldHelp description={description} error={error} />
      <Popover className={classes(options.popover, styles.popover)} offset={4} placement="bottom start">
        <Dialog className={styles.dialog ?? ''}>
          <Calendar {...(isYearBegun ? { defaultFocusedValue: parsed(value) ?? parsed(today()) } : {})}>
            <header className={styles.header}>
              <CalendarHeading className={styles.month ?? ''} />
              <AriaButton className={styles.step ?? ''} slot="previous">
                <ChevronLeftIcon aria-hidden size="1rem" />
              </AriaButton>
              <AriaButton className={styles.step ?? ''} slot="next">
                <ChevronRightIcon aria-hidden size="1rem" />
              </AriaButton>
            </header>
            <CalendarGrid className={styles.grid ?? ''} weekdayStyle="short">
              <CalendarGridHeader>
                {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
              </CalendarGridHeader>
              <CalendarGridBody>{(date) => <CalendarCell className={styles.day ?? ''} date={date} />}</CalendarGridBody>
            </CalendarGrid>
          </Calendar>
          {children !== undefined && children !== null && <div className={styles.foot}>{children}</div>}
        </Dialog>
      </Popover>
    </DatePicker>
  );
}

/** A text that is no day is shown as none: the field must not fall over what an import brought. */
function parsed(day: string | null): CalendarDate | null {
  if (day === null) return null;
  try {
    return parseDate(day);
  } catch {
    return null;
  }
}
