import { BACKUP_PROBLEMS, type BackupProblem, isBackupProblem } from '../../shared/backups/problem.ts';
import { AppError } from '../../shared/errors.ts';

/** The error for a file that cannot be taken for what it should be. */
export function problem(code: BackupProblem): AppError {
  switch (code) {
    case 'missing':
      return new AppError('not_found', { problem: code });
    case 'newer':
      return new AppError('newer_journal', { problem: code });
    case 'unreadable':
      return new AppError('storage_failed', { problem: code });
    default:
      return new AppError('damaged_journal', { problem: code });
  }
}

/** What an error says about the file that was looked at; null when it is about something else. */
export function problemOf(error: unknown): BackupProblem | null {
  if (!(error instanceof AppError)) return null;
  if (isBackupProblem(error.details.problem)) return error.details.problem;
  // A hostile or broken file may bring the process down or keep it busy for ever.
  if (error.details.workshop !== undefined) return 'check_stopped';
  return error.code === 'damaged_journal' ? 'damaged' : null;
}

/** The problem in plain words. */
export function sentenceOf(code: BackupProblem | null): string | null {
  return code === null ? null : BACKUP_PROBLEMS[code];
}

/**
 * Runs what reads a file of unknown making. What SQLite says of it that is not about the disk (no such table, unknown
 * format, malformed schema) is damage of the file, not a bug of ours.
 */
export function reading<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Error && error.name === 'SqliteError') throw problem('damaged');
    if (error instanceof AppError && error.code === 'damaged_journal' && error.details.problem === undefined) {
      throw problem(error.details.sqlite === 'SQLITE_NOTADB' ? 'not_a_database' : 'damaged');
    }
    throw error;
  }
}
