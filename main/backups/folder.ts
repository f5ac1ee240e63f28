import { lstatSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../shared/backups/backup.ts';
import type { BackupProblem } from '../../shared/backups/problem.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { namesIn, onFiles } from './files.ts';
import type { Inspected } from './inspect.ts';
import { backupOf, type Entry, newestFirst, noteInManifest, readManifest, writeManifest } from './manifest.ts';
import { factsOfName, mayBeBackup } from './name.ts';
import { placesOf } from './places.ts';

/** What lies in the backups folder, newest first. Files that the manifest does not know are asked what they are. */
export async function listBackups(context: Context, control: TaskControl): Promise<readonly Backup[]> {
  const { paths } = context.journal;
  const folder = paths.backups;
  const known = readManifest(folder);
  const files = onFiles(() =>
    namesIn(folder)
      .filter(mayBeBackup)
      .map((name) => ({ name, stats: statsOf(folder, name) })),
  );
  const same = known.filter((entry) => files.some(({ name, stats }) => name === entry.name && isSame(entry, stats)));
  const unknown = files.filter(({ name }) => !same.some((entry) => entry.name === name));
  const found = unknown.length === 0 ? [] : await inspect(context, unknown, control);
  const entries = newestFirst([...same, ...found]);
  if (found.length > 0 || same.length < known.length) onFiles(() => writeManifest(folder, entries));
  return entries.map((entry) => backupOf(folder, entry));
}

interface File {
  readonly name: string;
  readonly stats: Stats | null;
}

function statsOf(folder: string, name: string): Stats | null {
  return lstatSync(join(folder, name), { throwIfNoEntry: false }) ?? null;
}

function isSame(entry: Entry, stats: Stats | null): boolean {
  return stats?.isFile() === true && stats.size === entry.size && stats.mtimeMs === entry.modifiedMs;
}

async function inspect(context: Context, files: readonly File[], control: TaskControl): Promise<readonly Entry[]> {
  const { paths } = context.journal;
  const inspected = await context.workshop.run(
    'inspectBackups',
    { paths: files.map(({ name }) => join(paths.backups, name)), quarantine: placesOf(paths).quarantine },
    control,
  );
  return files.flatMap((file, index) => entryOf(context, file, inspected[index]) ?? []);
}

/** What a file says about itself, or else what its name says; null for a file that is no backup of ours. */
function entryOf({ clock }: Context, { name, stats }: File, inspected: Inspected | undefined): Entry | null {
  const facts = inspected?.seal ?? factsOfName(name, clock);
  if (facts === null || stats === null || inspected === undefined) return null;
  const { sequence, madeAt } = facts;
  return {
    name,
    size: stats.size,
    modifiedMs: stats.mtimeMs,
    sequence,
    madeAt,
    reason: inspected.seal?.reason ?? 'asked',
    counts: inspected.counts,
    verifiedAt: null,
    problem: inspected.problem,
  };
}

/** The path of a backup in the folder. Errors: `not_found`. */
export function pathOfBackup(context: Context, name: string): string {
  if (!mayBeBackup(name)) throw new AppError('not_found', { problem: 'missing' });
  return join(context.journal.paths.backups, name);
}

/** Notes what a check of one backup found. Null when the folder does not know it any more. */
export function noteCheck(context: Context, name: string, problem: BackupProblem | null): Backup | null {
  const folder = context.journal.paths.backups;
  const entry = readManifest(folder).find((known) => known.name === name);
  if (entry === undefined) return null;
  const noted: Entry = { ...entry, verifiedAt: problem === null ? context.clock.now() : null, problem };
  onFiles(() => noteInManifest(folder, noted));
  return backupOf(folder, noted);
}
