import * as z from 'zod/mini';
import { conversationId, personId, questionId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { nameText } from '../text.ts';
import { question } from './question.ts';

const one = z.strictObject({ id: questionId });
const topics = ['questions'] as const;

export const questionsContract = {
  /**
   * The questions for one person: those that wait, the newest first, or those that were asked, the last asked first (at
   * most 50). Those in the notes of a conversation in the bin are left out.
   */
  list: query(z.strictObject({ personId, show: z.enum(['open', 'asked']) }), z.readonly(z.array(question))),
  /** A new question, written by itself; one that waits in the same words is that one. Errors: `not_found`. */
  add: command(z.strictObject({ personId, words: nameText }), one, topics, { label: 'new question' }),
  /**
   * Asked, today by the clock; several, where several people were asked the same. Without an id it is a line of the notes
   * of a conversation. Errors: `not_found`; `rule_violated` when one was asked already.
   */
  markAsked: command(
    z.strictObject({
      questions: z.readonly(
        z
          .array(
            z.strictObject({
              id: z.nullable(questionId),
              personId,
              conversationId: z.nullable(conversationId),
              words: nameText,
            }),
          )
          .check(z.minLength(1), z.maxLength(50)),
      ),
    }),
    z.null(),
    topics,
    { label: 'mark question as asked' },
  ),
  /** It waits again. Errors: `not_found`. */
  reopen: command(one, z.null(), topics, { label: 'reopen question' }),
  /** Errors: `not_found`; `rule_violated` for one that stands in notes, where it is taken out. */
  bin: command(one, z.null(), topics, { label: 'move question to the bin' }),
  restore: command(one, z.null(), topics, { label: 'restore question' }),
} as const;
