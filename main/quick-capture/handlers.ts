import type { PersonId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { quickCaptureContract } from '../../shared/quick-capture/contract.ts';
import type { Context } from '../context.ts';

/** With whom the conversation was that quick capture was opened for, until its page takes them. */
const waiting = new WeakMap<Context, PersonId>();

export const quickCapture: FeatureHandlers<typeof quickCaptureContract, Context> = {
  open: (context, { personId }) => {
    if (personId !== null) waiting.set(context, personId);
    return Promise.resolve(context.desk.openQuickCapture());
  },
  takePerson: (context) => {
    const personId = waiting.get(context) ?? null;
    waiting.delete(context);
    return Promise.resolve(personId);
  },
  hide: ({ desk }) => Promise.resolve(desk.hideQuickCapture()),
  reach: ({ desk }) => desk.quickCaptureReach(),
};
