import * as z from 'zod/mini';
import { beginningOf } from '../conversations/beginning.ts';
import { listening, NOTHING_NOTICED, observation } from '../conversations/conversation.ts';
import { attachment } from '../files/file.ts';
import { recurrence } from '../follow-ups/recurrence-rule.ts';
import { followUpId, momentId, type PersonId, personId, promiseId } from '../id.ts';
import { type Channel, channel } from '../observations/cue.ts';
import { confidence } from '../observations/guess.ts';
import { CIRCUMSTANCE_IDS } from '../observations/vocabulary.ts';
import { type CalendarDate, calendarDate, type LocalTime, localTime, type Zone, zone } from '../time.ts';

const givenBy = z.enum(['me', 'them']);

/** A moment in the editor. `key` tells it from the others while it has no id yet. */
const draftMoment = z.strictObject({
  key: z.int(),
  id: z.nullable(momentId),
  about: z.string(),
  seenOrHeard: z.string(),
  mayMean: z.string(),
  mayMeanOn: z.nullable(calendarDate),
  confidence: z.nullable(confidence),
  otherExplanations: z.string(),
  observations: z.readonly(z.array(observation)),
});
export type DraftMoment = z.infer<typeof draftMoment>;

/** A promise that was added in the editor. Without a person it is with the first one of the conversation. */
const draftPromise = z.strictObject({
  key: z.int(),
  id: z.nullable(promiseId),
  personId: z.nullable(personId),
  givenBy,
  words: z.string(),
  dueOn: z.nullable(calendarDate),
});
export type DraftPromise = z.infer<typeof draftPromise>;

/** What the words of a follow-up meant, and how it comes back, if it does. */
const resolved = z.strictObject({
  words: z.string(),
  dueOn: calendarDate,
  dueTime: z.nullable(localTime),
  recurrence: z.optional(recurrence),
});

/** How a follow-up that is saved comes back, as long as its words say nothing else. */
const series = z.strictObject({ recurrence, dueOn: calendarDate, anchorOn: z.nullable(calendarDate) });

/** What a piece of the line means that was read otherwise. */
const chosenMeaning = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('channel'), channel }),
  z.strictObject({ kind: z.literal('minutes'), minutes: z.int() }),
  z.strictObject({ kind: z.literal('when'), on: calendarDate, at: z.nullable(localTime) }),
  z.strictObject({
    kind: z.literal('follow_up'),
    on: calendarDate,
    at: z.nullable(localTime),
    recurrence: z.nullable(recurrence),
  }),
]);

/**
 * The line of a quick capture, as it is being typed: when it was begun, what in it is to stay text, who is meant by
 * which name, and what else was chosen for a piece than it was read as.
 */
const captured = z.strictObject({
  line: z.string(),
  on: calendarDate,
  at: localTime,
  plain: z.readonly(z.array(z.string())),
  bound: z.readonly(z.array(z.strictObject({ name: z.string(), id: personId }))),
  chosen: z.optional(z.readonly(z.array(z.strictObject({ text: z.string(), meaning: chosenMeaning })))),
});
export type Captured = z.infer<typeof captured>;

/**
 * The plain words for its day, as they were typed: whether they were understood, in which case `on` and `at` are what
 * they mean, and what stood there before.
 */
const whenWords = z.strictObject({
  text: z.string(),
  isRead: z.boolean(),
  before: z.strictObject({ on: z.nullable(calendarDate), at: z.nullable(localTime) }),
});

/** The parts of a day or a time that are typed while others are missing: `{ day: 5 }`. */
const typedParts = z.record(z.string(), z.int());

/** What is typed and no day or time yet. Each only where there is any. */
const halfTyped = z.strictObject({
  day: z.optional(typedParts),
  time: z.optional(typedParts),
  /** For the promise being typed, and the plain words for its day that are not understood. */
  due: z.optional(typedParts),
  dueWords: z.optional(z.string()),
});
export type HalfTyped = z.infer<typeof halfTyped>;

/**
 * What the conversation editor holds, as it stands: half a promise, a follow-up that is not understood, a conversation
 * with nobody. It is kept as JSON in a draft's body.
 */
