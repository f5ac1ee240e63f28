import type { Commitment } from '../../shared/promises/promise.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';

// Everything a row can do, each with its undo. They answer whether it was done.

export function keep({ id }: Commitment): Promise<boolean> {
  return act(() => api.promises.keep({ id }), 'Promise kept');
}

export function letGo({ id }: Commitment): Promise<boolean> {
  return act(() => api.promises.letGo({ id }), 'Promise let go');
}

export function reopen({ id }: Commitment): Promise<boolean> {
  return act(() => api.promises.reopen({ id }), 'Promise open again');
}

export function moveToBin({ id }: Commitment): Promise<boolean> {
  return act(() => api.promises.bin({ id }), 'Promise moved to the bin');
}
