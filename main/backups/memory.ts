import type { SecondPlaceProblem } from '../../shared/backups/backup.ts';
import type { Instant } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import type { JournalKeeper } from '../journal/keeper.ts';

/** What is known about backups while the app runs. */
export interface Memory {
  /** Number of changes of the journal, and how many of them the last backup holds. */
  changes: number;
  backedUp: number;
  /** The last backup that was to be made by itself, when it failed. */
  failure: { readonly at: Instant; readonly full: boolean } | null;
  /** When a backup by itself was tried last, which may be later than the last one made. */
  triedAt: Instant | null;
  /** Ends what is being made by itself. */
  running: AbortController | null;
  /** Ends the backup for which the window waits before it closes. */
  closing: AbortController | null;
  readonly second: {
    isThere: boolean | null;
    waiting: number;
    problem: SecondPlaceProblem | null;
    copying: Promise<void> | null;
    again: boolean;
  };
}

const memories = new WeakMap<JournalKeeper, Memory>();

/** What is known of the backups of a journal since the app started. */
export function memoryOf({ journal, settings }: Pick<Context, 'journal' | 'settings'>): Memory {
  const known = memories.get(journal);
  if (known !== undefined) return known;
  const memory: Memory = {
    // What was written before the app ended is still to be backed up.
    changes: settings.backups.pending ? 1 : 0,
    backedUp: 0,
    failure: null,
    triedAt: null,
    running: null,
    closing: null,
    second: { isThere: null, waiting: 0, problem: null, copying: null, again: false },
  };
  memories.set(journal, memory);
  return memory;
}

/** Another journal is opened: what was known is about the one before. */
export function forgetMemory({ journal }: Pick<Context, 'journal'>): void {
  memories.delete(journal);
}

/** Notes that the user's own journal holds something that no backup has. */
export function noteChange(context: Context): void {
  const { state, paths } = context.journal;
  if (state.state !== 'open' || state.path !== paths.own) return;
  const memory = memoryOf(context);
  memory.changes += 1;
  if (!context.settings.backups.pending) context.settings.changeBackups({ pending: true });
}

/** True when the journal holds something that no backup has. */
export function hasChanges(context: Context): boolean {
  const { changes, backedUp } = memoryOf(context);
  return changes > backedUp;
}

/** Notes that a backup holds the changes up to a number. */
export function noteBackedUp(context: Context, changes: number): void {
  const memory = memoryOf(context);
  memory.backedUp = Math.max(memory.backedUp, changes);
  memory.failure = null;
  if (!hasChanges(context) && context.settings.backups.pending) context.settings.changeBackups({ pending: false });
}
