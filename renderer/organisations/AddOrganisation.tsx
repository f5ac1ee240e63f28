import { useState } from 'react';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { navigate } from '../route.ts';
import { Button } from '../ui/Button.tsx';
import { FormDialog } from '../ui/FormDialog.tsx';
import { OrganisationIcon } from '../ui/icons.ts';
import { TextField } from '../ui/TextField.tsx';

// What was typed when the dialog was left without saving.
let unfinished = '';

/** A button that asks for a name, and opens the page of the organisation that has it. */
export function AddOrganisation() {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button icon={OrganisationIcon} onPress={() => setOpen(true)}>
        Add an organisation
      </Button>
      {isOpen && <NameDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function NameDialog({ onClose }: { readonly onClose: () => void }) {
  const [name, setName] = useState(unfinished);
  const [wasTried, setTried] = useState(false);

  async function save(): Promise<void> {
    setTried(true);
    if (name.trim() === '') return;
    try {
      const { id } = await api.organisations.create({ name: name.trim() });
      unfinished = '';
      onClose();
      navigate({ page: 'organisation', id });
    } catch (error) {
      report(error);
    }
  }

  return (
    <FormDialog
      onClose={onClose}
      onSave={() => void save()}
      placement="top"
      saveLabel="Save organisation"
      size="small"
      title="New organisation"
    >
      <TextField
        autoFocus
        description="One that is there already is opened."
        label="Name"
        maxLength={300}
        onChange={(next) => {
          unfinished = next;
          setName(next);
        }}
        onEnter={() => void save()}
        value={name}
        {...(wasTried && name.trim() === '' ? { error: 'An organisation needs a name.' } : {})}
      />
    </FormDialog>
  );
}
