import * as z from 'zod/mini';
import { conversationId, momentId, personId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { guess, guessCount, hindsight } from './guess.ts';
import { listeningPoint, markHistory } from './history.ts';
import { usual } from './usual.ts';

export const observationsContract = {
  /**
   * How often each cue of a person differed from their usual, by channels that may be compared; the most marked
   * channels first. The conversation `except` is left out: what is being marked is not what it is compared with.
   */
  usual: query(z.strictObject({ personId, except: z.nullable(conversationId) }), z.readonly(z.array(usual))),
  /** What the marks of a person say over all conversations: how each cue lies, and what came up when several changed. */
  history: query(z.strictObject({ personId }), markHistory),
  /** The user's own listening in the conversations with a person, the oldest first. */
  listening: query(z.strictObject({ personId }), z.readonly(z.array(listeningPoint))),
  /** Guesses made four weeks ago or earlier that wait for "was it so?", the oldest first, at most 50; and how many wait. */
  guesses: query(z.strictObject({}), z.strictObject({ items: z.readonly(z.array(guess)), waiting: z.int() })),
  /** How the answers so far were, by the confidence of the guess. */
  held: query(z.strictObject({}), z.readonly(z.array(guessCount))),
  /** Answers "was it so?" for the guess of one moment. Errors: `not_found`, also when there is no guess. */
  answer: command(z.strictObject({ momentId, answer: hindsight }), z.null(), ['observations'], {
    label: 'look back on a guess',
  }),
} as const;
