import { useMemo, useState } from 'react';
import type { OrganisationId } from '../../shared/id.ts';
import type { Organisation } from '../../shared/organisations/organisation.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { Button } from '../ui/Button.tsx';
import { ComboBox } from '../ui/ComboBox.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { useOrganisations } from './queries.ts';

export interface MergeDialogProps {
  /** The one that stays. */
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

/** Asks which other organisation is the same, and makes one of both. */
export function MergeDialog({ organisation: { id, name }, onClose }: MergeDialogProps) {
  const { value: organisations } = useOrganisations({ shelf: 'current' });
  const [otherId, setOtherId] = useState<OrganisationId | null>(null);
  const [wasTried, setTried] = useState(false);
  const options = useMemo(
    () =>
      (organisations ?? [])
        .filter((each) => each.id !== id)
        .map((each) => ({
          id: each.id,
          label: each.name,
          detail: formatCount(each.peopleCount, 'person', 'people'),
        })),
    [organisations, id],
  );
  const other = organisations?.find((each) => each.id === otherId);

  async function merge(): Promise<void> {
    setTried(true);
    if (other === undefined) return;
    if (await act(() => api.organisations.merge({ id, otherId: other.id }), `${other.name} is one with ${name} now`))
      onClose();
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} variant="quiet">
            Cancel
          </Button>
          <Button onPress={() => void merge()} variant="primary">
            Merge organisations
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      placement="top"
      size="small"
      title={`Merge another into ${name}`}
    >
      <ComboBox
        autoFocus
        emptyText="No other organisation of that name"
        label="The other organisation"
        onChange={(option) => setOtherId(options.find((each) => each.id === option?.id)?.id ?? null)}
        options={options}
        placeholder="Name"
        value={other === undefined ? null : { id: other.id, label: other.name }}
        {...(wasTried && other === undefined ? { error: 'Choose the other organisation' } : {})}
      />
      <p>
        Its people come over with everything that is theirs, what is known about it is added below, and its name goes to
        the bin. It can be undone.
      </p>
    </Dialog>
  );
}
