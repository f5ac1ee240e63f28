import { useDraftState } from '../drafts/editor.ts';
import { sentenceFor } from '../report.ts';
import { Banner } from '../ui/Banner.tsx';

/** Why saving failed; the text stays in the editor and in the draft. */
export function SaveProblem() {
  const error = useDraftState(({ saveError }) => saveError);
  if (error === null) return null;
  const isErased = error.code === 'not_found' && error.details.model === 'person';
  return (
    <Banner title="Not saved" tone="problem">
      {isErased
        ? 'Somebody in this conversation was erased. Remove them from “With” and save again; the text is kept as a draft.'
        : sentenceFor(error)}
    </Banner>
  );
}
