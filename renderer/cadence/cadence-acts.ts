import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { formatDate } from '../format.ts';
import { report, toastDone } from '../report.ts';

/** Leaves somebody alone for two weeks, with a way back. True when it was done. */
export async function notNow({ personId, personName }: { readonly personId: PersonId; readonly personName: string }) {
  try {
    const { until } = await api.cadence.notNow({ id: personId });
    toastDone(`${personName}: not before ${formatDate(until)}`);
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}
