import { useState } from 'react';
import { foldName } from '../../shared/people/rules.ts';
import type { Tag } from '../../shared/tags/contract.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { FormDialog } from '../ui/FormDialog.tsx';
import { TextField } from '../ui/TextField.tsx';
import { createUnfinished } from '../unfinished.ts';

// By tag.
const unfinished = createUnfinished<string>();

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
  const [text, setText] = useState(() => unfinished.find(tag.name) ?? tag.name);
  const to = text.replaceAll('#', '').trim();
  const other = tags.find(({ name }) => name !== tag.name && foldName(name) === foldName(to));

  async function rename(): Promise<void> {
    if (to === '') return;
    if (to !== tag.name && !(await act(() => api.tags.rename({ name: tag.name, to }), doneInWords()))) return;
    unfinished.end(tag.name);
    onClose();
  }

  function change(next: string): void {
    unfinished.keep(tag.name, next, { label: `Rename tag ${tag.name}`, words: next === tag.name ? [] : [next] });
    setText(next);
  }

  function doneInWords(): string {
    return other === undefined ? `Tag renamed: ${to}` : `Tags merged: ${other.name}`;
  }

  return (
    <FormDialog
      isSaveDisabled={to === ''}
      onCancel={() => unfinished.letGo(tag.name)}
      onClose={onClose}
      onSave={() => void rename()}
      saveLabel={other === undefined ? 'Rename tag' : 'Merge tags'}
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
        onChange={change}
        onEnter={() => void rename()}
        value={text}
      />
    </FormDialog>
  );
}
