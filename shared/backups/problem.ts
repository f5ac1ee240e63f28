/** Why a file cannot be taken for a backup or a journal, in plain words. */
export const BACKUP_PROBLEMS = {
  missing: 'The file is not there.',
  not_a_file: 'It is a link, a folder or a device, not a file.',
  unreadable: 'The file cannot be read.',
  empty: 'The file is empty.',
  not_a_database: 'It is not a journal of Rapport.',
  foreign: 'It belongs to another application.',
  newer: 'It was written by a newer version of Rapport.',
  incomplete: 'Its end is missing, or something was added to it.',
  opened: 'It was opened and perhaps changed after it was made.',
  structure: 'Its tables are not those that Rapport makes.',
  damaged: 'It is damaged: parts of it cannot be read.',
  references: 'It is damaged: entries refer to others that are not there.',
  index: 'It is damaged: its search index does not match its text.',
  too_long: 'It holds a text that is longer than Rapport writes.',
  is_backup: 'It is a backup. Restore it on the page Backups, so that it stays as it is.',
  unsealed: 'It does not carry the seal of a verified backup.',
  seal: 'Its content is not what was sealed when it was made.',
  not_checked: 'It has not been checked on this computer yet.',
  check_stopped: 'The check did not come to an end.',
} as const;

export type BackupProblem = keyof typeof BACKUP_PROBLEMS;

/** True for what another process named as a problem of a file. */
export function isBackupProblem(code: unknown): code is BackupProblem {
  return typeof code === 'string' && Object.hasOwn(BACKUP_PROBLEMS, code);
}
