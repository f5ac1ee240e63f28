import * as z from 'zod/mini';
import { keptDraft } from '../drafts/draft.ts';
import { command, query, task } from '../ipc.ts';

/**
 * How writing to the open journal goes: as it should; only in the space that was kept back for a full disk; not at all,
 * because the disk is full; not at all, because the journal is not there.
 */
export const storageState = z.enum(['fine', 'reserve', 'full', 'away']);
export type StorageState = z.infer<typeof storageState>;

const nothing = z.strictObject({});
const text = z.string().check(z.maxLength(20_000_000));

export const outageContract = {
  /**
   * How writing goes, and whether the app was to end and waits, because text would be lost. While it waits, `unsaved` is
   * that text, out of every window.
   */
  state: query(
    nothing,
    z.strictObject({
      storage: storageState,
      isLeaving: z.boolean(),
      unsaved: z.nullable(text),
    }),
  ),
  /** Tries to write. Errors: `storage_failed`. */
  tryAgain: command(nothing, z.null(), ['storage'], { none: 'It changes nothing.' }),
  /**
   * Puts what could not be kept in the journal into a file beside it, in place of what the same window had put there; an
   * empty list ends it. At the next start it becomes drafts. False when that file cannot be written either.
   */
  keepAside: task(
    z.strictObject({
      window: z.string().check(z.maxLength(40)),
      drafts: z.readonly(z.array(keptDraft).check(z.maxLength(100))),
    }),
    z.boolean(),
    [],
  ),
  /** Puts text on the clipboard. */
  copyText: task(z.strictObject({ text }), z.null(), []),
  /**
   * Asks for a place and saves there the text, as a file, and the journal, as a verified backup, where it can be read.
   * Null when the user changed their mind. Errors: `conflict` (there is such a file), `storage_failed`.
   */
  saveElsewhere: task(
    z.strictObject({ text: z.nullable(text) }),
    z.nullable(z.strictObject({ hasJournal: z.boolean(), hasText: z.boolean() })),
    [],
  ),
  /** The app does not end. */
  stay: task(nothing, z.null(), ['storage']),
  /** The app ends without the text that could not be kept. */
  leave: task(nothing, z.null(), []),
} as const;
