import { parseTime, type Time } from '@internationalized/date';
import { useMemo } from 'react';
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components/TimeField';
import { classes } from './classes.ts';
import styles from './DateField.module.css';
import { FieldHelp } from './FieldHelp.tsx';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import fieldStyles from './fields.module.css';
import { HalfTyped, type KeptParts } from './HalfTyped.tsx';
import timeStyles from './TimeField.module.css';

export interface TimeFieldProps extends FieldProps, KeptParts {
  /** The wall clock as `HH:MM`; null while it is empty or unfinished. */
  readonly value: string | null;
  readonly onChange: (time: string | null) => void;
  readonly autoFocus?: boolean | undefined;
  readonly isReadOnly?: boolean | undefined;
}

/** A time of day, shown with 12 or 24 hours as the user's locale has it. */
export function TimeField({
  label,
  isLabelHidden,
  description,
  error,
  isDisabled = false,
  value,
  onChange,
  autoFocus = false,
  isReadOnly = false,
  parts,
  onParts,
}: TimeFieldProps) {
  // Another object would be another time to the field, which forgets then what is half typed.
  const time = useMemo(() => parsed(value), [value]);
  return (
    <AriaTimeField<Time>
      autoFocus={autoFocus}
      className={fieldStyles.field ?? ''}
      granularity="minute"
      isDisabled={isDisabled}
      isInvalid={error !== undefined}
      isReadOnly={isReadOnly}
      onChange={(next) => onChange(next === null ? null : next.toString().slice(0, 5))}
      shouldForceLeadingZeros
      validationBehavior="aria"
      value={time}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <DateInput className={classes(fieldStyles.control, styles.segments, timeStyles.control)}>
        {(segment) => (
          <>
            {onParts !== undefined && segment.type === 'minute' && <HalfTyped onParts={onParts} parts={parts} />}
            <DateSegment className={styles.segment ?? ''} segment={segment} />
          </>
        )}
      </DateInput>
      <FieldHelp description={description} error={error} />
    </AriaTimeField>
  );
}

function parsed(time: string | null): Time | null {
  if (time === null) return null;
  try {
    return parseTime(time);
  } catch {
    return null;
  }
}
