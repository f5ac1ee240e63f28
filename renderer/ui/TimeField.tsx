import { parseTime, type Time } from '@internationalized/date';
import { useMemo, useRef, useState } from 'react';
import { TimeField as AriaTimeField, DateInput, DateSegment } from 'react-aria-components/TimeField';
import { classes } from './classes.ts';
import styles from './DateField.module.css';
import { FieldLabel } from './FieldLabel.tsx';
import type { FieldProps } from './field.ts';
import fieldStyles from './fields.module.css';
import { HalfTyped, type KeptParts } from './HalfTyped.tsx';
import timeStyles from './TimeField.module.css';

export interface TimeFieldProps extends Pick<FieldProps, 'label' | 'isLabelHidden'>, Partial<KeptParts> {
  /** The wall clock as `HH:MM`; null while it is empty or unfinished. */
  readonly value: string | null;
  readonly onChange: (time: string | null) => void;
}

/**
 * A time of day, shown with 12 or 24 hours as the user's locale has it. Where nobody holds what is half typed, the time
 * that holds stands there again when the field is left.
 */
export function TimeField({ label, isLabelHidden, value, onChange, parts = null, onParts }: TimeFieldProps) {
  const isHalfTyped = useRef(false);
  const [left, setLeft] = useState(0);
  // Another object would be another time to the field, which forgets then what is half typed.
  const time = useMemo(() => parsed(value), [value]);
  return (
    <AriaTimeField<Time>
      className={fieldStyles.field ?? ''}
      granularity="minute"
      key={left}
      onBlur={() => onParts === undefined && isHalfTyped.current && setLeft(left + 1)}
      onChange={(next) => onChange(next === null ? null : next.toString().slice(0, 5))}
      shouldForceLeadingZeros
      validationBehavior="aria"
      value={time}
    >
      <FieldLabel isHidden={isLabelHidden}>{label}</FieldLabel>
      <DateInput className={classes(fieldStyles.control, styles.segments, timeStyles.control)}>
        {(segment) => (
          <>
            {segment.type === 'minute' && (
              <HalfTyped
                onParts={(typed) => {
                  isHalfTyped.current = typed !== null;
                  onParts?.(typed);
                }}
                parts={parts}
              />
            )}
            <DateSegment className={styles.segment ?? ''} segment={segment} />
          </>
        )}
      </DateInput>
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
