import * as z from 'zod/mini';
import { conversationId, personId, promiseId } from '../id.ts';
import { nameText } from '../text.ts';
import { calendarDate, instant } from '../time.ts';

/** `kept_late` is kept after the due date. */
export const promiseState = z.enum(['open', 'kept', 'kept_late', 'let_go']);
export type PromiseState = z.infer<typeof promiseState>;

/** Words given, by me or by them. Named so because `Promise` is JavaScript's. */
export const commitment = z.strictObject({
  id: promiseId,
  personId,
  personName: z.string(),
  conversationId: z.nullable(conversationId),
  /** The day of the conversation it was given in. */
  saidOn: z.nullable(calendarDate),
  givenBy: z.enum(['me', 'them']),
  words: nameText,
  dueOn: z.nullable(calendarDate),
  state: promiseState,
  /** The day it was kept or let go. */
  closedOn: z.nullable(calendarDate),
  createdAt: instant,
  deletedAt: z.nullable(instant),
});
export type Commitment = z.infer<typeof commitment>;
