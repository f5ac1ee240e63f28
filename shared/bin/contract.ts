import * as z from 'zod/mini';
import { query } from '../ipc.ts';
import { calendarDate, instant } from '../time.ts';

/** Something that was deleted and waits: what it is called, and the day on which it goes for good. */
const binEntry = z.strictObject({
  kind: z.enum(['person', 'organisation', 'conversation', 'promise', 'follow-up', 'draft', 'relation', 'question']),
  /** Of the kind's own model. */
  id: z.string(),
  /** Its name, title or words; empty when it has none. */
  name: z.string(),
  /** Whom it is about, or who took part. */
  people: z.readonly(z.array(z.string())),
  /** The day of a conversation. */
  on: z.nullable(calendarDate),
  deletedAt: instant,
  goesOn: calendarDate,
});
export type BinEntry = z.infer<typeof binEntry>;

/** A place in the bin: the entry after which a page begins. */
const binPlace = z.strictObject({ deletedAt: instant, id: z.string().check(z.maxLength(100)) });
export type BinPlace = z.infer<typeof binPlace>;

export const binContract = {
  /** Everything that waits, what was deleted last first: 50 entries after a place (null: from the beginning). */
  list: query(
    z.strictObject({ before: z.nullable(binPlace) }),
    z.strictObject({ items: z.readonly(z.array(binEntry)), next: z.nullable(binPlace) }),
  ),
} as const;
