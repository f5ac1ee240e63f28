import * as z from 'zod/mini';
import { conversationId, followUpId, personId } from '../id.ts';
import { lineText } from '../text.ts';
import { calendarDate, instant, localTime, zone } from '../time.ts';

/** A reminder to contact a person or to do something. */
export const followUp = z.strictObject({
  id: followUpId,
  personId: z.nullable(personId),
  personName: z.nullable(z.string()),
  conversationId: z.nullable(conversationId),
  words: lineText,
  /** The day it is due now; a snooze moves it. */
  dueOn: calendarDate,
  dueTime: z.nullable(localTime),
  zone,
  /** The day it was first due, when it was snoozed. */
  snoozedFrom: z.nullable(calendarDate),
  doneAt: z.nullable(instant),
  createdAt: instant,
  deletedAt: z.nullable(instant),
});
export type FollowUp = z.infer<typeof followUp>;

/** What the user says of a follow-up; it is about a person or has words, or both. */
export const followUpFields = z
  .strictObject({
    personId: z.nullable(personId),
    words: lineText,
    dueOn: calendarDate,
    dueTime: z.nullable(localTime),
  })
  .check(z.refine(({ personId: person, words }) => person !== null || words.trim().length > 0));
