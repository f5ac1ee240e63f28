import * as z from 'zod/mini';
import { journalCounts } from '../journal/contract.ts';
import { calendarDate } from '../time.ts';

/** Rows of one table that could not be brought over. */
const unread = z.strictObject({
  /** Name of the table. */
  table: z.string(),
  /** How many, where an index still says so; else the number of rows that were met and could not be read. */
  count: z.int(),
  /** There may be more, on pages that tell nothing. */
  isAtLeast: z.boolean(),
});

/** What was read out of a damaged journal into a fresh one, which was checked like a backup. */
export const salvageReport = z.strictObject({
  counts: journalCounts,
  newestOn: z.nullable(calendarDate),
  /** Rows of every kind, those without counts of their own too. */
  rows: z.int(),
  unread: z.readonly(z.array(unread)),
  /** Rows that were read, but belong to something that was not: they are left out too. */
  unowned: z.readonly(z.array(z.strictObject({ table: z.string(), count: z.int() }))),
  /** Entries in whose text some characters could not be read. */
  altered: z.int(),
  /** People whose own entry was lost and who are kept because others refer to them. */
  nameless: z.int(),
  /** Names of people who are known to have lost something; at most a hundred. */
  people: z.readonly(z.array(z.string())),
});
export type SalvageReport = z.infer<typeof salvageReport>;
