import * as z from 'zod/mini';
import { conversationId, followUpId, personId } from '../id.ts';
import { lineText, passageText } from '../text.ts';
import { calendarDate, instant, localTime, zone } from '../time.ts';
import { recurrence } from './recurrence-rule.ts';

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
  /** How it comes back; null when it is for once. What was done is a follow-up of its own, for once. */
  recurrence: z.nullable(recurrence),
  /** The day of the first occurrence, from which the others are counted. */
  anchorOn: z.nullable(calendarDate),
  /** Since when the series rests: it is neither due nor told. */
  pausedAt: z.nullable(instant),
  doneAt: z.nullable(instant),
  /** What was written when it was done. */
  note: passageText,
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
    /** Its first day is then the first one on or after `dueOn` that it names. Left out, an edit keeps what is there. */
    recurrence: z.optional(z.nullable(recurrence)),
  })
  .check(z.refine(({ personId: person, words }) => person !== null || words.trim().length > 0));
