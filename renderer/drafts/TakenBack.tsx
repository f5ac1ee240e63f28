import { useEffect } from 'react';
import { useActions } from '../keys.ts';
import { useDraftState, useEditor } from './editor.ts';
import { forgetSteps, takeBackLast } from './steps.ts';

/** Undo takes back what was removed from the text that is open, before it takes back what was done elsewhere. */
export function TakenBack() {
  const session = useEditor();
  const isPossible = useDraftState(({ steps }) => steps.length > 0);
  const isSaved = useDraftState(({ keeping }) => keeping === 'saved');
  useActions({ undo: isPossible ? () => takeBackLast(session) : null });
  // From then on the last act is the saving, and on another page it is another text's.
  useEffect(() => {
    if (isSaved) forgetSteps(session);
  }, [session, isSaved]);
  useEffect(() => () => forgetSteps(session), [session]);
  return null;
}
