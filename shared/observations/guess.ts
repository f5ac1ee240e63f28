import * as z from 'zod/mini';
import { conversationId, momentId } from '../id.ts';
import { calendarDate } from '../time.ts';

/** How sure the user is of what something may mean. What they were told is not a guess any more. */
export const CONFIDENCES = ['hunch', 'likely', 'told'] as const;
export const confidence = z.enum(CONFIDENCES);
export type Confidence = z.infer<typeof confidence>;

export const CONFIDENCE_WORDS: Readonly<Record<Confidence, string>> = {
  hunch: 'A hunch',
  likely: 'Likely',
  told: 'They told me',
};

/** What the user says weeks later: was it so? */
const HINDSIGHTS = ['yes', 'partly', 'no', 'cannot_tell'] as const;
export const hindsight = z.enum(HINDSIGHTS);
export type Hindsight = z.infer<typeof hindsight>;

/** A guess that was made long enough ago to be looked back on. */
export const guess = z.strictObject({
  momentId,
  conversationId,
  /** With whom the conversation was, as far as they are not in the bin. */
  people: z.readonly(z.array(z.string())),
  /** The day of the conversation. */
  on: calendarDate,
  about: z.string(),
  seenOrHeard: z.string(),
  mayMean: z.string(),
  /** The day of the guess. */
  mayMeanOn: calendarDate,
  confidence: z.nullable(confidence),
  otherExplanations: z.string(),
});
export type Guess = z.infer<typeof guess>;

/** Answers to "was it so?" for guesses of one confidence; null is for those that have none. */
export const guessCount = z.strictObject({
  confidence: z.nullable(confidence),
  yes: z.int(),
  partly: z.int(),
  no: z.int(),
  cannotTell: z.int(),
});
export type GuessCount = z.infer<typeof guessCount>;

/** A guess is looked back on after so many days. */
export const HINDSIGHT_AFTER_DAYS = 28;

/** From so many answers on there is something to say about how often guesses held. */
const ENOUGH_ANSWERS = 10;

/** How often guesses held, in words. Those that nobody can tell count for nothing. */
export function heldInWords(counts: readonly Pick<GuessCount, 'yes' | 'partly' | 'no'>[]): string {
  const sum = (name: 'yes' | 'partly' | 'no'): number => counts.reduce((total, each) => total + each[name], 0);
  const [yes, partly, no] = [sum('yes'), sum('partly'), sum('no')];
  const answered = yes + partly + no;
  if (answered < ENOUGH_ANSWERS) return `not enough yet (${answered} of ${ENOUGH_ANSWERS} answers)`;
  return `${yes} of ${answered} held, ${partly} in part, ${no} did not`;
}
