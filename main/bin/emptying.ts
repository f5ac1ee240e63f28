import { binCutoff } from '../../shared/bin/rules.ts';
import { type CalendarDate, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
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

/** Removes for good what has waited in the bin for 30 days, in one transaction. It cannot be undone. */
export function emptyBin(context: Context): void {
  if (context.journal.state.state !== 'open' || context.journal.busy !== null) return;
  const { database, undoLog, clock, log } = context;
  try {
    const removed = database.transaction(() => removeFromBin(database, binCutoff(clock.now())));
    undoLog.end(null, []);
    if (removed === 0) return;
    log.info('bin emptied', { entries: removed });
    context.announce(TOPICS);
  } catch (error) {
    // A full disk or a damaged journal is met, and told, elsewhere; what waits can wait longer.
    log.warn('bin not emptied', errorFacts(error));
  }
}

/** Empties the bin once some time after the start and then on every new day. Returns what ends it. */
export function startEmptyingBin(context: Context): () => void {
  let last: CalendarDate | null = null;
  // A timer of a day would stand still while the computer sleeps.
  const timer = setInterval(() => {
    const today = todayOf(context.clock);
    if (today === last) return;
    last = today;
    emptyBin(context);
  }, 2 * MINUTE_MS);
  return () => clearInterval(timer);
}
