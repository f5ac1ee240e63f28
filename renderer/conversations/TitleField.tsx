import { useState } from 'react';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { useEditor, useField } from '../drafts/editor.ts';
import { TextField } from '../ui/TextField.tsx';

/** What the conversation was about, in a line. */
export function TitleField() {
  const [title, setTitle] = useField('title');
  const { store } = useEditor();
  // A new conversation with somebody begins here: with whom is known.
  const [autoFocus] = useState(() => {
    const { keeping, conversationId, content } = store.getState();
    return keeping === 'untouched' && conversationId === null && content.personIds.length > 0;
  });
  return (
    <TextField
      autoFocus={autoFocus}
      isSerif
      label="Title"
      maxLength={TEXT_LIMITS.line}
      onChange={setTitle}
      placeholder="What it was about"
      value={title}
    />
  );
}
