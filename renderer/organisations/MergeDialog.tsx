import { useMemo, useState } from 'react';
import type { OrganisationId } from '../../shared/id.ts';
import { aboutOfBoth, isAboutTooLong, type Organisation } from '../../shared/organisations/organisation.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { ComboBox } from '../ui/ComboBox.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { useOrganisation, useOrganisations } from './queries.ts';

export interface MergeDialogProps {
  /** The one that stays. */
  readonly organisation: Organisation;
  readonly onClose: () => void;
}

const TOO_LONG =
  'What is known about the two is longer together than one may hold. Shorten one of them first; nothing is cut off.';

/** Asks which other organisation is the same, and makes one of both. */
export function MergeDialog({ organisation: { id, name, about }, onClose }: MergeDialogProps) {
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
  const { value: chosen } = useOrganisation({ id: otherId ?? id });
  const isTooLong = other !== undefined && chosen?.id === otherId && isAboutTooLong(aboutOfBoth(about, chosen.about));
  const error = isTooLong ? TOO_LONG : wasTried && other === undefined ? 'Choose the other organisation' : undefined;

  async function merge(): Promise<void> {
    setTried(true);
    if (other === undefined || isTooLong) return;
    if (await act(() => api.organisations.merge({ id, otherId: other.id }), `${other.name} is one with ${name} now`))
      onClose();
  }

  return (
    <FormDialog
      onClose={onClose}
      onSave={() => void merge()}
      placement="top"
      saveLabel="Merge organisations"
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
        {...(error === undefined ? {} : { error })}
      />
      <p>
        Its people come over with everything that is theirs, what is known about it is added below, and its name goes to
        the bin. It can be undone.
      </p>
    </FormDialog>
  );
}
