import type { FormEvent } from 'react';
import { NumberField } from '../ui/NumberField.tsx';

const PLAIN = { useGrouping: false } as const;

/** A small number, or nothing. It counts with every key, not only when the field is left: what is typed is kept. */
export function CountField({
  label,
  value,
  onChange,
  maximum = 999,
}: {
  readonly label: string;
  readonly value: number | null;
  readonly onChange: (value: number | null) => void;
  readonly maximum?: number | undefined;
}) {
  function typed({ target }: FormEvent): void {
    const text = target instanceof HTMLInputElement ? target.value.trim() : '';
    if (text === '') onChange(null);
    else if (/^\d+$/.test(text) && Number(text) <= maximum) onChange(Number(text));
  }
  return (
    <div onInput={typed}>
      <NumberField
        formatOptions={PLAIN}
        label={label}
        maxValue={maximum}
        minValue={0}
        onChange={onChange}
        value={value}
      />
    </div>
  );
}
