import type { Backup, BackupReason } from '../../shared/backups/backup.ts';
import { BACKUP_PROBLEMS, isBackupProblem } from '../../shared/backups/problem.ts';
import { AppError } from '../../shared/errors.ts';
import type { Progress } from '../../shared/ipc.ts';
import { formatCount } from '../format.ts';
import { sentenceFor } from '../report.ts';

/** Why a backup or a restore did not come about, what was kept, and what to do. */
export function backupSentence(error: unknown): string {
  if (!(error instanceof AppError)) return sentenceFor(error);
  const { problem, full, backup, journal } = error.details;
  if (backup === 'under_way') return 'A backup is being made already.';
  if (journal === 'sample') return 'The sample journal is not backed up; leave it to come to your own.';
  if (journal === 'busy') return 'Another program has the journal open; close it and start Rapport again.';
  if (full === true) return 'There is not enough room on the disk; nothing was left behind and nothing was changed.';
  if (isBackupProblem(problem)) return `${BACKUP_PROBLEMS[problem]} Nothing was changed.`;
  if (error.code === 'storage_failed')
    return 'The backups folder cannot be used; check that it is there and not write-protected.';
  return sentenceFor(error);
}

const REASONS: Readonly<Record<BackupReason, string>> = {
  asked: 'on request',
  automatic: 'by itself',
  before_restore: 'before a restore',
  before_migration: 'before the journal was updated',
  before_import: 'before an import',
  before_merge: 'before a merge',
  before_erase: 'before someone was erased',
  before_bulk_edit: 'before many entries were changed',
};

/** "#0042, on request". */
export function nameOfBackup({ sequence, reason }: Backup): string {
  return `#${String(sequence).padStart(4, '0')}, ${REASONS[reason]}`;
}

/** "12 people, 60 conversations"; nothing when it could not be counted. */
export function countsOfBackup({ counts }: Backup): string | null {
  if (counts === null) return null;
  const people = formatCount(counts.people, 'person', 'people');
  return `${people}, ${formatCount(counts.conversations, 'conversation', 'conversations')}`;
}

const PHASES: Readonly<Record<string, string>> = {
  copying: 'Copying the journal',
  checking: 'Checking every page of the copy',
  keeping: 'Putting it in its place',
  reading: 'Reading the backups',
  verifying: 'Checking every backup',
  verifying_copies: 'Checking every copy in the second place',
  comparing: 'Comparing it with the journal',
  rebuilding: 'Building the restored journal',
  salvaging: 'Reading what can be read',
};

/** What a long work on a backup is doing, in words. */
export function phaseOf(progress: Progress | null): string {
  return PHASES[progress?.phase ?? ''] ?? 'Beginning';
}

/** 0 to 1; null while the end is not known. */
export function shareOf(progress: Progress | null): number | null {
  return progress === null || progress.total === 0 ? null : progress.done / progress.total;
}
