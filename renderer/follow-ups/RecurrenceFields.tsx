import { useState } from 'react';
import type { Recurrence, Unit } from '../../shared/follow-ups/recurrence-rule.ts';
import { WEEKDAY_NAMES } from '../../shared/follow-ups/recurrence-words.ts';
import { addMonths, type CalendarDate, isCalendarDate } from '../../shared/time.ts';
import { Checkbox } from '../ui/Checkbox.tsx';
import { classes } from '../ui/classes.ts';
import { Field } from '../ui/Field.tsx';
import { HALF_TYPED_DAY, type KeptParts } from '../ui/HalfTyped.tsx';
import { NumberField } from '../ui/NumberField.tsx';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Select } from '../ui/Select.tsx';
import { DayField } from './DayField.tsx';
import styles from './RecurrenceFields.module.css';
import { everyOf, monthDayChoices, unitOf, withAfter, withEvery, withUnit } from './recurrence-choices.ts';

const REPEATS = [
  { value: 'never', label: 'Once' },
  { value: 'day', label: 'Daily' },
  { value: 'week', label: 'Weekly' },
  { value: 'month', label: 'Monthly' },
  { value: 'year', label: 'Yearly' },
] as const;

const COUNTED = [
  { value: 'calendar', label: 'by the calendar' },
  { value: 'done', label: 'after it was done' },
] as const;

const ENDS = [
  { value: 'never', label: 'never' },
  { value: 'until', label: 'on a day' },
  { value: 'times', label: 'after a number of times' },
] as const;

const UNITS: Readonly<Record<Unit, string>> = { day: 'days', week: 'weeks', month: 'months', year: 'years' };

export interface RecurrenceFieldsProps {
  readonly value: Recurrence | null;
  /** The day it begins on, or today: what "monthly" means follows from it. */
  readonly day: CalendarDate;
  readonly onChange: (recurrence: Recurrence | null) => void;
  /** What is typed of the last day while it is none yet. */
  readonly untilParts: KeptParts['parts'];
  readonly onUntilParts: KeptParts['onParts'];
  /** It was tried to save it. */
  readonly wasTried: boolean;
}

/** How often, in as few fields as the answer needs. */
export function RecurrenceFields({ value, day, onChange, ...last }: RecurrenceFieldsProps) {
  const unit = value === null ? 'never' : unitOf(value);
  return (
    <>
      <div className={styles.row}>
        <Select
          label="Repeats"
          onChange={(next) => onChange(next === 'never' ? null : withUnit(value, next, day))}
          options={REPEATS}
          value={unit}
        />
        {value !== null && (
          <NumberField
            label={`Every how many ${UNITS[unitOf(value)]}`}
            maxValue={999}
            minValue={1}
            onChange={(every) => onChange(withEvery(value, every ?? 1))}
            value={everyOf(value)}
          />
        )}
      </div>
      {value !== null && (
        <>
          {value.after === 'calendar' && <Days day={day} onChange={onChange} value={value} />}
          <RadioGroup
            label="Counted"
            onChange={(after) => onChange(withAfter(value, after, day))}
            options={COUNTED}
            value={value.after}
          />
          <Ends {...last} day={day} onChange={onChange} value={value} />
        </>
      )}
    </>
  );
}

interface DaysProps {
  readonly value: Extract<Recurrence, { after: 'calendar' }>;
  readonly day: CalendarDate;
  readonly onChange: (recurrence: Recurrence) => void;
}

/** Which weekdays, or which day of the month. */
function Days({ value, day, onChange }: DaysProps) {
  const { pattern } = value;
  if (pattern.unit === 'day') return null;
  if (pattern.unit === 'week') {
    const { weekdays } = pattern;
    const choose = (weekday: number, isChosen: boolean): void => {
      const others = weekdays.filter((each) => each !== weekday);
      const next = isChosen ? [...others, weekday].sort((a, b) => a - b) : others;
      // Without a day it would be no rule: the last one stays.
      if (next.length > 0) onChange({ ...value, pattern: { ...pattern, weekdays: next } });
    };
    return (
      <Field label="On">
        <div className={styles.weekdays}>
          {WEEKDAY_NAMES.map((name, index) => (
            <Checkbox
              isSelected={weekdays.includes(index + 1)}
              key={name}
              label={name}
              onChange={(isChosen) => choose(index + 1, isChosen)}
            />
          ))}
        </div>
      </Field>
    );
  }
  const choices = monthDayChoices(day, pattern.on);
  return (
    <Select
      label="On"
      onChange={(next) => {
        const on = choices.find((choice) => choice.value === next)?.on;
        if (on !== undefined) onChange({ ...value, pattern: { ...pattern, on } });
      }}
      options={choices}
      value={choices[0]?.value ?? null}
    />
  );
}

function Ends({
  value,
  day,
  onChange,
  untilParts,
  onUntilParts,
  wasTried,
}: { readonly value: Recurrence } & Omit<RecurrenceFieldsProps, 'value'>) {
  const { until, times } = value;
  // An emptied field stays, so that another day can be typed.
  const [isEmptied, setEmptied] = useState(false);
  const ends = times !== null ? 'times' : until !== null || isEmptied || untilParts !== null ? 'until' : 'never';

  function endOn(last: string | null): void {
    if (last !== null && !isCalendarDate(last)) return;
    setEmptied(last === null);
    onChange({ ...value, until: last });
  }

  return (
    <div className={classes(styles.row, styles.ends)}>
      <Select
        label="Ends"
        onChange={(next) => {
          setEmptied(false);
          onUntilParts(null);
          onChange({
            ...value,
            until: next === 'until' ? addMonths(day, 12) : null,
            times: next === 'times' ? 5 : null,
          });
        }}
        options={ENDS}
        value={ends}
      />
      {ends === 'until' && (
        <DayField
          description={until === null && untilParts === null ? 'Without a day it goes on' : undefined}
          error={wasTried && untilParts !== null ? HALF_TYPED_DAY : undefined}
          isClearable
          label="Last day"
          onChange={endOn}
          onParts={onUntilParts}
          parts={untilParts}
          value={until}
        />
      )}
      {times !== null && (
        <NumberField
          label="Times"
          maxValue={999}
          minValue={1}
          onChange={(next) => onChange({ ...value, times: next ?? 1 })}
          value={times}
        />
      )}
    </div>
  );
}
