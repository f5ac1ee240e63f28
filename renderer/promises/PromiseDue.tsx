import type { RefObject } from 'react';
import { DayField } from '../follow-ups/DayField.tsx';
import { HALF_TYPED_DAY, type KeptParts } from '../ui/HalfTyped.tsx';

/** The day of a promise that is being written. */
export interface WrittenDue {
  readonly dueOn: string | null;
  /** What is typed of a day that is none yet, part by part or in plain words. */
  readonly dueParts: KeptParts['parts'];
  readonly dueWords: string;
}

/** Whether a promise that is saved now would have another day than the one that is being typed. */
export function isDueHalfTyped({ dueParts, dueWords }: WrittenDue): boolean {
  return dueParts !== null || dueWords.trim() !== '';
}

export interface PromiseDueProps {
  readonly value: WrittenDue;
  /** A field may say two things at once: a day, and that none is half typed any more. */
  readonly onChange: (part: Partial<WrittenDue>) => void;
  /** It was to be saved: what is half typed is in the way. */
  readonly wasTried: boolean;
  readonly fieldRef: RefObject<HTMLDivElement | null>;
}

/** Asks for the day on which a promise is due, or none. */
export function PromiseDue({ value, onChange, wasTried, fieldRef }: PromiseDueProps) {
  return (
    <div ref={fieldRef}>
      <DayField
        error={wasTried && isDueHalfTyped(value) ? HALF_TYPED_DAY : undefined}
        isClearable
        label="Due"
        // A day, or none, takes the place of words that are not understood.
        onChange={(dueOn) => onChange({ dueOn, dueWords: '' })}
        onParts={(dueParts) => onChange({ dueParts })}
        onWords={(dueWords) => onChange({ dueWords })}
        parts={value.dueParts}
        value={value.dueOn}
        words={value.dueWords}
      />
    </div>
  );
}
