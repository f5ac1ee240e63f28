import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import { type Backup, backupReason } from '../../shared/backups/backup.ts';
import { type BackupProblem, isBackupProblem } from '../../shared/backups/problem.ts';
import { journalCounts } from '../../shared/journal/contract.ts';
import { type Instant, instant } from '../../shared/time.ts';
import { writeDurably } from './files.ts';
import { sentenceOf } from './problem.ts';

const entry = z.strictObject({
  name: z.string(),
  /** Size and time tell whether the file is still the one that was looked at. */
  size: z.int(),
  modifiedMs: z.number(),
  sequence: z.int(),
  madeAt: instant,
  reason: backupReason,
  counts: z.nullable(journalCounts),
  verifiedAt: z.nullable(instant),
  problem: z.nullable(z.string().check(z.refine((code) => isBackupProblem(code)))),
});
const manifest = z.strictObject({ version: z.literal(1), backups: z.array(entry) });

/** What is known about one file in the backups folder. */
export type Entry = z.infer<typeof entry>;

function pathOf(folder: string): string {
  return join(folder, 'manifest.json');
}

/** What is known about the backups in a folder. A lost or foreign manifest knows nothing; the files are asked again. */
export function readManifest(folder: string): readonly Entry[] {
  try {
    return manifest.parse(JSON.parse(readFileSync(pathOf(folder), 'utf8'))).backups;
  } catch {
    return [];
  }
}

/** Writes what is known, whole or not at all. */
export function writeManifest(folder: string, entries: readonly Entry[]): void {
  writeDurably(pathOf(folder), `${JSON.stringify({ version: 1, backups: newestFirst(entries) }, null, 2)}\n`);
}

/** Notes one file, in place of what was known about it. */
export function noteInManifest(folder: string, noted: Entry): void {
  writeManifest(folder, [noted, ...readManifest(folder).filter(({ name }) => name !== noted.name)]);
}

/** By number; the clock may have been wrong. */
export function newestFirst(entries: readonly Entry[]): readonly Entry[] {
  return [...entries].sort(
    (one, other) =>
      other.sequence - one.sequence || other.madeAt.localeCompare(one.madeAt) || one.name.localeCompare(other.name),
  );
}

/** When the newest backup that proved itself was made. */
export function lastVerified(entries: readonly Entry[]): Instant | null {
  return newestFirst(entries).find(isVerified)?.madeAt ?? null;
}

/** True for one that proved itself and was not found wrong since. */
export function isVerified({ verifiedAt, problem }: Entry): boolean {
  return verifiedAt !== null && problem === null;
}

/** A backup as the pages show it. */
export function backupOf(folder: string, { modifiedMs: _, problem, ...facts }: Entry): Backup {
  // The schema admits only codes of problems.
  return { ...facts, folder, problem: sentenceOf(problem as BackupProblem | null) };
}
