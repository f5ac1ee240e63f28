import { AppError } from '../../shared/errors.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { toast } from '../ui/toast.ts';

/** Asks for the folder of the second place, and says why one cannot be it. */
export async function chooseSecondPlace(): Promise<void> {
  try {
    await api.backups.chooseSecondPlace({});
  } catch (error) {
    if (!(error instanceof AppError) || error.details.secondPlace === undefined) report(error);
    else if (error.details.secondPlace === 'same') toast('That is the backups folder itself; choose another one.');
    else toast('That folder cannot be written to; choose another one.');
  }
}
