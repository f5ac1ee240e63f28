import * as z from 'zod/mini';
import { conversationId, personId } from '../id.ts';
import { calendarDate } from '../time.ts';

/**
 * What is brought back out of a backup: a person with everything that hangs on them, or one conversation with what was
 * said and promised in it. A conversation is chosen from one of its people, who is there when it is.
 */
export const backupPart = z.strictObject({ personId, conversationId: z.nullable(conversationId) });
export type BackupPart = z.infer<typeof backupPart>;

/** Kinds of entries that can come back; what hangs on one of them (a tag, a mark, a file) changes it. */
export const partKind = z.enum(['person', 'organisation', 'conversation', 'promise', 'follow_up', 'draft']);
export type PartKind = z.infer<typeof partKind>;

/** What would become of one entry. */
const partEntry = z.strictObject({
  kind: partKind,
  id: z.string(),
  what: z.enum(['added', 'changed']),
  /** The entry's own words; empty for one without. */
  words: z.string(),
  /** Day of a conversation; day on which a promise or a follow-up is due. */
  on: z.nullable(calendarDate),
  /** Names of the tables in which something of a changed entry would be written. */
  parts: z.readonly(z.array(z.string())),
});
export type PartEntry = z.infer<typeof partEntry>;

/** What bringing a part back would do to the journal as it is now. Nothing is ever taken away by it. */
export const partPreview = z.strictObject({
  /** The person's name in the backup. */
  name: z.string(),
  /** Where the person is now. */
  person: z.enum(['there', 'bin', 'missing']),
  totals: z.strictObject({ added: z.int(), changed: z.int() }),
  /** The first five hundred entries, the person first, then the newest. */
  entries: z.readonly(z.array(partEntry)),
  /** People of the same conversations who are not in the journal: they and their marks stay out. */
  leftOut: z.readonly(z.array(z.string())),
});
export type PartPreview = z.infer<typeof partPreview>;
