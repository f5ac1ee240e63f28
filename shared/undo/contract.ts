import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';

const labels = z.strictObject({ undo: z.nullable(z.string()), redo: z.nullable(z.string()) });
const done = z.strictObject({ label: z.nullable(z.string()) });

export const undoContract = {
  /** What the next undo and redo would do, in words. */
  state: query(z.strictObject({}), labels),
  /** Takes back the last command of this sitting. `label` is null when there is none. */
  undo: task(z.strictObject({}), done, []),
  /** Does again what was last taken back. `label` is null when there is none. */
  redo: task(z.strictObject({}), done, []),
} as const;
