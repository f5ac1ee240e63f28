import * as z from 'zod/mini';
import { conversationId, momentId, personId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { guess, guessCount, hindsight } from './guess.ts';
import { usual } from './usual.ts';

export const observationsContract = {
  /**
   * How often each cue of a person differed from their usual, by channels that may be compared; the most marked
   * channels first. The conversation `except` is left out: what is being marked is not what it is compared with.
   */
  usual: query(z.strictObject({ personId, except: z.nullable(conversationId) }), z.readonly(z.array(usual))),
  /** Guesses made four weeks ago or earlier that wait for "was it so?", the oldest first, at most 50; and how many wait. */
  guesses: query(z.strictObject({}), z.strictObject({ items: z.readonly(z.array(guess)), waiting: z.int() })),
  /** How the answers so far were, by the confidence of the guess. */
  held: query(z.strictObject({}), z.readonly(z.array(guessCount))),
  /** Answers "was it so?" for the guess of one moment. Errors: `not_found`, also when there is no guess. */
  answer: command(z.strictObject({ momentId, answer: hindsight }), z.null(), ['observations'], {
    label: 'look back on a guess',
  }),
} as const;
