import { existsSync } from 'node:fs';
import { mkdir, stat } from 'node:fs/promises';
import { basename, isAbsolute, join, relative, resolve } from 'node:path';
import type { SecondPlace } from '../../shared/backups/backup.ts';
import type { BackupProblem } from '../../shared/backups/problem.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import { dateAt, daysBetween, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';
import { noteAndSetApart } from './folder.ts';
import { isVerified, newestFirst, readManifest } from './manifest.ts';
import { memoryOf } from './memory.ts';
import { placesOf } from './places.ts';
import { problemOf } from './problem.ts';
import { identityOf } from './repository.ts';
import { timeLimitFor } from './time-limit.ts';

/** A journal of so many days is worth a second place. */
const ASKED_AFTER_DAYS = 7;

/** What is known of the second place. It is not looked at here, for it may be slow to answer. */
export function secondPlaceOf(context: Context): SecondPlace | null {
  const { secondPlace } = context.settings.backups;
  if (secondPlace === null) return null;
  const { isThere, waiting, problem, copying } = memoryOf(context).second;
  return { ...secondPlace, isThere, waiting, problem, isCopying: copying !== null };
}

/** Whether the user should be asked for a second place. */
export function asksForSecondPlace(context: Context): boolean {
  const { clock, journal, settings } = context;
  const { secondPlace, secondPlaceDismissed } = settings.backups;
  if (secondPlace !== null || secondPlaceDismissed) return false;
  if (journal.state.state !== 'open' || journal.state.path === journal.paths.sample) return false;
  const begun = dateAt(identityOf(journal.state.database).createdAt, clock.zone());
  return daysBetween(begun, todayOf(clock)) >= ASKED_AFTER_DAYS;
}

/** Takes a folder as the second place and begins to fill it. Errors: `rule_violated` for the backups folder itself. */
export async function setSecondPlace(context: Context, chosen: string): Promise<void> {
  const { journal, settings } = context;
  const within = relative(resolve(journal.paths.backups), resolve(chosen));
  if (!within.startsWith('..') && !isAbsolute(within)) {
    throw new AppError('rule_violated', { secondPlace: 'same' });
  }
  // A folder of its own for each journal: two of them may be copied to the same stick.
  const name = `Rapport Backups ${identityOf(context.database).journalId.slice(-8)}`;
  const folder = basename(chosen) === name ? chosen : join(chosen, name);
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
  } catch {
    throw new AppError('storage_failed', { secondPlace: 'unwritable' });
  }
  settings.changeBackups({ secondPlace: { folder, lastAt: null } });
  forget(context);
  void mirror(context);
}

/** Backups go to one place only from now on. What was copied stays where it is. */
export function forgetSecondPlace(context: Context): void {
  context.settings.changeBackups({ secondPlace: null });
  forget(context);
}

function forget(context: Context): void {
  Object.assign(memoryOf(context).second, { isThere: null, waiting: 0, problem: null });
}

/** Looks whether the second place is there, and copies to it what it does not have. */
export async function lookForSecondPlace(context: Context): Promise<void> {
  const { secondPlace } = context.settings.backups;
  const { second } = memoryOf(context);
  if (secondPlace === null || second.copying !== null) return;
  const isThere = await stat(secondPlace.folder).then(
    (stats) => stats.isDirectory(),
    () => false,
  );
  const isBack = isThere && second.isThere !== true;
  if (isThere !== second.isThere) {
    second.isThere = isThere;
    second.waiting = isThere ? second.waiting : countVerified(context);
    context.announce(['backups']);
  }
  // What failed is tried again: space was made, a lock was opened.
  if (isBack || (isThere && second.problem !== null)) await mirror(context);
}

function countVerified(context: Context): number {
  const { lastAt } = context.settings.backups.secondPlace ?? { lastAt: null };
  return readManifest(context.journal.paths.backups).filter(
    (entry) => isVerified(entry) && (lastAt === null || entry.madeAt > lastAt),
  ).length;
}

