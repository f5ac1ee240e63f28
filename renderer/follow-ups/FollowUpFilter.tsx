import type { FollowUpKind } from '../../shared/follow-ups/contract.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { SearchField } from '../ui/SearchField.tsx';
import { Select } from '../ui/Select.tsx';
import styles from './FollowUpFilter.module.css';

const KINDS = [
  { value: 'any', label: 'Any kind' },
  { value: 'once', label: 'Once' },
  { value: 'repeating', label: 'Repeating' },
  { value: 'paused', label: 'Paused' },
  { value: 'timed', label: 'With a time' },
  { value: 'snoozed', label: 'Snoozed' },
] as const satisfies readonly { readonly value: FollowUpKind; readonly label: string }[];

export interface Filter {
  readonly text: string;
  readonly kind: FollowUpKind;
}

export const NO_FILTER: Filter = { text: '', kind: 'any' };

export interface FollowUpFilterProps {
  readonly value: Filter;
  readonly onChange: (filter: Filter) => void;
}

/** Which follow-ups are shown: by whom or what they are about, and by the kind of their date. */
export function FollowUpFilter({ value, onChange }: FollowUpFilterProps) {
  return (
    <div className={styles.filter}>
      <div className={styles.text}>
        <SearchField
          label="Filter follow-ups"
          onChange={(text) => onChange({ ...value, text: text.slice(0, TEXT_LIMITS.line) })}
          placeholder="Person, organisation, tag or words"
          value={value.text}
        />
      </div>
      <div className={styles.kind}>
        <Select
          isLabelHidden
          label="Kind of date"
          onChange={(kind) => onChange({ ...value, kind })}
          options={KINDS}
          value={value.kind}
        />
      </div>
    </div>
  );
}
