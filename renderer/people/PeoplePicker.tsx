import { type ReactNode, useMemo, useState } from 'react';
import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { MultiPicker } from '../ui/MultiPicker.tsx';
import { detailFor, type PersonOption, personOptions } from './person-options.ts';
import { useNames, usePeople } from './queries.ts';

export interface PeoplePickerProps {
  readonly label?: string | undefined;
  readonly value: readonly PersonId[];
  readonly onChange: (ids: readonly PersonId[]) => void;
  readonly description?: ReactNode;
  readonly error?: string | undefined;
  readonly autoFocus?: boolean | undefined;
  /** The text being typed, where it is to outlive the field. */
  readonly text?: string | undefined;
  readonly onTextChange?: ((text: string) => void) | undefined;
}

/** Several people as chips, found by name, role, organisation or tag. Who is not there yet is made on the spot. */
export function PeoplePicker({ label = 'With', value, onChange, ...rest }: PeoplePickerProps) {
  const [text, setText] = useState(rest.text ?? '');
  const [created, setCreated] = useState<ReadonlyMap<PersonId, string>>(new Map());
  const { value: people, loading } = usePeople({ shelf: 'current' });
  const { value: names } = useNames({ ids: [...value] });

  const options = useMemo(() => personOptions(people ?? [], text, value), [people, text, value]);

  const known = useMemo(() => new Map((people ?? []).map(({ id, name }) => [id, name])), [people]);
  const chosen: readonly PersonOption[] = value.map((id) => {
    const name = known.get(id) ?? names?.find((person) => person.id === id)?.name ?? created.get(id);
    return { id, label: name ?? (names === undefined ? '…' : 'Someone who was erased') };
  });

  async function create(name: string): Promise<void> {
    try {
      const { id } = await api.people.create({ name });
      setCreated((before) => new Map(before).set(id, name));
      onChange([...value, id]);
    } catch (error) {
      report(error);
    }
  }

  return (
    <MultiPicker
      {...rest}
      createDetail={(name) => detailFor(people, name)}
      createLabel={(name) => `New person “${name}”`}
      emptyText="Nobody of that name"
      isLoading={loading && people === undefined}
      label={label}
      onChange={(items) => onChange(items.map(({ id }) => id))}
      onCreate={(name) => void create(name)}
      onInputChange={setText}
      options={options}
      placeholder="Name"
      value={chosen}
    />
  );
}
