import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { report } from '../report.ts';
import { navigate } from '../route.ts';

/** Opens quick capture in its own small window, or here where there is none; with somebody filled in, if they are known. */
export async function openQuickCapture(personId: PersonId | null = null): Promise<void> {
  try {
    if (!(await api.quickCapture.open({ personId }))) navigate({ page: 'quick-capture' });
  } catch (error) {
    report(error);
  }
}