const draftContent = z.strictObject({
  version: z.literal(1),
  personIds: z.readonly(z.array(personId)),
  title: z.string(),
  notes: z.string(),
  wouldHelp: z.string(),
  on: z.nullable(calendarDate),
  at: z.nullable(localTime),
  zone,
  minutes: z.nullable(z.int()),
  channel,
  tags: z.readonly(z.array(z.string())),
  listening,
  circumstances: z.readonly(z.array(z.enum(CIRCUMSTANCE_IDS))),
  /** At least one: marks belong to a moment, be it without words. */
  moments: z.readonly(z.array(draftMoment).check(z.minLength(1))),
  promises: z.readonly(z.array(draftPromise)),
  /** The promise being typed, not added yet. */
  promise: z.strictObject({
    words: z.string(),
    givenBy,
    dueOn: z.nullable(calendarDate),
    personId: z.nullable(personId),
  }),
  /** The next contact in plain words, and what they meant on the day when they were typed. */
  followUp: z.strictObject({
    id: z.nullable(followUpId),
    text: z.string(),
    resolved: z.nullable(resolved),
    series: z.optional(series),
    /** The text that was saved last: while it stands as it was, the follow-up is left alone. */
    savedText: z.optional(z.string()),
  }),
  /** Only where it was begun as a quick capture. */
  capture: z.optional(captured),
  /** What was typed where something is to be chosen, and not chosen yet. Only where there is any. */
  typed: z.optional(z.strictObject({ people: z.string(), tag: z.string() })),
  whenWords: z.optional(whenWords),
  halfTyped: z.optional(halfTyped),
  files: z.readonly(z.array(attachment)),
  /** Saved ones that were taken away in the editor. */
  removedPromises: z.readonly(z.array(promiseId)),
  /** The last key given to a moment or a promise. */
  lastKey: z.int(),
});
export type DraftContent = z.infer<typeof draftContent>;

/** What a conversation starts from. */
export interface DraftStart {
  readonly personIds: readonly PersonId[];
  readonly on: CalendarDate;
  readonly at: LocalTime | null;
  readonly zone: Zone;
  readonly channel: Channel;
}

/** A moment with nothing in it. */
export function emptyMoment(key: number): DraftMoment {
  return {
    key,
    id: null,
    about: '',
    seenOrHeard: '',
    mayMean: '',
    mayMeanOn: null,
    confidence: null,
    otherExplanations: '',
    observations: [],
  };
}

/** A new conversation. */
export function emptyContent(start: DraftStart): DraftContent {
  return {
    version: 1,
    title: '',
    notes: '',
    wouldHelp: '',
    minutes: null,
    tags: [],
    listening: NOTHING_NOTICED,
    circumstances: [],
    moments: [emptyMoment(1)],
    promises: [],
    promise: { words: '', givenBy: 'me', dueOn: null, personId: null },
    followUp: { id: null, text: '', resolved: null },
    files: [],
    removedPromises: [],
    lastKey: 1,
    personIds: start.personIds,
    on: start.on,
    at: start.at,
    zone: start.zone,
    channel: start.channel,
  };
}

/** The body of a draft. */
export function writeDraft(content: DraftContent): string {
  return JSON.stringify(content);
}

/** What the body of a draft holds. One that cannot be read is shown as it is, in the notes: no text is dropped. */
export function readDraft(body: string, start: DraftStart): DraftContent {
  const read = draftContent.safeParse(parsed(body));
  return read.success ? read.data : { ...emptyContent(start), notes: body };
}

/** Every word of a draft's body, whatever it is. */
export function wordsOfBody(body: string): string {
  const read = draftContent.safeParse(parsed(body));
  return read.success ? wordsOfDraft(read.data) : body;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** The first words of a draft, by which it is known in lists; at most 140 UTF-16 units. */
export function beginningOfDraft(content: DraftContent): string {
  for (const text of textsOf(content)) {
    const beginning = beginningOf(text, 140);
    if (beginning !== '') return beginning;
  }
  return '';
}

/** Every word of a draft, to be read and copied. */
export function wordsOfDraft(content: DraftContent): string {
  return textsOf(content)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}

function textsOf(content: DraftContent): readonly string[] {
  return [
    content.title,
    content.notes,
    content.wouldHelp,
    content.promise.words,
    ...content.promises.map(({ words }) => words),
    ...content.moments.flatMap(({ about, seenOrHeard, mayMean, otherExplanations }) => [
      about,
      seenOrHeard,
      mayMean,
      otherExplanations,
    ]),
    content.followUp.text,
    content.typed?.people ?? '',
    content.typed?.tag ?? '',
    content.whenWords?.text ?? '',
    content.halfTyped?.dueWords ?? '',
  ];
}
