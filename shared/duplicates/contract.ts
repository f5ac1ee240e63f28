import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { command, query, task } from '../ipc.ts';
import { channel } from '../observations/cue.ts';
import { person, personFields } from '../people/person.ts';
import { calendarDate } from '../time.ts';

const somebody = z.strictObject({
  id: personId,
  name: z.string(),
  role: z.string(),
  organisationName: z.nullable(z.string()),
  isArchived: z.boolean(),
});

/** What speaks for two entries being one person. */
export const sign = z.strictObject({
  kind: z.enum(['email', 'phone', 'name', 'organisation']),
  /** What they share; empty for names that are alike. */
  shared: z.string(),
});
export type Sign = z.infer<typeof sign>;

const pair = z.strictObject({ one: somebody, other: somebody, signs: z.readonly(z.array(sign)) });
export type DuplicatePair = z.infer<typeof pair>;

const side = z.strictObject({
  person,
  conversations: z.int(),
  promises: z.int(),
  followUps: z.int(),
  marks: z.int(),
  newest: z.readonly(z.array(z.strictObject({ title: z.string(), on: calendarDate, channel }))),
});
export type MergeSide = z.infer<typeof side>;

/** What is not there any more, or stands in the way, when the two become one. */
const lost = z.strictObject({
  /** What was noted about how the two stand to each other. */
  notes: z.readonly(z.array(z.string())),
  /** Marks of the second that differ from what the first was marked with, on the same cue in the same moment. */
  marks: z.int(),
  /** To whom both stand alike, where what was noted about it is longer together than it may be. */
  tooLong: z.readonly(z.array(z.string())),
});
export type MergeLosses = z.infer<typeof lost>;

const two = z.strictObject({ id: personId, otherId: personId });

export const duplicatesContract = {
  /**
   * Pairs outside the bin that may be one person, those first for which most speaks, at most 500; `more` are not named.
   * Pairs of which was said that they are two people are left out. It takes a while, so it is looked for beside the
   * window.
   */
  list: task(z.strictObject({}), z.strictObject({ pairs: z.readonly(z.array(pair)), more: z.int() }), []),
  /** Two people side by side, with what is theirs and what would be lost. Errors: `not_found`. */
  compare: query(two, z.strictObject({ one: side, other: side, lost })),
  /**
   * Makes two people one: `id` stays, with the given fields and with everything that belongs to either; `otherId` is
   * gone. What both of them were marked with in one moment stays as it was marked for `id`. Errors: `not_found` (also in
   * the bin); `rule_violated` (the same person; introduced by themselves; notes of relations too long together).
   */
  merge: command(
    z.strictObject({ ...two.shape, fields: personFields }),
    z.null(),
    ['people', 'conversations', 'promises', 'follow-ups', 'drafts', 'observations', 'search', 'searches'],
    { label: 'merge people' },
  ),
  /** Remembers that two entries are two people. Errors: `not_found`; `rule_violated` (the same person). */
  keepApart: command(two, z.null(), ['people'], { label: 'not the same person' }),
} as const;
