import { lstatSync, renameSync, type Stats } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../shared/backups/backup.ts';
import type { BackupProblem } from '../../shared/backups/problem.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { makeFolder, namesIn, onFiles, syncFolder } from './files.ts';
import type { Inspected } from './inspect.ts';
import { backupOf, type Entry, newestFirst, noteInManifest, readManifest, writeManifest } from './manifest.ts';
import { memoryOf } from './memory.ts';
import { factsOfName, mayBeBackup } from './name.ts';
import { placesOf } from './places.ts';
import { timeLimitForForeign } from './time-limit.ts';

/** What lies in the backups folder, newest first. Files that the manifest does not know are asked what they are. */
export async function listBackups(context: Context, control: TaskControl): Promise<readonly Backup[]> {
  const folder = context.journal.paths.backups;
  const { unknown } = look(folder);
  const found = unknown.length === 0 ? [] : await inspect(context, unknown, control);
  // While they were asked, a backup may have been written and noted, checked or thinned out: what was noted counts.
  const now = look(folder);
  const added = found.filter((entry) =>
    now.unknown.some(({ name, stats }) => name === entry.name && isSame(entry, stats)),
  );
  const entries = newestFirst([...now.same, ...added]);
  if (added.length > 0 || now.hasGone) onFiles(() => writeManifest(folder, entries));
  return entries.map((entry) => backupOf(folder, entry));
}

/** The files in a folder, beside what is known of them. */
function look(folder: string): {
  readonly same: readonly Entry[];
  readonly unknown: readonly File[];
  readonly hasGone: boolean;
} {
  const known = readManifest(folder);
  const files = onFiles(() =>
    namesIn(folder)
      .filter(mayBeBackup)
      .map((name) => ({ name, stats: statsOf(folder, name) })),
  );
  const same = known.filter((entry) => files.some(({ name, stats }) => name === entry.name && isSame(entry, stats)));
  const unknown = files.filter(({ name }) => !same.some((entry) => entry.name === name));
  return { same, unknown, hasGone: same.length < known.length };
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
  const unknown = files.map(({ name }) => join(paths.backups, name));
  const inspected = await context.workshop.run(
    'inspectBackups',
    { paths: unknown, quarantine: placesOf(paths).quarantine },
    { ...control, timeLimit: unknown.length * timeLimitForForeign(...unknown) },
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
export function noteCheck(
  context: Context,
  name: string,
  problem: BackupProblem | null,
  folder: string = context.journal.paths.backups,
): Backup | null {
  const entry = readManifest(folder).find((known) => known.name === name);
  if (entry === undefined) return null;
  const noted: Entry = { ...entry, verifiedAt: problem === null ? context.clock.now() : null, problem };
  onFiles(() => noteInManifest(folder, noted));
  return backupOf(folder, noted);
}

/** Problems that tell of rot. A file that was only opened, or cannot be read just now, is left where it is. */
const ROT: ReadonlySet<BackupProblem> = new Set([
  'empty',
  'not_a_database',
  'foreign',
  'incomplete',
  'structure',
  'damaged',
  'references',
  'index',
  'too_long',
  'seal',
]);

/** Where rotten ones of a folder of backups are kept apart. */
export function damagedFolder(folder: string): string {
  return join(folder, 'Damaged');
}

/**
 * Notes what a check of one backup found, and moves a rotten one to the folder of damaged ones. Null when the folder does
 * not know it any more.
 */
export function noteAndSetApart(
  context: Context,
  name: string,
  problem: BackupProblem | null,
  folder: string = context.journal.paths.backups,
): Backup | null {
  const noted = noteCheck(context, name, problem, folder);
  if (noted === null || problem === null || !ROT.has(problem)) return noted;
  const apart = damagedFolder(folder);
  const entry = readManifest(folder).find((known) => known.name === name);
  if (entry === undefined) return noted;
  onFiles(() => {
    makeFolder(apart);
    const free = freeName(apart, name);
    noteInManifest(apart, { ...entry, name: free });
    renameSync(join(folder, name), join(apart, free));
    syncFolder(apart);
    writeManifest(
      folder,
      readManifest(folder).filter((known) => known.name !== name),
    );
  });
  context.log.warn('backup set apart', { sequence: entry.sequence, problem });
  return { ...noted, folder: apart };
}

function freeName(folder: string, name: string): string {
  const names = namesIn(folder);
  for (let count = 1; ; count += 1) {
    const free = count === 1 ? name : name.replace(/\.rapport$/, ` (${count}).rapport`);
    if (!names.includes(free)) return free;
  }
}

/** The backups that were set apart, newest first, and then those of the second place, while it is there. */
export function listDamaged(context: Context): readonly Backup[] {
  const { secondPlace } = context.settings.backups;
  const isThere = memoryOf(context).second.isThere === true;
  const second = secondPlace !== null && isThere ? [secondPlace.folder] : [];
  return [context.journal.paths.backups, ...second].map(damagedFolder).flatMap((folder) =>
    newestFirst(readManifest(folder))
      .filter(({ name }) => statsOf(folder, name) !== null)
      .map((entry) => backupOf(folder, entry)),
  );
}
