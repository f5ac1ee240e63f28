import * as z from 'zod/mini';
import { conversationId, personId, questionId } from '../id.ts';
import { nameText } from '../text.ts';
import { calendarDate } from '../time.ts';

/** What the user wants to ask a person; it waits until it was asked. */
export const question = z.strictObject({
  /** Null for one that stands in notes which were written before questions were kept. */
  id: z.nullable(questionId),
  personId,
  words: nameText,
  /** The conversation in whose notes it stands; null for one that was written by itself. */
  conversationId: z.nullable(conversationId),
  /** The day of that conversation, or on which it was written. */
  on: calendarDate,
  askedOn: z.nullable(calendarDate),
});
export type Question = z.infer<typeof question>;
