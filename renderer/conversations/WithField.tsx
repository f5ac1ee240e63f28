import { useState } from 'react';
import { useDraftState, useEditor, useField } from '../drafts/editor.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';

/** With whom. */
export function WithField() {
  const [personIds, setPersonIds] = useField('personIds');
  const isMissing = useDraftState(({ problems }) => problems.includes('people'));
  const { store } = useEditor();
  // Only a new conversation begins here.
  const [autoFocus] = useState(() => store.getState().keeping === 'untouched' && personIds.length === 0);
  return (
    <div data-field="people" data-part="">
      <PeoplePicker
        autoFocus={autoFocus}
        error={isMissing ? 'Add at least one person.' : undefined}
        label="With"
        onChange={setPersonIds}
        value={personIds}
      />
    </div>
  );
}
