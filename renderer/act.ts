import { report, toastDone } from './report.ts';

/** Does something in the journal; says that it was done, with a way back, or why it was not. True when it was. */
export async function act(work: () => Promise<unknown>, done: string): Promise<boolean> {
  try {
    await work();
    toastDone(done);
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}
