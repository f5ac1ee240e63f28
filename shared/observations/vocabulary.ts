import type { Channel, Cue, CueGroup } from './cue.ts';

type Poles = readonly [low: string, high: string];
/** The words of the marks −2, −1, +1 and +2. */
type Degrees = readonly [string, string, string, string];

const ALL = ['in_person', 'video', 'phone', 'message', 'email', 'social'] as const satisfies readonly Channel[];
const SPOKEN = ['in_person', 'video', 'phone'] as const satisfies readonly Channel[];
const SEEN = ['in_person', 'video'] as const satisfies readonly Channel[];
const TOGETHER = ['in_person'] as const satisfies readonly Channel[];
const CAMERA = ['video'] as const satisfies readonly Channel[];

/** Poles that compare already: much slower, slower … faster, much faster. */
function much([low, high]: Poles): Degrees {
  return [`much ${low}`, low, high, `much ${high}`];
}

/** Poles that do not compare by themselves: much more closed, more closed … more open, much more open. */
function more([low, high]: Poles): Degrees {
  return [`much more ${low}`, `more ${low}`, `more ${high}`, `much more ${high}`];
}

/** What is counted: far fewer, fewer … more, many more. */
function counted(): Degrees {
  return ['far fewer', 'fewer', 'more', 'many more'];
}

interface Details {
  readonly channels?: readonly Channel[];
  readonly note?: string;
}

function cue(group: CueGroup, usual: readonly Channel[]) {
  return (id: string, name: string, poles: Poles, words: Degrees, { channels = usual, note }: Details = {}): Cue => ({
    id,
    name,
    group,
    scale: { kind: 'scale', low: poles[0], high: poles[1], words },
    channels,
    ...(note === undefined ? {} : { note }),
  });
}

const tone = cue('tone', SPOKEN);
const body = cue('body', SEEN);

function compared(make: typeof tone, id: string, name: string, poles: Poles, details?: Details): Cue {
  return make(id, name, poles, much(poles), details);
}

function graded(make: typeof tone, id: string, name: string, poles: Poles, details?: Details): Cue {
  return make(id, name, poles, more(poles), details);
}

function sound(id: string, name: string): Cue {
  return { id, name, group: 'tone', scale: { kind: 'noticed' }, channels: SPOKEN };
}

/** Every cue, in the order in which it is offered. Ids are stored in journals and never change. */
export const CUES: readonly Cue[] = [
  compared(tone, 'pace', 'Pace', ['slower', 'faster']),
  compared(tone, 'volume', 'Volume', ['softer', 'louder']),
  compared(tone, 'pitch', 'Pitch', ['lower', 'higher']),
  compared(tone, 'pitch_variation', 'Pitch variation', ['flatter', 'more varied']),
  compared(tone, 'pause_before_answering', 'Pause before answering', ['shorter', 'longer']),
  tone('pauses_within_sentences', 'Pauses within sentences', ['fewer', 'more'], counted()),
  tone('fillers', 'Fillers and restarts', ['fewer', 'more'], counted()),
  compared(tone, 'articulation', 'Articulation', ['less clear', 'clearer']),
  graded(tone, 'voice_quality', 'Voice quality', ['relaxed', 'tense']),
  tone(
    'turn_taking',
    'Turn-taking',
    ['leaves gaps', 'overlaps'],
    ['leaves much longer gaps', 'leaves longer gaps', 'overlaps more', 'overlaps much more'],
  ),
  compared(tone, 'energy', 'Energy', ['lower', 'higher']),
  graded(tone, 'wording', 'Wording', ['hedged', 'definite'], { channels: ALL }),
  compared(tone, 'warmth', 'Warmth', ['cooler', 'warmer'], { channels: ALL, note: 'an impression' }),
  sound('laugh', 'Laugh'),
  sound('sigh', 'Sigh'),
  sound('throat_clearing', 'Throat clearing'),
  sound('long_breath', 'Long breath'),

  body('lean', 'Lean', ['back', 'forward'], much(['further back', 'further forward'])),
  body(
    'orientation',
    'Orientation',
    ['turned away', 'facing'],
    ['turned much further away', 'turned further away', 'facing more', 'facing much more'],
    { channels: TOGETHER },
  ),
  graded(body, 'arms', 'Arms', ['closed', 'open']),
  compared(body, 'movement', 'Movement', ['stiller', 'more restless']),
  graded(body, 'gaze', 'Gaze', ['elsewhere', 'on me or camera']),
  compared(body, 'smiling', 'Smiling', ['less', 'more']),
  graded(body, 'brow', 'Brow', ['lowered', 'raised']),
  body('face', 'Face', ['still', 'animated'], much(['stiller', 'more animated'])),
  compared(body, 'nodding', 'Nodding', ['less', 'more']),
  body('hand_gestures', 'Hand gestures', ['fewer', 'more'], counted()),
  compared(body, 'self_touch', 'Self-touch', ['less', 'more']),
  compared(body, 'handling_objects', 'Handling objects', ['less', 'more']),
  compared(body, 'distance', 'Distance', ['further', 'nearer'], { channels: TOGETHER }),
  compared(body, 'in_step', 'Moving in step with me', ['less', 'more']),
  body('camera', 'Camera', ['off', 'on'], ['off throughout', 'off more', 'on more', 'on throughout'], {
    channels: CAMERA,
  }),
  graded(body, 'attention', 'Attention', ['elsewhere', 'here'], { channels: CAMERA }),
  body('framing', 'Framing', ['face only', 'hands visible'], ['face only', 'closer', 'wider', 'hands visible'], {
    channels: CAMERA,
  }),
  body('technical_trouble', 'Technical trouble', ['none', 'heavy'], ['none', 'less', 'more', 'heavy'], {
    channels: CAMERA,
    note: 'lowers trust in all other marks',
  }),
];

const BY_ID = new Map(CUES.map((each) => [each.id, each]));

/** The cue with this id, or undefined for one that this version does not know. */
export function findCue(id: string): Cue | undefined {
  return BY_ID.get(id);
}

/** The cues of one group that can be noticed on a channel. */
export function cuesFor(group: CueGroup, on: Channel): readonly Cue[] {
  return CUES.filter(({ group: of, channels }) => of === group && channels.includes(on));
}

/** The word of a mark, as it is shown and spoken: "much slower", "as usual", "noticed". */
export function markWord({ scale }: Cue, value: number): string {
  if (scale.kind === 'noticed') return 'noticed';
  if (value === 0) return 'as usual';
  return scale.words[value < 0 ? value + 2 : value + 1] ?? 'as usual';
}

/** Circumstances that lower or explain what was noticed. Ids are stored in journals and never change. */
export const CIRCUMSTANCES = [
  { id: 'in_a_hurry', name: 'In a hurry' },
  { id: 'unwell', name: 'Unwell' },
  { id: 'others_present', name: 'Others present' },
  { id: 'new_setting', name: 'New setting' },
  { id: 'not_first_language', name: 'Not in their first language' },
  { id: 'technical_trouble', name: 'Technical trouble' },
  { id: 'bad_news', name: 'Bad news that day' },
] as const;
export const CIRCUMSTANCE_IDS = CIRCUMSTANCES.map(({ id }) => id);
export type Circumstance = (typeof CIRCUMSTANCE_IDS)[number];
