import { useMemo, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { detailFor, personOptions } from './person-options.ts';
import { useNames, usePeople } from './queries.ts';

export interface PersonPickerProps {
  readonly label: string;
  readonly value: PersonId | null;
  readonly onChange: (id: PersonId | null) => void;
  /** Never offered. */
  readonly without?: readonly PersonId[] | undefined;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean | undefined;
}

const NOBODY: readonly PersonId[] = [];

/** One person, found by name, role, organisation or tag. Who is not there yet is made on the spot. */
export function PersonPicker({ value, onChange, without = NOBODY, autoFocus = false, ...rest }: PersonPickerProps) {
  const [text, setText] = useState('');
  const [created, setCreated] = useState<{ readonly id: PersonId; readonly name: string } | null>(null);
  const { value: people, loading } = usePeople({ shelf: 'current' });
  const { value: names } = useNames({ ids: value === null ? [] : [value] });

  const name =
    names?.find((person) => person.id === value)?.name ??
    people?.find((person) => person.id === value)?.name ??
    (created?.id === value ? created?.name : undefined);
  // The name of the chosen one in the field is no question: everybody is offered again.
  const typed = text.trim() === name ? '' : text;
  const options = useMemo(() => personOptions(people ?? [], typed, without), [people, typed, without]);

  async function create(newName: string): Promise<void> {
    try {
      const { id } = await api.people.create({ name: newName });
      setCreated({ id, name: newName });
      onChange(id);
    } catch (error) {
      report(error);
    }
  }

  return (
    <ComboBox
      {...rest}
      autoFocus={autoFocus}
      createDetail={(newName) => detailFor(people, newName)}
      createLabel={(newName) => `New person “${newName}”`}
      emptyText="Nobody of that name"
      isLoading={loading && people === undefined}
      onChange={(option) => onChange(option?.id ?? null)}
      onCreate={(newName) => void create(newName)}
      onInputChange={setText}
      options={options}
      placeholder="Name"
      value={value === null ? null : { id: value, label: name ?? '…' }}
    />
  );
}
