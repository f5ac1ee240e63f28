import { useState } from 'react';
import { setTyped, typedOf } from '../../shared/drafts/content-rules.ts';
import { useDraftState, useEditor, useField } from '../drafts/editor.ts';
import { PeoplePicker } from '../people/PeoplePicker.tsx';

/** With whom. */
export function WithField() {
  const [personIds, setPersonIds] = useField('personIds');
  const isMissing = useDraftState(({ problems }) => problems.includes('people'));
  const { store, change } = useEditor();
  const typed = useDraftState(({ content }) => typedOf(content).people);
  // Only a new conversation begins here.
  const [autoFocus] = useState(() => store.getState().keeping === 'untouched' && personIds.length === 0);
  return (
    <div data-field="people" data-part="">
      <PeoplePicker
        autoFocus={autoFocus}
        error={isMissing ? whatIsMissing(typed) : undefined}
        label="With"
        onChange={setPersonIds}
        onTextChange={(people) => change((content) => setTyped(content, { people }))}
        text={typed}
        value={personIds}
      />
    </div>
  );
}

function whatIsMissing(typed: string): string {
  const name = typed.trim();
  return name === '' ? 'Add at least one person.' : `Choose who “${name}” is, or empty the field.`;
}
