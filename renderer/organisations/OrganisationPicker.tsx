import { useMemo, useState } from 'react';
import type { OrganisationId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { report } from '../report.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { useOrganisations } from './queries.ts';

export interface OrganisationPickerProps {
  readonly value: OrganisationId | null;
  readonly onChange: (id: OrganisationId | null) => void;
  readonly autoFocus?: boolean | undefined;
}

/** One organisation, found by name; one that is not there yet is made on the spot. */
export function OrganisationPicker({ value, onChange, autoFocus = false }: OrganisationPickerProps) {
  const { value: organisations, loading } = useOrganisations({ shelf: 'current' });
  const [created, setCreated] = useState<{ readonly id: OrganisationId; readonly name: string } | null>(null);
  const options = useMemo(
    () =>
      (organisations ?? []).map(({ id, name, peopleCount }) => ({
        id,
        label: name,
        detail: formatCount(peopleCount, 'person', 'people'),
      })),
    [organisations],
  );
  const name =
    organisations?.find((organisation) => organisation.id === value)?.name ??
    (created?.id === value ? created?.name : undefined);

  async function create(newName: string): Promise<void> {
    try {
      const { id } = await api.organisations.create({ name: newName });
      setCreated({ id, name: newName });
      onChange(id);
    } catch (error) {
      report(error);
    }
  }

  return (
    <ComboBox
      autoFocus={autoFocus}
      createLabel={(newName) => `New organisation “${newName}”`}
      emptyText="No organisation of that name"
      isLoading={loading && organisations === undefined}
      label="Organisation"
      onChange={(option) => onChange(option?.id ?? null)}
      onCreate={(newName) => void create(newName)}
      options={options}
      placeholder="Name"
      value={value === null ? null : { id: value, label: name ?? '…' }}
    />
  );
}
