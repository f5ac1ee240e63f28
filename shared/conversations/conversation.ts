import * as z from 'zod/mini';
import { fileHash, MOST_FILES } from '../files/file.ts';
import { recurrence } from '../follow-ups/recurrence-rule.ts';
import { conversationId, followUpId, momentId, personId, promiseId } from '../id.ts';
import { channel, mark } from '../observations/cue.ts';
import { confidence } from '../observations/guess.ts';
import { CIRCUMSTANCE_IDS, findCue } from '../observations/vocabulary.ts';
import { tagName } from '../people/person.ts';
import { lineText, nameText, noteText, passageText } from '../text.ts';
import { calendarDate, instant, localTime, zone } from '../time.ts';

const count = z.nullable(z.int().check(z.minimum(0), z.maximum(999)));

/** About the user's own listening; null is "not noticed". */
export const listening = z.strictObject({
  /** Per cent, in steps of 10. */
  talkShare: z.nullable(z.int().check(z.minimum(0), z.maximum(100), z.multipleOf(10))),
  longestStretch: z.nullable(z.enum(['under_1', '1_to_2', '2_to_4', 'over_4'])),
  openQuestions: count,
  followUpQuestions: count,
  saidBackSimple: count,
  saidBackMeaning: count,
  interruptions: count,
  silenceAfterQuestion: z.nullable(z.enum(['cut_short', 'waited'])),
  summarised: z.nullable(z.enum(['no', 'partly', 'confirmed'])),
  adviceBeforeAsked: z.nullable(z.enum(['none', 'once', 'often'])),
  theirQuestions: count,
});
export type Listening = z.infer<typeof listening>;

export const NOTHING_NOTICED: Listening = {
  talkShare: null,
  longestStretch: null,
  openQuestions: null,
  followUpQuestions: null,
  saidBackSimple: null,
  saidBackMeaning: null,
  interruptions: null,
  silenceAfterQuestion: null,
  summarised: null,
  adviceBeforeAsked: null,
  theirQuestions: null,
};

/** A mark on one cue, for one person, in one moment of one conversation. */
export const observation = z.strictObject({ personId, cue: z.string(), mark }).check(
  z.refine(({ cue, mark: value }) => {
    const known = findCue(cue);
    return known !== undefined && (known.scale.kind === 'scale' || value === 1);
  }),
);
export type Observation = z.infer<typeof observation>;

/** What was being talked about when cues changed. `mayMean` is the user's dated guess, kept apart from what was observed. */
export const moment = z.strictObject({
  id: z.nullable(momentId),
  about: lineText,
  seenOrHeard: passageText,
  mayMean: passageText,
  /** How sure the guess is; null or left out when the user did not say. */
  confidence: z.optional(z.nullable(confidence)),
  /** What else could explain what was seen or heard; left out when there is nothing. */
  otherExplanations: z.optional(passageText),
  observations: z.readonly(z.array(observation).check(z.maxLength(500))),
});
export type Moment = z.infer<typeof moment>;

/** A moment as it was saved, with the day on which its guess was first given or last changed. */
export const savedMoment = z.strictObject({
  ...moment.shape,
  id: momentId,
  mayMeanOn: z.nullable(calendarDate),
  confidence: z.nullable(confidence),
  otherExplanations: passageText,
});
export type SavedMoment = z.infer<typeof savedMoment>;

/** A promise as the editor holds it; `id` is null until it is saved. */
const promiseInput = z.strictObject({
  id: z.nullable(promiseId),
  personId,
  givenBy: z.enum(['me', 'them']),
  words: nameText,
  dueOn: z.nullable(calendarDate),
});

/**
 * The next contact as the editor holds it: the words as typed and what they were resolved to. One that comes back begins
 * on the first day of its rule on or after `dueOn`; left out, a known one comes back as it did.
 */
const followUpInput = z.strictObject({
  id: z.nullable(followUpId),
  words: lineText,
  dueOn: calendarDate,
  dueTime: z.nullable(localTime),
  recurrence: z.optional(recurrence),
});

const content = {
  title: lineText,
  notes: noteText,
  wouldHelp: passageText,
  on: calendarDate,
  at: z.nullable(localTime),
  zone,
  minutes: z.nullable(z.int().check(z.minimum(0), z.maximum(1440))),
  channel,
  tags: z.readonly(z.array(tagName).check(z.maxLength(50))),
  listening,
  circumstances: z.readonly(z.array(z.enum(CIRCUMSTANCE_IDS))),
};

/**
 * What the editor saves. At least one person. Promises with an id are changed, those without are new, those missing
 * stay as they are; `followUp` null makes none. `removed` names promises and follow-ups that go to the bin with it.
 */
export const conversationInput = z.strictObject({
  id: z.nullable(conversationId),
  personIds: z.readonly(z.array(personId).check(z.minLength(1), z.maxLength(50))),
  ...content,
  moments: z.readonly(z.array(moment).check(z.maxLength(50))),
  promises: z.readonly(z.array(promiseInput).check(z.maxLength(100))),
  followUp: z.nullable(followUpInput),
  /** All files of the conversation, in order; left out, they stay as they are. */
  files: z.optional(
    z.readonly(z.array(z.strictObject({ hash: fileHash, name: nameText })).check(z.maxLength(MOST_FILES))),
  ),
  removed: z.optional(
    z.strictObject({
      promises: z.readonly(z.array(promiseId).check(z.maxLength(100))),
      followUps: z.readonly(z.array(followUpId).check(z.maxLength(100))),
    }),
  ),
});
export type ConversationInput = z.infer<typeof conversationInput>;

const participant = z.strictObject({ id: personId, name: z.string() });

export const conversation = z.strictObject({
  id: conversationId,
  people: z.readonly(z.array(participant)),
  ...content,
  moments: z.readonly(z.array(savedMoment)),
  createdAt: instant,
  updatedAt: instant,
  deletedAt: z.nullable(instant),
});
export type Conversation = z.infer<typeof conversation>;

/** A former text of the notes: when it was saved, and when another took its place. */
export const conversationVersion = z.strictObject({
  /** Tells it from the other versions of the conversation; later ones have higher numbers. */
  position: z.int(),
  writtenAt: instant,
  keptAt: instant,
});
export type ConversationVersion = z.infer<typeof conversationVersion>;

/** One entry of a timeline. */
export const conversationSummary = z.strictObject({
  id: conversationId,
  /** Position in time; the cursor of the next page. */
  key: z.int(),
  people: z.readonly(z.array(participant)),
  title: z.string(),
  /** The beginning of the notes, at most 280 characters, as text. */
  beginning: z.string(),
  on: calendarDate,
  at: z.nullable(localTime),
  minutes: z.nullable(z.int()),
  channel,
  /** Marks and promises; in one person's timeline only theirs. */
  markCount: z.int(),
  promiseCount: z.int(),
});
export type ConversationSummary = z.infer<typeof conversationSummary>;
