import { useState } from 'react';
import { foldName } from '../../shared/people/rules.ts';
import type { Tag } from '../../shared/tags/contract.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** Asks for a tag's other name. The name of another tag makes the two one, which is said before. */
export function RenameTagDialog({
  tag,
  tags,
  onClose,
}: {
  readonly tag: Tag;
  readonly tags: readonly Tag[];
  readonly onClose: () => void;
}) {
  const [text, setText] = useState(tag.name);
  const to = text.replaceAll('#', '').trim();
  const other = tags.find(({ name }) => name !== tag.name && foldName(name) === foldName(to));

  async function rename(): Promise<void> {
    if (to === '') return;
    if (to === tag.name) onClose();
    else if (await act(() => api.tags.rename({ name: tag.name, to }), doneInWords())) onClose();
  }

  function doneInWords(): string {
    return other === undefined ? `Tag renamed: ${to}` : `Tags merged: ${other.name}`;
  }

  return (
    <Dialog
      actions={
        <>
          <Button onPress={onClose} variant="quiet">
            Cancel
          </Button>
          <Button isDisabled={to === ''} onPress={() => void rename()} variant="primary">
            {other === undefined ? 'Rename tag' : 'Merge tags'}
          </Button>
        </>
      }
      isOpen
      onClose={onClose}
      title="Rename tag"
    >
      <TextField
        autoFocus
        description={
          other === undefined
            ? 'The name of another tag makes the two one.'
            : `There is already a tag “${other.name}”: the two become one.`
        }
        label="Name"
        maxLength={TEXT_LIMITS.line}
        onChange={setText}
        onEnter={() => void rename()}
        value={text}
      />
    </Dialog>
  );
}
