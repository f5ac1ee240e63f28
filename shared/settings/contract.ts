import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';
import { settings } from './settings.ts';

export const settingsContract = {
  get: query(z.strictObject({}), settings),
  /** Changes the given settings; they hold at once and are kept in the data folder. */
  change: task(z.partial(settings), settings, ['settings']),
} as const;
