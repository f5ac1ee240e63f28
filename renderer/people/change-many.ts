import type { PersonId } from '../../shared/id.ts';
import { api } from '../api.ts';
import { formatCount } from '../format.ts';
import { report, toastDone } from '../report.ts';
import { toast } from '../ui/toast.ts';

/** More people than these are not changed without a backup of before. */
const HANDFUL = 5;
/** After so long it is said what is waited for. */
const PATIENCE_MS = 700;

/** Before many are changed at once, the journal is kept as it is: until it is copied, not until the copy is proved. */
async function keepBefore(): Promise<void> {
  let close: (() => void) | undefined;
  const timer = setTimeout(() => {
    close = toast('Keeping a backup of before…');
  }, PATIENCE_MS);
  try {
    await api.people.keepBefore({ reason: 'before_bulk_edit' });
  } finally {
    clearTimeout(timer);
    close?.();
  }
}

/**
 * Changes people in one command, which one Undo takes back, and says how many were changed: "Tagged 12 people". True when
 * it was done.
 */
export async function changeMany(
  ids: readonly PersonId[],
  change: () => Promise<{ readonly changed: number }>,
  done: (people: string) => string,
): Promise<boolean> {
  try {
    if (ids.length > HANDFUL) await keepBefore();
    const { changed } = await change();
    if (changed === 0) toast('Nothing to change: all of them are so already');
    else toastDone(done(formatCount(changed, 'person', 'people')));
    return true;
  } catch (error) {
    report(error);
    return false;
  }
}
