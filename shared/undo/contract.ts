import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';

const state = z.strictObject({
  undo: z.nullable(z.string()),
  redo: z.nullable(z.string()),
  /** The number of the command that the next undo would take back. */
  step: z.nullable(z.int()),
});
const done = z.strictObject({ label: z.nullable(z.string()) });

export const undoContract = {
  /** What the next undo and redo would do, in words. */
  state: query(z.strictObject({}), state),
  /**
   * Takes back the last command of this sitting and says which it was. `label` is null when there is none. With a `step`
   * only if that command is the last. Errors: `conflict` when another was done since.
   */
  undo: task(z.strictObject({ step: z.optional(z.int()) }), z.extend(done, { step: z.nullable(z.int()) }), []),
  /** Does again what was last taken back. `label` is null when there is none. */
  redo: task(z.strictObject({}), done, []),
} as const;
