import { AppError } from '../../shared/errors.ts';
import { api } from '../api.ts';
import { backupSentence } from '../backups/sentences.ts';
import { report } from '../report.ts';
import { toast } from '../ui/toast.ts';

/** Saves the journal and what is not in it in a place of the user's choice. True when that was done. */
export async function saveElsewhere(text: string | null): Promise<boolean> {
  try {
    const saved = await api.outage.saveElsewhere({ text });
    if (saved === null) return false;
    if (saved.hasJournal) toast(saved.hasText ? 'Journal and text saved' : 'Journal saved');
    else toast('Text saved');
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === 'conflict') toast('There is a file of that name; choose another.');
    else if (error instanceof AppError) toast(backupSentence(error));
    else report(error);
    return false;
  }
}

/** Puts what is not saved on the clipboard. */
export async function copyText(text: string): Promise<void> {
  try {
    await api.outage.copyText({ text });
    toast('Text copied');
  } catch (error) {
    report(error);
  }
}
