import { existsSync, realpathSync, renameSync, statSync } from 'node:fs';
import { basename, dirname, extname, join, resolve } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import type { JournalChoice, JournalPurpose } from '../../shared/journal/contract.ts';
import { removeDatabase, syncFolder } from '../backups/files.ts';
import { withoutThinning } from '../backups/hold.ts';
import { forgetMemory, hasChanges, memoryOf } from '../backups/memory.ts';
import { makeBackupInTurn } from '../backups/pin.ts';
import { placesOf } from '../backups/places.ts';
import { backupSequence } from '../backups/repository.ts';
import { timeLimitFor } from '../backups/time-limit.ts';
import type { Context } from '../context.ts';
import { claimJournal } from '../database/claim.ts';
import { errorFacts } from '../log.ts';
import { releaseBallast } from '../outage/ballast.ts';
import type { JournalFile } from '../settings/settings-file.ts';
import type { JournalKeeper } from './keeper.ts';
import { chosenPaths, type JournalPaths, journalPaths } from './paths.ts';
import { unsafePlace } from './place.ts';

const EXTENSION = 'rapport';
const ATTEMPTS = 5;

/** What was chosen last. The page shows it, but does not say where it is: a page that was taken over cannot choose. */
const choices = new WeakMap<JournalKeeper, JournalChoice>();

/** Asks for a file and checks it. Nothing is changed. */
export async function chooseJournal(
  context: Context,
  purpose: JournalPurpose,
  control: TaskControl,
): Promise<JournalChoice | null> {
  const { journal, desk } = context;
  choices.delete(journal);
  if (purpose === 'move') requireOwnOpen(context);
  const chosen =
    purpose === 'open'
      ? await desk.chooseFile({ title: 'Open a journal', extension: EXTENSION })
      : await desk.chooseSavePath({ title: TITLES[purpose], name: `Journal.${EXTENSION}`, extension: EXTENSION });
  if (chosen === null) return null;
  const path = resolved(chosen);
  if (path === resolved(journal.paths.sample)) throw new AppError('rule_violated', { journal: 'sample' });
  if (journal.state.state === 'open' && path === resolved(journal.path)) {
    throw new AppError('rule_violated', { journal: 'same' });
  }
  if (purpose !== 'open' && (existsSync(path) || existsSync(`${path}-wal`))) {
    throw new AppError('conflict', { exists: true });
  }
  const unsafe = unsafePlace(path);
  const found = purpose === 'open' ? await check(context, path, control) : null;
  const choice: JournalChoice = { purpose, path, unsafe, found };
  choices.set(journal, choice);
  return choice;
}

const TITLES = { new: 'Where the new journal is to be', move: 'Where the journal is to be' } as const;

/** The path without links; of a file that is not there yet, that of its folder. */
function resolved(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    try {
      return join(realpathSync(dirname(path)), basename(path));
    } catch {
      return resolve(path);
    }
  }
}

async function check(
  { journal, workshop }: Context,
  path: string,
  control: TaskControl,
): Promise<JournalChoice['found']> {
  const size = ['', '-wal'].reduce(
    (sum, suffix) => sum + (statSync(path + suffix, { throwIfNoEntry: false })?.size ?? 0),
    0,
  );
  // Held while it is looked at, so that what is copied does not change under the copying.
  const claim = claimForeign(path);
  try {
    const { counts, newestOn } = await workshop.run(
      'checkForeignJournal',
      { path, quarantine: placesOf(journal.paths).quarantine },
      { ...control, timeLimit: timeLimitFor(size) },
    );
    return { size, counts, newestOn };
  } finally {
    claim.release();
  }
}

function claimForeign(path: string): ReturnType<typeof claimJournal> {
  try {
    return claimJournal(path);
  } catch (error) {
    if (error instanceof AppError && error.details.claimed === true)
      throw new AppError('rule_violated', { journal: 'busy' });
    throw error;
  }
}

/** Opens, makes or moves to what was chosen last. */
export async function useChosenJournal(context: Context, control: TaskControl): Promise<void> {
  const choice = choices.get(context.journal);
  if (choice === undefined) throw new AppError('conflict', { journal: 'not_chosen' });
  choices.delete(context.journal);
  const { purpose, path } = choice;
  if (purpose === 'move') {
    await move(context, path, control);
    return;
  }
  await keepBefore(context, control);
  change(context, path, () => {
    if (purpose === 'new') context.journal.create('own');
    else context.journal.open('own');
  });
}

