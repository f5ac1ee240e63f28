import { AppError, assertNever } from '../shared/errors.ts';
import { api } from './api.ts';
import { keysOf } from './keys.ts';
import { toast } from './ui/toast.ts';

/** One plain sentence: what happened, what was kept, what to do. */
export function sentenceFor(error: unknown): string {
  if (!(error instanceof AppError)) return sentenceFor(new AppError('unexpected'));
  switch (error.code) {
    case 'invalid_input':
      return 'Something in the form cannot be saved as it is; please check the fields.';
    case 'rule_violated':
      return 'That cannot be done as things are now.';
    case 'not_found':
      return 'It is no longer there; it may have been moved or erased.';
    case 'conflict':
      return 'Something else was changed in the meantime; nothing was overwritten.';
    case 'storage_failed':
      if (error.details.journal === 'gone')
        return 'The journal is not there just now: its disk or folder is gone. The text stays here and is saved when it is back.';
      return error.details.full === true
        ? 'The disk is full, so this is not saved yet; the text stays here while you make space.'
        : 'The journal could not be written to just now; the text stays here, please try again.';
    case 'newer_journal':
      return 'This was written by a newer version of Rapport; nothing was changed.';
    case 'damaged_journal':
      return 'The file is damaged; nothing was changed.';
    case 'cancelled':
      return 'Stopped; nothing was changed.';
    case 'unexpected':
      return 'Something went wrong in Rapport; what you wrote is kept.';
    default:
      return assertNever(error.code);
  }
}

/** True when the journal cannot be written to just now, and later may be. */
export function isOutage(error: unknown): boolean {
  return error instanceof AppError && error.code === 'storage_failed';
}

/** Tells the user about a failure that has no place on the page. */
export function report(error: unknown): void {
  if (error instanceof AppError && error.code === 'cancelled') return;
  toast(sentenceFor(error));
}

/** The last act that was told of, and its message. */
let last: { readonly step: Promise<number | undefined>; readonly close: () => void } | undefined;

let closeSaid: (() => void) | undefined;

/** Says what was undone or done again, in the place of what was said of that before: only the last holds. */
export function sayUndone(message: string): void {
  const close = toast(message);
  closeSaid?.();
  closeSaid = close;
}

/** Takes the last act back and says which it was; a given one only as long as nothing else was done since. */
export async function undoLast(step?: number): Promise<void> {
  try {
    const { label, step: undone } = await api.undo.undo(step === undefined ? {} : { step });
    // Its message has nothing left to offer.
    if (undone !== null && (await last?.step) === undone) last?.close();
    sayUndone(label === null ? 'Nothing to undo' : `Undone: ${label}`);
  } catch (error) {
    const isPassed = error instanceof AppError && error.details.rule === 'not_the_last';
    if (!isPassed) return report(error);
    toast(`Something else was done since, and that would be taken back first: ${keysOf('undo')}`);
  }
}

/** Does again what was taken back. */
export async function redoLast(): Promise<void> {
  try {
    const { label } = await api.undo.redo({});
    sayUndone(label === null ? 'Nothing to redo' : `Done again: ${label}`);
  } catch (error) {
    report(error);
  }
}

/** Says that something was done, with a way back. Only the last act offers one: that is what would be taken back. */
export function toastDone(message: string): void {
  last?.close();
  // Asked for now: what is done while the message is in sight, here or in another window, is not what it offers back.
  const step = api.undo.state({}).then(
    (state) => state.step ?? undefined,
    () => undefined,
  );
  const close = toast(message, { label: 'Undo', onAction: () => void step.then(undoLast) });
  last = { step, close };
}
