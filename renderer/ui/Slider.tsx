import { type KeyboardEvent, useId } from 'react';
import { classes } from './classes.ts';
import fieldStyles from './fields.module.css';
import { CloseIcon } from './icons.ts';
import styles from './Slider.module.css';

export interface SliderBand {
  readonly from: number;
  readonly to: number;
  /** Said in words under the track, neutral: "Often 40 to 50 %". */
  readonly label: string;
}

export interface SliderProps {
  readonly label: string;
  /** Null is "not noticed": no value, not zero. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly step?: number | undefined;
  readonly formatValue?: ((value: number) => string) | undefined;
  /** A range to compare with, drawn as a bracket without any judgement. */
  readonly band?: SliderBand | undefined;
}

const MAXIMUM = 100;
const NOT_NOTICED = 'not noticed';

/** A share on a line, with the first state "not noticed". Arrow keys mark and move; Backspace takes the mark away. */
export function Slider({ label, value, onChange, step = 10, formatValue = String, band }: SliderProps) {
  const id = useId();
  const middle = Math.round(MAXIMUM / 2 / step) * step;
  const shown = value ?? middle;
  const word = value === null ? NOT_NOTICED : formatValue(value);
  const place = (at: number) => at / MAXIMUM;

  function pressed(event: KeyboardEvent) {
    if (event.key === 'Backspace' || event.key === 'Delete') {
      event.preventDefault();
      onChange(null);
    } else if ((event.key === ' ' || event.key === 'Enter') && value === null) {
      event.preventDefault();
      onChange(middle);
    }
  }

  return (
    <div className={classes(fieldStyles.field, styles.slider)}>
      <div className={styles.head}>
        <label className={fieldStyles.label} htmlFor={id}>
          {label}
        </label>
        {/* The slider speaks its value itself. */}
        <span aria-hidden className={classes(styles.value, value === null && styles.none)}>
          {word}
        </span>
        {value !== null && (
          <button
            aria-label={`${label}: ${NOT_NOTICED}`}
            className={styles.clear}
            onClick={() => onChange(null)}
            title={NOT_NOTICED}
            type="button"
          >
            <CloseIcon aria-hidden size="0.75rem" strokeWidth={2} />
          </button>
        )}
      </div>
      <div className={styles.track}>
        {band && (
          <span
            aria-hidden
            className={styles.band}
            style={{
              insetInlineStart: `calc(0.5rem + (100% - 1rem) * ${place(band.from)})`,
              width: `calc((100% - 1rem) * ${place(band.to) - place(band.from)})`,
            }}
          />
        )}
        <input
          aria-describedby={band && `${id}-help`}
          aria-valuetext={word}
          className={classes(styles.input, value === null && styles.unmarked)}
          id={id}
          max={MAXIMUM}
          min={0}
          onChange={(event) => onChange(Number(event.currentTarget.value))}
          onKeyDown={pressed}
          // A click on the very place where the empty ring lies changes nothing, and still marks.
          onPointerUp={(event) => value === null && onChange(Number(event.currentTarget.value))}
          step={step}
          type="range"
          value={shown}
        />
      </div>
      {band && (
        <span className={fieldStyles.description} id={`${id}-help`}>
          {band.label}
        </span>
      )}
    </div>
  );
}
