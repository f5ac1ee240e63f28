import { copyFileSync, existsSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { SecondPlaceProblem } from '../../shared/backups/backup.ts';
import type { BackupProblem } from '../../shared/backups/problem.ts';
import { thinnable } from '../../shared/backups/retention.ts';
import { AppError } from '../../shared/errors.ts';
import type { Instant, Zone } from '../../shared/time.ts';
import { checkHeader, type Report } from './check-journal.ts';
import { checkSpace, namesIn, onFiles, syncFile, syncFolder } from './files.ts';
import { type Entry, isVerified, lastVerified, newestFirst, readManifest, writeManifest } from './manifest.ts';
import { isTemporary, temporaryName } from './name.ts';
import { problemOf } from './problem.ts';
import { checkBackup, inQuarantine } from './quarantine.ts';
import { keptOf } from './thin.ts';
import { verifyBackup } from './verify.ts';

export interface MirrorInput {
  /** The backups folder. */
  readonly source: string;
  /** The second place; it is never made here: a stick that is not plugged in must not become a folder. */
  readonly target: string;
  readonly quarantine: string;
  readonly at: Instant;
  readonly zone: Zone;
}

export interface Mirrored {
  readonly isThere: boolean;
  /** When the newest backup that proved itself there was made. */
  readonly lastAt: Instant | null;
  /** Number of backups that are not there yet. */
  readonly waiting: number;
  readonly problem: SecondPlaceProblem | null;
  /** A backup whose original has rotted. */
  readonly rotten: { readonly name: string; readonly problem: BackupProblem } | null;
}

/**
 * Copies every verified backup that the second place does not have, newest first, reads each copy back and checks it
 * whole before it gets its name, and thins what lies there by the same rule. It stops at the first failure: what was
 * copied stays, and the next run goes on.
 */
export function mirrorBackups(input: MirrorInput, report: Report): Mirrored {
  const { source, target, zone } = input;
  if (!existsSync(target)) return { isThere: false, lastAt: null, waiting: 0, problem: null, rotten: null };
  let there: readonly Entry[] = [];
  let left = 0;
  try {
    onFiles(() => {
      for (const name of namesIn(target)) if (isTemporary(name)) rmSync(join(target, name), { force: true });
      there = readManifest(target).filter((entry) => isVerified(entry) && isAsNoted(target, entry));
      const missing = readManifest(source).filter(
        (entry) => isVerified(entry) && !there.some(({ name }) => name === entry.name),
      );
      const gone = new Set(thinnable([...there, ...missing].map(keptOf), zone).map(({ name }) => name));
      const wanted = newestFirst(missing.filter(({ name }) => !gone.has(name)));
      left = wanted.length;
      for (const [index, entry] of wanted.entries()) {
        report({ phase: 'copying', done: index, total: wanted.length });
        there = [...there, copyOne(entry, input, report)];
        writeManifest(target, there);
        left -= 1;
      }
      for (const { name } of there) if (gone.has(name)) rmSync(join(target, name), { force: true });
      there = there.filter(({ name }) => !gone.has(name));
      writeManifest(target, there);
    });
    return { isThere: true, lastAt: lastVerified(there), waiting: left, problem: null, rotten: null };
  } catch (error) {
    const failed = { isThere: existsSync(target), lastAt: lastVerified(there), waiting: left, rotten: null };
    if (error instanceof Rotten) return { ...failed, problem: null, rotten: error.what };
    if (problemOf(error) !== null) return { ...failed, problem: 'unreliable' };
    if (!(error instanceof AppError)) throw error;
    return { ...failed, problem: error.details.full === true ? 'full' : 'unwritable' };
  }
}

class Rotten extends Error {
  readonly what: NonNullable<Mirrored['rotten']>;
  constructor(what: NonNullable<Mirrored['rotten']>) {
    super(what.problem);
    this.what = what;
  }
}

/** By size alone: file systems of sticks round the time. */
function isAsNoted(folder: string, { name, size }: Entry): boolean {
  const stats = statSync(join(folder, name), { throwIfNoEntry: false });
  return stats?.isFile() === true && stats.size === size;
}

function copyOne(entry: Entry, { source, target, quarantine, at }: MirrorInput, report: Report): Entry {
  const { name, size } = entry;
  const original = join(source, name);
  const temporary = join(target, temporaryName(name));
  try {
    checkSpace(target, size);
    copyFileSync(original, temporary);
    syncFile(temporary);
    checkCopy(temporary, original, quarantine, report);
    renameSync(temporary, join(target, name));
    syncFolder(target);
    return { ...entry, modifiedMs: statSync(join(target, name)).mtimeMs, verifiedAt: at };
  } finally {
    rmSync(temporary, { force: true });
  }
}

function checkCopy(temporary: string, original: string, quarantine: string, report: Report): void {
  try {
    checkHeader(temporary);
    inQuarantine(temporary, quarantine, (copy) => checkBackup(copy, report, () => undefined));
  } catch (error) {
    // Either the second place does not keep what is written, or there was nothing better to be copied.
    const problem = problemOf(error) === null ? null : problemOfOriginal(original, quarantine, report);
    if (problem === null) throw error;
    throw new Rotten({ name: basename(original), problem });
  }
}

function problemOfOriginal(path: string, quarantine: string, report: Report): BackupProblem | null {
  try {
    verifyBackup({ path, quarantine }, report);
    return null;
  } catch (error) {
    return problemOf(error);
  }
}
