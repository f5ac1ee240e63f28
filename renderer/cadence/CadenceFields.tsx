import type { Cadence } from '../../shared/people/person.ts';
import { NumberField } from '../ui/NumberField.tsx';
import { Select, type SelectOption } from '../ui/Select.tsx';
import styles from './CadenceFields.module.css';
import type { CadenceEntry } from './cadence-choices.ts';

const UNITS: readonly { readonly value: Cadence['unit']; readonly label: string }[] = [
  { value: 'day', label: 'days' },
  { value: 'week', label: 'weeks' },
  { value: 'month', label: 'months' },
];

export interface CadenceFieldsProps {
  readonly label: string;
  readonly options: readonly SelectOption<string>[];
  readonly value: CadenceEntry;
  readonly onChange: (entry: CadenceEntry) => void;
  readonly autoFocus?: boolean | undefined;
}

/** How often: one of the usual cadences, or every so many days, weeks or months. */
export function CadenceFields({ label, options, value, onChange, autoFocus }: CadenceFieldsProps) {
  return (
    <>
      <Select
        autoFocus={autoFocus}
        label={label}
        onChange={(choice) => onChange({ ...value, choice })}
        options={options}
        value={value.choice}
      />
      {value.choice === 'every' && (
        <div className={styles.every}>
          <NumberField
            label="Every"
            maxValue={999}
            minValue={1}
            onChange={(count) => onChange({ ...value, count })}
            value={value.count}
          />
          <Select label="Unit" onChange={(unit) => onChange({ ...value, unit })} options={UNITS} value={value.unit} />
        </div>
      )}
    </>
  );
}
