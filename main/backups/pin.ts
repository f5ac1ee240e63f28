import type { Backup, PinnedReason } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { makeBackup } from './make.ts';

/** How often it is looked whether a backup that is being written has come to its end. */
const LOOK_MS = 100;

/**
 * Keeps the journal as it is before something that cannot simply be undone: a verified backup that thinning leaves.
 * Null for the sample, which nobody has to keep. What calls it goes on only when it has returned. Errors: `cancelled`,
 * `storage_failed`, `damaged_journal`.
 */
export async function pinBackup(context: Context, reason: PinnedReason, control: TaskControl): Promise<Backup | null> {
  const { state, paths } = context.journal;
  if (state.state !== 'open' || state.path !== paths.own) return null;
  for (;;) {
    try {
      return await makeBackup(context, reason, control);
    } catch (error) {
      // One that is being written holds what was there when it began, so a new one follows it.
      if (!(error instanceof AppError) || error.details.backup !== 'under_way') throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (control.signal.aborted) throw new AppError('cancelled');
    }
  }
}
