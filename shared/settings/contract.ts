import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';
import { settings } from './settings.ts';

export const settingsContract = {
  get: query(z.strictObject({}), settings),
  /** What the system does for the app. `notifications` is false when it is known that it shows none. */
  abilities: query(
    z.strictObject({}),
    z.strictObject({ notifications: z.boolean(), notificationActions: z.boolean(), startAtLogin: z.boolean() }),
  ),
  /** Changes the given settings; they hold at once and are kept in the data folder. */
  change: task(z.partial(settings), settings, ['settings']),
} as const;
