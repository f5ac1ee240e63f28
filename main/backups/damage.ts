import { BACKUP_PROBLEMS } from '../../shared/backups/problem.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/driver.ts';
import { errorFacts } from '../log.ts';

const damaged = new WeakSet<Database>();

/** What the check found wrong with the open journal, in plain words. */
export function damageOf({ journal }: Context): string | null {
  return journal.state.state === 'open' && damaged.has(journal.state.database) ? BACKUP_PROBLEMS.damaged : null;
}

/**
 * Looks for damaged pages in the open journal, in the workshop; called once some time after the start, because it reads
 * the whole file. What it finds is announced, and told by `backups.state`.
 */
export async function checkForDamage(context: Context): Promise<void> {
  const { journal, log, workshop } = context;
  if (journal.state.state !== 'open') return;
  const { database, path } = journal.state;
  try {
    const { damaged: isDamaged } = await workshop.run('checkOpenJournal', { path });
    if (!isDamaged) return;
    log.error('journal damaged');
    damaged.add(database);
    context.announce(['backups']);
  } catch (error) {
    log.warn('journal not checked', errorFacts(error));
  }
}
