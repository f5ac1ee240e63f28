import { lstatSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { isPinned } from '../../shared/backups/backup.ts';
import { type Kept, thinnable } from '../../shared/backups/retention.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';
import { isThinningHeld } from './hold.ts';
import { type Entry, isVerified, readManifest, writeManifest } from './manifest.ts';

/** What the rotation has to know of a backup. */
export function keptOf(entry: Entry): Kept {
  const { name, sequence, madeAt, reason } = entry;
  return { name, sequence, madeAt, isPinned: isPinned(reason), isVerified: isVerified(entry) };
}

/** Removes the backups whose time is over. What cannot be removed now is removed after the next backup. */
export function thin(context: Context): void {
  if (isThinningHeld(context)) return;
  const { clock, journal, log } = context;
  const folder = journal.paths.backups;
  const entries = readManifest(folder);
  const gone = new Set(thinnable(entries.map(keptOf), clock.zone()).map(({ name }) => name));
  if (gone.size === 0) return;
  try {
    for (const entry of entries) {
      if (!gone.has(entry.name)) continue;
      const path = join(folder, entry.name);
      const stats = lstatSync(path, { throwIfNoEntry: false });
      // A file that was put there under this name is not the one that is known.
      if (stats?.isFile() === true && stats.size === entry.size) rmSync(path, { force: true });
    }
    writeManifest(
      folder,
      entries.filter(({ name }) => !gone.has(name)),
    );
    log.info('backups thinned', { count: gone.size });
  } catch (error) {
    log.warn('backups not thinned', errorFacts(error));
  }
}
