import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** The last verified backup, and whether a restore can be undone. */
export const useBackupState = createQuery((input: Record<string, never>) => api.backups.state(input), ['backups']);

/** What lies in the backups folder, newest first. */
export const useBackups = createQuery((input: Record<string, never>) => api.backups.list(input), ['backups']);

/** Backups that have rotted and were set apart. */
export const useDamagedBackups = createQuery((input: Record<string, never>) => api.backups.damaged(input), ['backups']);
