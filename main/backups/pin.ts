import type { Backup, BackupReason, PinnedReason } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { makeBackup } from './make.ts';

/** How often it is looked whether a backup that is being written has come to its end. */
const LOOK_MS = 100;

/** Makes a backup after the one that may be under way, which holds only what was there when it began. */
export async function makeBackupInTurn(context: Context, reason: BackupReason, control: TaskControl): Promise<Backup> {
  for (;;) {
    try {
      return await makeBackup(context, reason, control);
    } catch (error) {
      if (!(error instanceof AppError) || error.details.backup !== 'under_way') throw error;
      await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (control.signal.aborted) throw new AppError('cancelled');
    }
  }
}

/**
 * Keeps the journal as it is before something that cannot simply be undone: a verified backup that thinning leaves.
 * Null for the sample, which nobody has to keep. What calls it goes on only when it has returned. Errors: `cancelled`,
 * `storage_failed`, `damaged_journal`.
 */
export async function pinBackup(context: Context, reason: PinnedReason, control: TaskControl): Promise<Backup | null> {
  const { state, paths } = context.journal;
  if (state.state !== 'open' || state.path !== paths.own) return null;
  return await makeBackupInTurn(context, reason, control);
}
