import { existsSync, statSync } from 'node:fs';
import type { SalvageReport } from '../../shared/backups/salvage.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import type { JournalKeeper } from '../journal/keeper.ts';
import { removeDatabase } from './files.ts';
import { readManifest } from './manifest.ts';
import { placesOf } from './places.ts';
import { problem } from './problem.ts';
import { decideSwap, requireSwappable } from './restore.ts';
import { timeLimitFor } from './time-limit.ts';

/** Every page is looked at by itself, every row written and every search index made anew. */
const SLOWER = 5;

/** Journals of which a salvaged one was made and shown since the start. */
const salvaged = new WeakSet<JournalKeeper>();

/** Reads what can be read of the journal that does not open into a fresh one, which waits until it is wanted. */
export async function salvage(context: Context, control: TaskControl): Promise<SalvageReport> {
  const { clock, journal, workshop } = context;
  if (journal.state.state !== 'problem') throw new AppError('conflict', { journal: 'open' });
  requireSwappable(context);
  const { own: path, backups } = journal.paths;
  const { quarantine, incoming, intent } = placesOf(journal.paths);
  // What a restore has prepared takes its place at the next start.
  if (existsSync(intent)) throw new AppError('conflict', { restore: 'waiting' });
  if (!existsSync(path)) throw problem('missing');
  salvaged.delete(journal);
  const sequences = readManifest(backups).map(({ sequence }) => sequence);
  const input = {
    path,
    quarantine,
    target: incoming,
    sequence: Math.max(0, ...sequences),
    at: clock.now(),
    journalId: context.newId<'journal'>(),
  };
  const report = await workshop
    .run('salvageJournal', input, { ...control, timeLimit: SLOWER * timeLimitFor(statSync(path).size) })
    .catch((error: unknown) => {
      removeDatabase(incoming);
      throw error;
    });
  salvaged.add(journal);
  return report;
}

/** Leaves it to the next start to put the salvaged journal in place and the damaged one aside. */
export function openSalvaged(context: Context): void {
  const { journal } = context;
  requireSwappable(context);
  const { incoming } = placesOf(journal.paths);
  if (journal.state.state !== 'problem' || !salvaged.has(journal) || !existsSync(incoming)) {
    throw new AppError('conflict', { journal: 'not_chosen' });
  }
  decideSwap(context, { kind: 'restore', incoming, keptAs: null });
}
