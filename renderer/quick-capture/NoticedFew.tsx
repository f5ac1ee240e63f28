import { useDraftState } from '../drafts/editor.ts';
import { CueFields } from '../observations/CueFields.tsx';
import { NoticedPanel } from '../observations/NoticedPanel.tsx';
import { Disclosure } from '../ui/Disclosure.tsx';
import { Field } from '../ui/Field.tsx';

/** What is noticed first and by everybody; the rest is one step away. */
const FIRST_CUES = ['pace', 'pause_before_answering', 'energy', 'wording', 'warmth'] as const;

/** A handful of marks on the first person, and all of them behind a disclosure. */
export function NoticedFew() {
  const moment = useDraftState(({ content }) => content.moments[0]?.key ?? 0);
  const personId = useDraftState(({ content }) => content.personIds[0] ?? null);
  return (
    <div data-part="">
      <Field label="What was noticed" layout="column">
        <CueFields group="tone" moment={moment} only={FIRST_CUES} personId={personId} />
      </Field>
      <Disclosure level={2} title="All that can be noticed">
        <NoticedPanel />
      </Disclosure>
    </div>
  );
}
