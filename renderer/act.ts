import { report, toastDone } from './report.ts';

/** Does something in the journal; says that it was done, with a way back, or why it was not. True when it was. */
export function act(work: () => Promise<unknown>, done: string): Promise<boolean> {
  return actSaying(work, () => done);
}

/** The same, where what is said follows from what was done. */
export async function actSaying<T>(work: () => Promise<T>, done: (answer: T) => string): Promise<boolean> {
  try {
    toastDone(done(await work()));
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}