/** What was written since the last backup is backed up before its journal is left. That it fails is no reason to stay. */
async function keepBefore(context: Context, control: TaskControl): Promise<void> {
  const { state, paths } = context.journal;
  if (state.state !== 'open' || state.path !== paths.own || !hasChanges(context)) return;
  try {
    await makeBackupInTurn(context, 'automatic', control);
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error;
    context.log.warn('journal left without a backup', errorFacts(error));
  }
}

/** Leaves the present journal for another, and comes back to it when the other does not open. */
function change(context: Context, path: string, open: () => void): void {
  const { journal, settings } = context;
  const before = journal.paths;
  const kind = journal.state.state === 'open' && journal.state.path === before.sample ? 'sample' : 'own';
  const to = { path, backups: backupsOf(before, path) };
  settings.switchJournal(fileOf(before), to);
  goTo(context, settings.chosenJournal ?? to);
  try {
    open();
    requireOpened(journal);
    settings.change({ journal: 'own' });
  } catch (error) {
    settings.switchJournal(to, fileOf(before));
    goTo(context, fileOf(before));
    journal.open(kind);
    throw error;
  }
}

/** Each journal has a folder of backups of its own. */
function backupsOf({ data }: JournalPaths, path: string): string {
  const usual = journalPaths(data);
  if (path === usual.own) return usual.backups;
  return join(dirname(path), `${basename(path, extname(path))} Backups`);
}

function fileOf({ own, backups }: JournalPaths): JournalFile {
  return { path: own, backups };
}

function goTo(context: Context, file: JournalFile): void {
  context.journal.use(chosenPaths(context.journal.paths.data, file));
  forgetMemory(context);
}

function requireOpened({ state, paths }: JournalKeeper): void {
  if (state.state === 'open' && state.path === paths.own) return;
  if (state.state === 'problem' && state.problem.code === 'busy')
    throw new AppError('rule_violated', { journal: 'busy' });
  throw new AppError('storage_failed', { problem: 'unreadable' });
}

function requireOwnOpen({ journal }: Context): void {
  if (journal.state.state !== 'open' || journal.state.path !== journal.paths.own) {
    throw new AppError('rule_violated', { journal: 'sample' });
  }
}

/**
 * Moves the journal by way of a verified backup, from which a fresh one is made and checked in the new place. Only when
 * that one is open does the old file go; a kill at any moment leaves one of them, or both with the same content.
 */
async function move(context: Context, path: string, control: TaskControl): Promise<void> {
  requireOwnOpen(context);
  const { journal, settings } = context;
  const unfinished = `${path}.moving`;
  await withoutThinning(context, () => copyUnchanged(context, unfinished, control));
  if (existsSync(path)) {
    removeDatabase(unfinished);
    throw new AppError('conflict', { exists: true });
  }
  renameSync(unfinished, path);
  syncFolder(dirname(path));
  const before = fileOf(journal.paths);
  const after = { path, backups: before.backups };
  settings.moveJournal(before, after);
  journal.use(chosenPaths(journal.paths.data, after));
  journal.open('own');
  try {
    requireOpened(journal);
  } catch (error) {
    settings.moveJournal(after, before);
    journal.use(chosenPaths(journal.paths.data, before));
    journal.open('own');
    throw error;
  }
  removeDatabase(before.path);
  releaseBallast(before.path);
}

/** Copies until nothing was written while it was copied. */
async function copyUnchanged(context: Context, target: string, control: TaskControl): Promise<void> {
  const { clock, journal, workshop } = context;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
    const { changes } = memoryOf(context);
    const { folder, name, size } = await makeBackupInTurn(context, 'automatic', control);
    const { quarantine } = placesOf(journal.paths);
    await workshop
      .run(
        'rebuildJournal',
        { path: join(folder, name), quarantine, target, sequence: backupSequence(context.database), at: clock.now() },
        { ...control, timeLimit: timeLimitFor(size) },
      )
      .catch((error: unknown) => {
        removeDatabase(target);
        throw error;
      });
    if (memoryOf(context).changes === changes) return;
  }
  removeDatabase(target);
  throw new AppError('conflict', { journal: 'changing' });
}
