import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';
import { calendarDate } from '../time.ts';

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

/** A place where others may write to the journal at the same time: it belongs on a disk of this computer. */
export const unsafePlace = z.enum(['synced', 'network']);
export type UnsafePlace = z.infer<typeof unsafePlace>;

/** What a file was chosen for. */
export const journalPurpose = z.enum(['open', 'new', 'move']);
export type JournalPurpose = z.infer<typeof journalPurpose>;

/** A file that was chosen and checked, before anything is done with it. */
export const journalChoice = z.strictObject({
  purpose: journalPurpose,
  path: z.string(),
  unsafe: z.nullable(unsafePlace),
  /** What is in it; null where there is nothing yet. */
  found: z.nullable(z.strictObject({ size: z.int(), counts: journalCounts, newestOn: z.nullable(calendarDate) })),
});
export type JournalChoice = z.infer<typeof journalChoice>;

export const journalState = z.discriminatedUnion('state', [
  /** Nobody has chosen yet; `path` is where the journal would lie. */
  z.strictObject({ state: z.literal('first_run'), path: z.string() }),
  /** It is of an older version and is not open yet: the page says so before it asks for `bringUpToDate`. */
  z.strictObject({ state: z.literal('older') }),
  z.strictObject({
    state: z.literal('open'),
    path: z.string(),
    kind: z.enum(['own', 'sample']),
    /** Bytes. */
    size: z.int(),
    /** The user's own journal exists too, so that leaving the sample leads to it. */
    ownExists: z.boolean(),
    /** Why it should lie elsewhere. */
    unsafe: z.nullable(unsafePlace),
  }),
  z.strictObject({ state: z.literal('problem'), problem: journalProblem }),
]);
export type JournalState = z.infer<typeof journalState>;

const nothing = z.strictObject({});

export const journalContract = {
  state: query(nothing, journalState),
  /** How much is in the open journal: apart from the state, which the start waits for. */
  counts: query(nothing, journalCounts),
  /** Makes the user's own journal and opens it. Errors: `conflict` when there is a file already. */
  startEmpty: task(nothing, z.null(), ['*']),
  /** Makes the sample journal, a file of its own, and opens it. */
  openSample: task(nothing, z.null(), ['*']),
  /** Closes the sample and goes back to the user's own journal, or to the first page. */
  leaveSample: task(z.strictObject({ delete: z.boolean() }), z.null(), ['*']),
  /**
   * Asks for a file and checks it, a foreign one in a copy of its own; null when the user changed their mind. Nothing is
   * changed. Errors: `damaged_journal`, `newer_journal`, `storage_failed` with `problem`; `rule_violated` with `journal`:
   * `same` (it is open already), `busy` (another program has it open), `sample` (it is not moved); `conflict` (a new one
   * would take another file's place).
   */
  choose: task(z.strictObject({ purpose: journalPurpose }), z.nullable(journalChoice), []),
  /**
   * Opens, makes or moves to what was chosen last. The journal before is kept as it is; a moved one leaves its old place
   * when the new one was checked and opened.
   */
  useChoice: task(nothing, z.null(), ['*']),
  /** Opens the journal again that did not open: its disk is connected by now, the other program was closed. */
  tryAgain: task(nothing, z.null(), ['*']),
  /** Backs up a journal of an older version, brings it to this one and opens it. Until then the window stands still. */
  bringUpToDate: task(nothing, z.null(), ['*']),
  showInFolder: task(nothing, z.null(), []),
  /** Ends the app. */
  quit: task(nothing, z.null(), []),
} as const;