/** Copies to the second place what it does not have; one run at a time, and another one when something came meanwhile. */
export function mirror(context: Context): Promise<void> {
  const { second } = memoryOf(context);
  if (second.copying !== null) {
    second.again = true;
    return second.copying;
  }
  second.copying = run(context).finally(() => {
    second.copying = null;
    context.announce(['backups']);
    if (second.again) {
      second.again = false;
      void mirror(context);
    }
  });
  return second.copying;
}

/**
 * Checks again what was copied to the second place, the newest first and at most so many. A rotten copy is set apart
 * there, and copied anew. Nothing is checked while the place is away.
 */
export async function verifySecondPlace(
  context: Context,
  control: TaskControl,
  atMost: number = Number.POSITIVE_INFINITY,
): Promise<{ readonly checked: number; readonly damaged: number }> {
  const { second } = memoryOf(context);
  // Only one at a time may write down what lies there.
  while (second.copying !== null) await second.copying;
  const { secondPlace } = context.settings.backups;
  if (secondPlace === null || !existsSync(secondPlace.folder)) return { checked: 0, damaged: 0 };
  second.isThere = true;
  const checking = checkCopies(context, secondPlace.folder, control, atMost);
  const ended = checking.then(
    () => undefined,
    () => undefined,
  );
  second.copying = ended;
  await ended;
  second.copying = null;
  const found = await checking;
  if (found.damaged > 0 || second.again) {
    second.again = false;
    void mirror(context);
  }
  return found;
}

async function checkCopies(
  context: Context,
  folder: string,
  control: TaskControl,
  atMost: number,
): Promise<{ readonly checked: number; readonly damaged: number }> {
  const { quarantine } = placesOf(context.journal.paths);
  const copies = newestFirst(readManifest(folder)).slice(0, atMost);
  let damaged = 0;
  for (const [index, { name, size }] of copies.entries()) {
    control.report({ phase: 'verifying_copies', done: index, total: copies.length });
    const problem = await context.workshop
      .run(
        'verifyBackup',
        { path: join(folder, name), quarantine },
        { signal: control.signal, timeLimit: timeLimitFor(size) },
      )
      .then(() => null, problemOrThrow);
    // It was pulled out meanwhile: that says nothing about the copy.
    if (!existsSync(folder)) return { checked: index, damaged };
    noteAndSetApart(context, name, problem, folder);
    if (problem !== null) damaged += 1;
  }
  return { checked: copies.length, damaged };
}

function problemOrThrow(error: unknown): BackupProblem {
  const problem = problemOf(error);
  if (problem === null) throw error;
  return problem;
}

async function run(context: Context): Promise<void> {
  const { clock, journal, log, settings, workshop } = context;
  const { second } = memoryOf(context);
  const { secondPlace } = settings.backups;
  if (secondPlace === null || !existsSync(journal.paths.backups)) return;
  const { folder } = secondPlace;
  try {
    const entries = readManifest(journal.paths.backups);
    const bytes = entries.reduce((sum, { size }) => sum + size, 0);
    const { lastAt, isThere, waiting, problem, rotten } = await workshop.run(
      'mirrorBackups',
      {
        source: journal.paths.backups,
        target: folder,
        quarantine: placesOf(journal.paths).quarantine,
        at: clock.now(),
        zone: clock.zone(),
      },
      { timeLimit: timeLimitFor(bytes) },
    );
    if (settings.backups.secondPlace?.folder !== folder) return;
    Object.assign(second, { isThere, waiting: isThere ? waiting : countVerified(context), problem });
    if (isThere && lastAt !== null) settings.changeBackups({ secondPlace: { folder, lastAt } });
    if (rotten !== null) {
      noteAndSetApart(context, rotten.name, rotten.problem);
      second.again = true;
    }
  } catch (error) {
    log.warn('second place not filled', errorFacts(error));
    second.problem = 'unwritable';
  }
}
