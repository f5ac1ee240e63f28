import { useState } from 'react';
import type { SavedSearch } from '../../shared/search/contract.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Asks what a search is to be called: a new one by its text, or a saved one otherwise than now. */
export function SaveSearchDialog({
  text,
  saved,
  onClose,
}: {
  readonly text: string;
  readonly saved: SavedSearch | null;
  readonly onClose: () => void;
}) {
  const [typed, setTyped] = useState(saved?.name ?? text.trim().slice(0, TEXT_LIMITS.line));
  const name = typed.trim();

  async function save(): Promise<void> {
    if (name === '') return;
    const isDone =
      saved === null
        ? await act(() => api.search.save({ name, text: text.trim() }), `Search saved: ${name}`)
        : await act(() => api.search.rename({ id: saved.id, name }), `Search renamed: ${name}`);
    if (isDone) onClose();
  }

  return (
    <FormDialog
      isSaveDisabled={name === ''}
      onClose={onClose}
      onSave={() => void save()}
      saveLabel={saved === null ? 'Save search' : 'Rename search'}
      size="small"
      title={saved === null ? 'Save search' : 'Rename search'}
    >
      <TextField
        autoFocus
        description="It stands in the sidebar and in the palette."
        label="Name"
        maxLength={TEXT_LIMITS.line}
        onChange={setTyped}
        onEnter={() => void save()}
        value={typed}
      />
    </FormDialog>
  );
}
