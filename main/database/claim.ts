import { existsSync, rmSync } from 'node:fs';
import { AppError } from '../../shared/errors.ts';
import { Database } from './driver.ts';

/** Says that this process, and no other, has a journal open. */
export interface Claim {
  release(): void;
  /** Lets go without touching the folder, which may be another disk's by now. */
  abandon(): void;
}

const ATTEMPTS = 5;

/**
 * Claims a journal: the lock of a small file beside it is held, which the system takes away when the process ends, however
 * it ends, so that no claim outlives its holder. The journal itself stays free for reading by others. Errors:
 * `storage_failed` with `claimed` when another process, of this or of another user, has it. Where no such file can be
 * made there is no claim, and the journal's own locks must do.
 */
export function claimJournal(journal: string): Claim {
  const path = `${journal}-open`;
  for (let attempt = 1; ; attempt += 1) {
    const holder = hold(path);
    if (holder === null) return { release: () => undefined, abandon: () => undefined };
    // The one before removed the file while we were waiting for it: ours is a file without a name.
    if (existsSync(path) || attempt === ATTEMPTS) {
      return {
        release() {
          try {
            rmSync(path, { force: true });
          } catch {
            // Windows does not remove what is open. An empty file that nobody has locked says nothing.
          }
          holder.close();
        },
        abandon: () => holder.close(),
      };
    }
    holder.close();
  }
}

function hold(path: string): Database | null {
  let holder: Database | undefined;
  try {
    holder = new Database(path);
    holder.pragma('busy_timeout = 250');
    // Nothing is ever written to it, so that it needs no file beside it either.
    holder.pragma('journal_mode = MEMORY');
    holder.exec('BEGIN EXCLUSIVE');
    return holder;
  } catch (error) {
    holder?.close();
    const sqlite = error instanceof AppError ? String(error.details.sqlite ?? '') : '';
    if (sqlite.startsWith('SQLITE_BUSY') || sqlite.startsWith('SQLITE_LOCKED')) {
      throw new AppError('storage_failed', { sqlite: 'SQLITE_BUSY', claimed: true });
    }
    return null;
  }
}
