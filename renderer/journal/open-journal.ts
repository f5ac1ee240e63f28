import type { TaskOptions } from '../../shared/ipc.ts';
import { api } from '../api.ts';
import { flushAll } from '../flush.ts';
import { navigate } from '../route.ts';

/** Opens another journal: first everything that is being typed is kept in the present one, and the page is Today. */
async function change(open: () => Promise<null>): Promise<void> {
  await flushAll();
  await open();
  navigate({ page: 'today' }, { replace: true });
}

export function startEmpty(): Promise<void> {
  return change(() => api.journal.startEmpty({}));
}

export function openSample(): Promise<void> {
  return change(() => api.journal.openSample({}));
}

export function leaveSample(also: { readonly delete: boolean }): Promise<void> {
  return change(() => api.journal.leaveSample(also));
}

/** Opens, makes or moves to the journal that was chosen and shown. */
export async function takeChosenJournal(options: TaskOptions): Promise<true> {
  await change(() => api.journal.useChoice({}, options));
  return true;
}
