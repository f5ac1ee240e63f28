import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { quickCaptureContract } from '../../shared/quick-capture/contract.ts';
import type { Context } from '../context.ts';

export const quickCapture: FeatureHandlers<typeof quickCaptureContract, Context> = {
  open: ({ desk }) => Promise.resolve(desk.openQuickCapture()),
  hide: ({ desk }) => Promise.resolve(desk.hideQuickCapture()),
  reach: ({ desk }) => desk.quickCaptureReach(),
};
