import type { Listening } from '../../shared/conversations/conversation.ts';
import { useEditor, useFields } from '../drafts/editor.ts';
import { RadioGroup } from '../ui/RadioGroup.tsx';
import { Slider, type SliderBand } from '../ui/Slider.tsx';
import { CountField } from './CountField.tsx';
import styles from './ListeningFields.module.css';

const USUAL_SHARE: SliderBand = {
  from: 40,
  to: 50,
  label:
    'In sales calls that went on, sellers talked about 40 to 50 % of the time: figures of a vendor, and a correlation, not a goal.',
};

const NOT_NOTICED = { value: 'not_noticed', label: 'not noticed' } as const;

/** The choices of one question about listening, in order, with their words. */
type Choices = {
  readonly [Name in keyof Listening]?: readonly (readonly [NonNullable<Listening[Name]>, string])[];
};

const CHOICES = {
  longestStretch: [
    ['under_1', 'under 1 minute'],
    ['1_to_2', '1 to 2 minutes'],
    ['2_to_4', '2 to 4 minutes'],
    ['over_4', 'over 4 minutes'],
  ],
  silenceAfterQuestion: [
    ['cut_short', 'cut short'],
    ['waited', 'waited'],
  ],
  summarised: [
    ['no', 'no'],
    ['partly', 'partly'],
    ['confirmed', 'they confirmed'],
  ],
  adviceBeforeAsked: [
    ['none', 'none'],
    ['once', 'once'],
    ['often', 'often'],
  ],
} as const satisfies Choices;

const COUNTS = [
  ['openQuestions', 'Open questions'],
  ['followUpQuestions', 'Follow-up questions'],
  ['saidBackSimple', 'Said back, their words'],
  ['saidBackMeaning', 'Said back, the meaning'],
  ['interruptions', 'Interruptions by me'],
  ['theirQuestions', 'Their questions to me'],
] as const satisfies readonly (readonly [keyof Listening, string])[];

/** How the user listened, as far as they noticed. */
export function ListeningFields() {
  return (
    <div className={styles.listening}>
      <TalkShare />
      <Choice label="My longest stretch" name="longestStretch" />
      <Choice label="Silence after my question" name="silenceAfterQuestion" />
      <Choice label="Summarised and checked" name="summarised" />
      <Choice label="Advice before it was asked for" name="adviceBeforeAsked" />
      <div className={styles.counts}>
        {COUNTS.map(([name, label]) => (
          <Count key={name} label={label} name={name} />
        ))}
      </div>
    </div>
  );
}

function useListening<Name extends keyof Listening>(
  name: Name,
): readonly [Listening[Name], (value: Listening[Name]) => void] {
  const { change } = useEditor();
  const { value } = useFields(({ listening }) => ({ value: listening[name] }));
  return [value, (next) => change((content) => ({ ...content, listening: { ...content.listening, [name]: next } }))];
}

function TalkShare() {
  const [share, setShare] = useListening('talkShare');
  return (
    <Slider
      band={USUAL_SHARE}
      formatValue={(value) => `${value} %`}
      label="My share of talk"
      onChange={setShare}
      step={10}
      value={share}
    />
  );
}

function Choice({ name, label }: { readonly name: keyof typeof CHOICES; readonly label: string }) {
  const [value, setValue] = useListening(name);
  const choices: readonly (readonly [NonNullable<typeof value>, string])[] = CHOICES[name];
  return (
    <RadioGroup
      label={label}
      onChange={(next) => setValue(choices.find(([each]) => each === next)?.[0] ?? null)}
      options={[NOT_NOTICED, ...choices.map(([each, word]) => ({ value: each, label: word }))]}
      value={value ?? NOT_NOTICED.value}
    />
  );
}

function Count({ name, label }: { readonly name: (typeof COUNTS)[number][0]; readonly label: string }) {
  const [value, setValue] = useListening(name);
  return <CountField label={label} onChange={setValue} value={value} />;
}
