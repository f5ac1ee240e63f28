import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';

/** Number of rows of each kind, without what is in the bin. */
export const journalCounts = z.strictObject({
  people: z.int(),
  organisations: z.int(),
  conversations: z.int(),
  promises: z.int(),
  followUps: z.int(),
  drafts: z.int(),
});
export type JournalCounts = z.infer<typeof journalCounts>;

/** Why the journal is not open. */
export const journalProblem = z.strictObject({
  code: z.enum(['damaged', 'newer', 'not_a_journal', 'missing', 'busy', 'unreadable']),
  path: z.string(),
  /** What was found, in plain words. */
  findings: z.readonly(z.array(z.string())),
});
export type JournalProblem = z.infer<typeof journalProblem>;

export const journalState = z.discriminatedUnion('state', [
  /** Nobody has chosen yet; `path` is where the journal would lie. */
  z.strictObject({ state: z.literal('first_run'), path: z.string() }),
  z.strictObject({
    state: z.literal('open'),
    path: z.string(),
    kind: z.enum(['own', 'sample']),
    /** Bytes. */
    size: z.int(),
    counts: journalCounts,
    /** The user's own journal exists too, so that leaving the sample leads to it. */
    ownExists: z.boolean(),
  }),
  z.strictObject({ state: z.literal('problem'), problem: journalProblem }),
]);
export type JournalState = z.infer<typeof journalState>;

const nothing = z.strictObject({});

export const journalContract = {
  state: query(nothing, journalState),
  /** Makes the user's own journal and opens it. Errors: `conflict` when there is a file already. */
  startEmpty: task(nothing, z.null(), ['*']),
  /** Makes the sample journal, a file of its own, and opens it. */
  openSample: task(nothing, z.null(), ['*']),
  /** Closes the sample and goes back to the user's own journal, or to the first page. */
  leaveSample: task(z.strictObject({ delete: z.boolean() }), z.null(), ['*']),
  showInFolder: task(nothing, z.null(), []),
  /** Ends the app. */
  quit: task(nothing, z.null(), []),
} as const;
