import { AppError } from '../../shared/errors.ts';
import type { JournalPurpose, UnsafePlace } from '../../shared/journal/contract.ts';
import { backupSentence } from '../backups/sentences.ts';

/** What is written on the button that asks for a file, and on the one that then does it. */
export const PURPOSES: Readonly<
  Record<JournalPurpose, { readonly ask: string; readonly act: string; readonly title: string }>
> = {
  open: { ask: 'Open another journal…', act: 'Open this journal', title: 'Open another journal?' },
  new: { ask: 'New journal…', act: 'Create the journal', title: 'Create a new journal?' },
  move: { ask: 'Move the journal…', act: 'Move the journal', title: 'Move the journal?' },
};

/** Why a journal should not lie there, and what is better. */
export const UNSAFE: Readonly<Record<UnsafePlace, { readonly title: string; readonly advice: string }>> = {
  synced: {
    title: 'The journal lies in a synced folder',
    advice:
      'The program that syncs it copies the file while it is being written, which can damage it or bring back an older one. Keep the journal on this computer and let the backups be synced: choose the synced folder as the second place of backups.',
  },
  network: {
    title: 'The journal lies on a network drive',
    advice:
      'Locks and writes over a network are not reliable enough for it: it can be damaged when the connection breaks or another computer opens it. Keep the journal on this computer and its backups on the network: choose that folder as the second place of backups.',
  },
};

/** Why a file cannot be opened, made or moved to. */
export function choiceSentence(error: unknown): string {
  if (error instanceof AppError) {
    const { journal, exists } = error.details;
    if (journal === 'same') return 'This journal is open already.';
    if (journal === 'busy') {
      return 'Another Rapport, of this or of another user, has this journal open; close it there first.';
    }
    if (journal === 'sample') return 'The sample journal stays where it is; leave it to come to your own.';
    if (journal === 'changing') return 'The journal was written to all the time; nothing was moved. Please try again.';
    if (exists === true) return 'There is a file of that name already, and it is not replaced; choose another name.';
    if (error.code === 'storage_failed' && error.details.full !== true && error.details.problem === undefined) {
      return 'The folder cannot be written to; nothing was changed. Choose another one.';
    }
  }
  return backupSentence(error);
}
