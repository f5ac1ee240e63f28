import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useRef, useState } from 'react';
import styles from './CueScale.module.css';
import { classes } from './classes.ts';
import { CloseIcon } from './icons.ts';
import { MarkShape } from './MarkShape.tsx';
import { markShape } from './mark.ts';
import spoken from './spoken.module.css';

export interface CueStop {
  readonly value: number;
  /** Shown when marked, and the name of the radio: "much slower". */
  readonly word: string;
}

export interface CueScaleProps {
  /** The cue's name: "Pace". */
  readonly label: string;
  /** Null is "not noticed", which differs from 0, as usual. */
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  /**
   * In order. A scale has the values −2 … 2 and "as usual" at 0; a short list counts from 0 or 1; a sound has one stop.
   */
  readonly stops: readonly CueStop[];
  /** The two ends in small words: `['slower', 'faster']`. */
  readonly poles?: readonly [string, string] | undefined;
  /** A caveat beside the name: "an impression". */
  readonly note?: ReactNode;
}

const NOT_NOTICED = 'not noticed';

/**
 * One cue on one line: its name, and its stops on a hairline between two poles. A radio group to screen readers, and one
 * stop of the Tab key. ← and → move (from not noticed they go to the first stop beside as usual), 0 is as usual, 1 to 5
 * go straight to a stop, Backspace and Delete are not noticed. A click on the marked stop takes the mark away.
 */
export function CueScale({ label, value, onChange, stops, poles, note }: CueScaleProps) {
  const id = useId();
  const group = useRef<HTMLDivElement>(null);
  const [pointedWord, setPointedWord] = useState<string | null>(null);

  const usualIndex = stops.some((stop) => stop.value < 0) ? stops.findIndex((stop) => stop.value === 0) : -1;
  const index = stops.findIndex((stop) => stop.value === value);
  const isMarked = index >= 0;
  const hasNote = note !== undefined && note !== null;

  /** Marks the stop at an index, or none for −1, and takes the focus along. */
  function go(to: number) {
    const next = stops[to]?.value ?? null;
    group.current?.querySelectorAll('input')[to + 1]?.focus();
    if (next !== value) onChange(next);
  }

  function step(direction: 1 | -1): number {
    const last = stops.length - 1;
    if (isMarked) return usualIndex < 0 && index + direction < 0 ? -1 : Math.min(Math.max(index + direction, 0), last);
    if (usualIndex >= 0) return usualIndex + direction;
    return direction === 1 ? 0 : -1;
  }

  function pressed(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const to = target(event.key);
    if (to === undefined) return;
    event.preventDefault();
    go(to);
  }

  function target(key: string): number | undefined {
    if (key === 'ArrowRight' || key === 'ArrowDown') return step(1);
    if (key === 'ArrowLeft' || key === 'ArrowUp') return step(-1);
    if (key === 'Backspace' || key === 'Delete') return -1;
    if (key === 'Home') return 0;
    if (key === 'End') return stops.length - 1;
    if (key === '0') return usualIndex >= 0 ? usualIndex : -1;
    if (key === ' ' && stops.length === 1) return isMarked ? -1 : 0;
    const place = Number(key);
    return Number.isInteger(place) && place >= 1 && place <= stops.length ? place - 1 : undefined;
  }

  /** Labels hear their own clicks and those of the input within; only the former come from the pointer. */
  function clicked(event: MouseEvent, stop: CueStop) {
    if (event.target instanceof HTMLInputElement || stop.value !== value) return;
    event.preventDefault();
    go(-1);
  }

  const word = pointedWord ?? (isMarked ? stops[index]?.word : NOT_NOTICED);
  return (
    <div className={styles.cue}>
      <div
        aria-describedby={hasNote ? `${id}-note` : undefined}
        aria-labelledby={`${id}-name`}
        className={styles.line}
        data-marked={isMarked || undefined}
        onKeyDown={pressed}
        onPointerLeave={() => setPointedWord(null)}
        ref={group}
        role="radiogroup"
      >
        <span className={styles.name} id={`${id}-name`}>
          {label}
        </span>
        {hasNote && (
          <span className={styles.note} id={`${id}-note`}>
            {note}
          </span>
        )}

        <label className={styles.clear} title={NOT_NOTICED}>
          <input
            checked={!isMarked}
            className={styles.radio}
            name={id}
            onChange={() => go(-1)}
            tabIndex={isMarked ? -1 : 0}
            type="radio"
          />
          <span className={spoken.spoken}>{NOT_NOTICED}</span>
          <CloseIcon aria-hidden size="0.75rem" strokeWidth={2} />
        </label>

        {poles && (
          <span aria-hidden className={classes(styles.pole, styles.low)}>
            {poles[0]}
          </span>
        )}
        <span className={styles.track}>
          {stops.map((stop, place) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are heard by the group.
            <label
              className={styles.stop}
              key={stop.value}
              onClick={(event) => clicked(event, stop)}
              onPointerEnter={() => setPointedWord(stop.word)}
            >
              <input
                checked={place === index}
                className={styles.radio}
                name={id}
                onChange={() => go(place)}
                tabIndex={place === index ? 0 : -1}
                type="radio"
              />
              <span className={spoken.spoken}>{stop.word}</span>
              <MarkShape
                className={styles.shape}
                shape={markShape(place === index ? stop.value : null, usualIndex >= 0)}
              />
            </label>
          ))}
        </span>
        {poles && (
          <span aria-hidden className={classes(styles.pole, styles.high)}>
            {poles[1]}
          </span>
        )}
        <span aria-hidden className={classes(styles.word, pointedWord !== null && styles.pointed)}>
          {word}
        </span>
      </div>
    </div>
  );
}
