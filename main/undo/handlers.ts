import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { undoContract } from '../../shared/undo/contract.ts';
import { noteChange } from '../backups/memory.ts';
import type { Context } from '../context.ts';

function take(context: Context, which: 'undo' | 'redo'): Promise<{ readonly label: string | null }> {
  const done = context.undoLog[which]();
  if (done !== null) {
    noteChange(context);
    context.announce(done.topics);
  }
  return Promise.resolve({ label: done?.label ?? null });
}

export const undo: FeatureHandlers<typeof undoContract, Context> = {
  state: ({ undoLog }) => ({ ...undoLog.labels, step: undoLog.lastStep }),
  undo: async (context, { step }) => {
    const { lastStep } = context.undoLog;
    if (step !== undefined && step !== lastStep) throw new AppError('conflict', { rule: 'not_the_last' });
    return { ...(await take(context, 'undo')), step: lastStep };
  },
  redo: (context) => take(context, 'redo'),
};
