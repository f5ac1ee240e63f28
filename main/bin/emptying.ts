import { binCutoff } from '../../shared/bin/rules.ts';
import { type CalendarDate, type Instant, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/driver.ts';
import { errorFacts } from '../log.ts';
import { removeFromBin } from './repository.ts';

const MINUTE_MS = 60_000;
const TOPICS = [
  'people',
  'organisations',
  'conversations',
  'promises',
  'follow-ups',
  'drafts',
  'relations',
  'questions',
];

/** So long may one transaction take, and a little more: nobody notices that the window waits for it. */
const SLICE_MS = 10;

/** Removes for good what has waited in the bin for 30 days, slice by slice. It cannot be undone. */
export async function emptyBin(context: Context): Promise<void> {
  const { journal, clock, log } = context;
  if (journal.state.state !== 'open') return;
  const { database } = journal.state;
  const cutoff = binCutoff(clock.now());
  let removed = 0;
  try {
    for (;;) {
      const count = await journal.write(
        // Another journal has a bin of its own.
        () => (context.database === database ? removeSlice(database, cutoff) : 0),
        (undoLog) => undoLog.end(null, []),
      );
      if (count === 0) break;
      removed += count;
      // The window comes first.
      await new Promise((resolve) => setTimeout(resolve));
    }
  } catch (error) {
    // A full disk or a damaged journal is met, and told, elsewhere; what waits can wait longer.
    log.warn('bin not emptied', errorFacts(error));
  }
  if (removed === 0) return;
  log.info('bin emptied', { entries: removed });
  context.announce(TOPICS);
}

/** Removes entries one by one for a short time; answers with their number, which is 0 when none is left. */
function removeSlice(database: Database, cutoff: Instant): number {
  const begun = performance.now();
  let removed = 0;
  do {
    const count = removeFromBin(database, cutoff, 1);
    if (count === 0) break;
    removed += count;
  } while (performance.now() - begun < SLICE_MS);
  return removed;
}

/** Empties the bin once some time after the start and then on every new day. Returns what ends it. */
export function startEmptyingBin(context: Context): () => void {
  let last: CalendarDate | null = null;
  // A timer of a day would stand still while the computer sleeps.
  const timer = setInterval(() => {
    const today = todayOf(context.clock);
    if (today === last) return;
    last = today;
    void emptyBin(context);
  }, 2 * MINUTE_MS);
  return () => clearInterval(timer);
}
