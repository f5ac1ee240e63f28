import { CONFIDENCE_WORDS, CONFIDENCES } from '../../shared/observations/guess.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import { useDraftState } from '../drafts/editor.ts';
import { formatDate } from '../format.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { TextArea } from '../ui/TextArea.tsx';
import { useConfidence, useMomentText } from './moment.ts';

/** What was seen or heard, and apart from it what it may mean: an observation and a guess are two things. */
export function MomentFields({ moment }: { readonly moment: number }) {
  return (
    <>
      <SeenOrHeard moment={moment} />
      <MayMean moment={moment} />
    </>
  );
}

function SeenOrHeard({ moment }: { readonly moment: number }) {
  const [text, setText] = useMomentText(moment, 'seenOrHeard');
  return (
    <TextArea
      isSerif
      label="What was seen or heard"
      maxLength={TEXT_LIMITS.passage}
      minRows={2}
      onChange={setText}
      placeholder="Looked away, then laughed"
      value={text}
    />
  );
}

/** Only what may mean something has a confidence and other explanations: without a guess they are not asked for. */
function MayMean({ moment }: { readonly moment: number }) {
  const [text, setText] = useMomentText(moment, 'mayMean');
  const isGuessed = useDraftState(({ content }) => {
    const present = content.moments.find(({ key }) => key === moment);
    return present !== undefined && `${present.mayMean}${present.otherExplanations}`.trim() !== '';
  });
  const since = useDraftState(({ content }) => content.moments.find(({ key }) => key === moment)?.mayMeanOn ?? null);
  return (
    <>
      <TextArea
        description={since === null ? 'A guess, kept apart and dated.' : `A guess of ${formatDate(since)}.`}
        isSerif
        label="What it may mean"
        maxLength={TEXT_LIMITS.passage}
        minRows={2}
        onChange={setText}
        value={text}
      />
      {isGuessed && (
        <>
          <HowSure moment={moment} />
          <OtherExplanations moment={moment} />
        </>
      )}
    </>
  );
}

const NOT_SAID = { value: 'not_said', label: 'not said' } as const;
const HOW_SURE = [NOT_SAID, ...CONFIDENCES.map((value) => ({ value, label: CONFIDENCE_WORDS[value].toLowerCase() }))];

function HowSure({ moment }: { readonly moment: number }) {
  const [confidence, setConfidence] = useConfidence(moment);
  return (
    <RadioGroup
      label="How sure"
      onChange={(value) => setConfidence(value === 'not_said' ? null : value)}
      options={HOW_SURE}
      value={confidence ?? NOT_SAID.value}
    />
  );
}

function OtherExplanations({ moment }: { readonly moment: number }) {
  const [text, setText] = useMomentText(moment, 'otherExplanations');
  return (
    <TextArea
      isSerif
      label="Other explanations"
      maxLength={TEXT_LIMITS.passage}
      minRows={1}
      onChange={setText}
      placeholder="Late in the day, or a bad line"
      value={text}
    />
  );
}
