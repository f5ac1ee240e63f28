import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import { localAt } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { removeDatabase } from './files.ts';
import { type Intent, type Restored, readRestored, removeRecord, writeIntent } from './intent.ts';
import { makeBackup } from './make.ts';
import { readManifest } from './manifest.ts';
import { placesOf } from './places.ts';
import { backupSequence } from './repository.ts';
import { timeLimitForForeign } from './time-limit.ts';

/** The sample is made anew at any time; only the user's own journal is backed up and restored. Errors: `rule_violated`. */
export function requireOwn({ journal }: Context): void {
  if (journal.state.state === 'open' && journal.state.path !== journal.paths.own) {
    throw new AppError('rule_violated', { journal: 'sample' });
  }
}

/** The open journal's path; null when it could not be opened. */
export function presentPath({ journal }: Context): string | null {
  return journal.state.state === 'open' ? journal.state.path : null;
}

/** Keeps the present, makes a fresh journal out of the backup, and leaves the rest to the next start. */
export async function prepareRestore(context: Context, path: string, control: TaskControl): Promise<void> {
  const { journal, workshop } = context;
  requireSwappable(context);
  const places = placesOf(journal.paths);
  const sequences = readManifest(journal.paths.backups).map(({ sequence }) => sequence);
  const at = context.clock.now();
  // With the number that the backup of the present takes below; it is made when the file has proved itself, so that one
  // that is refused is refused at once.
  const own = presentPath(context) === null ? 0 : backupSequence(context.database) + 1;
  await workshop
    .run(
      'rebuildJournal',
      {
        path,
        quarantine: places.quarantine,
        target: places.incoming,
        sequence: Math.max(own, ...sequences.map((used) => used + 1)),
        at,
      },
      { ...control, timeLimit: timeLimitForForeign(path) },
    )
    .catch((error: unknown) => {
      removeDatabase(places.incoming);
      throw error;
    });
  const keptAs = await keepPresent(context, control).catch((error: unknown) => {
    removeDatabase(places.incoming);
    throw error;
  });
  decideSwap(context, { kind: 'restore', incoming: places.incoming, keptAs });
}

/** Keeps the present and leaves it to the next start to put back what the last restore replaced. */
export async function prepareUndo(context: Context, control: TaskControl): Promise<void> {
  requireSwappable(context);
  const restored = lastRestore(context);
  if (restored?.aside == null || !existsSync(restored.aside)) throw new AppError('not_found', { restore: 'none' });
  const keptAs = await keepPresent(context, control);
  decideSwap(context, { kind: 'undo', incoming: restored.aside, keptAs });
}

/** The last restore of this journal that can still be undone. */
export function lastRestore({ journal }: Context): Restored | null {
  const restored = readRestored(placesOf(journal.paths).restored);
  return restored !== null && restored.journal === journal.paths.own && restored.aside !== null ? restored : null;
}

/** Undoing is no longer offered. What was replaced goes when a backup of it was made; else it stays where it is. */
export function dismissRestore(context: Context): void {
  const restored = lastRestore(context);
  if (restored === null) return;
  removeRecord(placesOf(context.journal.paths).restored);
  if (restored.keptAs !== null && restored.aside !== null) removeDatabase(restored.aside);
}

/** A journal that another program has open must not be moved away under it. Errors: `rule_violated`. */
export function requireSwappable(context: Context): void {
  requireOwn(context);
  const { state } = context.journal;
  if (state.state === 'problem' && state.problem.code === 'busy') {
    throw new AppError('rule_violated', { journal: 'busy' });
  }
}

/** A pinned backup of the present journal; null when there is none that can be read. */
async function keepPresent(context: Context, control: TaskControl): Promise<string | null> {
  if (presentPath(context) === null) return null;
  try {
    return (await makeBackup(context, 'before_restore', control)).name;
  } catch (error) {
    // A damaged journal cannot be backed up, and that is a reason to restore: the file itself is kept.
    if (error instanceof AppError && error.code === 'damaged_journal') return null;
    throw error;
  }
}

/** Leaves the swap to the next start, which comes now. */
export function decideSwap(
  context: Context,
  { kind, incoming, keptAs }: Pick<Intent, 'kind' | 'incoming' | 'keptAs'>,
): void {
  const { clock, journal, desk } = context;
  const places = placesOf(journal.paths);
  const at = clock.now();
  const { date, time } = localAt(at, clock.zone());
  writeIntent(places.intent, {
    version: 1,
    kind,
    journal: journal.paths.own,
    incoming,
    aside: freePath(join(places.replaced, `Journal ${date} ${time.replace(':', '')}`)),
    replaces: existsSync(journal.paths.own),
    keptAs,
    at,
  });
  desk.relaunch();
}

function freePath(beginning: string): string {
  for (let count = 1; ; count += 1) {
    const path = `${beginning}${count === 1 ? '' : ` (${count})`}.rapport`;
    if (!existsSync(path)) return path;
  }
}
