import type { PinnedReason } from '../../shared/backups/backup.ts';
import type { Progress, TaskControl } from '../../shared/ipc.ts';
import { pinBackup } from '../backups/pin.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';

/**
 * Begins a pinned backup and returns as soon as it holds the journal as it is now: what is changed from then on is not in
 * it. Proving it and noting it go on by themselves. False where there is nothing to keep.
 */
export function keepBefore(context: Context, reason: PinnedReason, control: TaskControl): Promise<boolean> {
  return new Promise((resolve, reject) => {
    let isKept = false;
    const report = (progress: Progress): void => {
      control.report(progress);
      // It is checked once it was copied.
      if (progress.phase !== 'checking') return;
      isKept = true;
      resolve(true);
    };
    pinBackup(context, reason, { signal: control.signal, report }).then(
      (backup) => resolve(backup !== null),
      (error: unknown) => {
        // The page has gone on: what failed now is the backup alone, and that is seen under Backups.
        if (isKept) context.log.error('pinned backup failed', errorFacts(error));
        else reject(error);
      },
    );
  });
}
