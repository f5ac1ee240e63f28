import { AppError } from '../../shared/errors.ts';

const DAMAGED = /^SQLITE_(CORRUPT|NOTADB)/;
const STORAGE = /^SQLITE_(FULL|IOERR|CANTOPEN|READONLY|BUSY|LOCKED|PERM|NOMEM)/;

/**
 * An error of SQLite as the rest of the app knows it: `damaged_journal`, or `storage_failed` with `sqlite` naming the
 * code and `full` telling of a full disk. Broken constraints and everything else are bugs and stay what they are.
 */
export function storageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (DAMAGED.test(code)) return new AppError('damaged_journal', { sqlite: code });
  if (STORAGE.test(code)) return new AppError('storage_failed', { sqlite: code, full: code === 'SQLITE_FULL' });
  return error;
}

/** True for what failed because the disk is full. */
export function isFull(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage_failed' && error.details.full === true;
}
