import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup } from '../../shared/backups/backup.ts';
import type { backupsContract } from '../../shared/backups/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers, TaskControl } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { damageOf } from './damage.ts';
import { listBackups, listDamaged, noteAndSetApart, noteCheck, pathOfBackup } from './folder.ts';
import { withoutThinning } from './hold.ts';
import { makeBackup } from './make.ts';
import { lastVerified, newestFirst, readManifest } from './manifest.ts';
import { memoryOf } from './memory.ts';
import { placesOf } from './places.ts';
import { problem, problemOf } from './problem.ts';
import { dismissRestore, lastRestore, prepareRestore, prepareUndo, presentPath, requireOwn } from './restore.ts';
import { previewPart, restorePart } from './restore-part.ts';
import { openSalvaged, salvage } from './salvage.ts';
import {
  asksForSecondPlace,
  forgetSecondPlace,
  secondPlaceOf,
  setSecondPlace,
  verifySecondPlace,
} from './second-place.ts';
import { timeLimitForForeign } from './time-limit.ts';

export const backups: FeatureHandlers<typeof backupsContract, Context> = {
  state: (context) => {
    const { backups: folder } = context.journal.paths;
    return {
      lastVerifiedAt: lastVerified(readManifest(folder)),
      folder,
      damage: damageOf(context),
      restoredAt: lastRestore(context)?.at ?? null,
      failure: memoryOf(context).failure,
      isClosing: memoryOf(context).closing !== null,
      secondPlace: secondPlaceOf(context),
      asksForSecondPlace: asksForSecondPlace(context),
      triedAt: context.settings.backups.trial?.at ?? null,
    };
  },

  list: (context, _, control) => listBackups(context, control),

  now: async (context, _, control) => {
    requireOwn(context);
    return makeBackup(context, 'asked', control);
  },

  verify: async (context, { name }, control) => {
    const noted = await check(context, name, control);
    if (noted === null) throw new AppError('not_found', { problem: 'missing' });
    return noted;
  },

  verifyAll: async (context, _, control) => {
    const backups = await listBackups(context, control);
    let damaged = 0;
    // One that is being checked is not thinned out under it.
    await withoutThinning(context, async () => {
      for (const [index, { name }] of backups.entries()) {
        control.report({ phase: 'verifying', done: index, total: backups.length });
        const noted = await check(context, name, { signal: control.signal, report: () => undefined });
        if (noted?.problem != null) damaged += 1;
      }
    });
    const copies = await withoutThinning(context, () => verifySecondPlace(context, control));
    return { checked: backups.length, copies: copies.checked, damaged: damaged + copies.damaged };
  },

  damaged: listDamaged,

  chooseSecondPlace: async (context) => {
    requireOwn(context);
    const folder = await context.desk.chooseFolder({ title: 'A second place for backups' });
    if (folder === null) return false;
    await setSecondPlace(context, folder);
    return true;
  },

  forgetSecondPlace: async (context) => {
    forgetSecondPlace(context);
    return null;
  },

  dismissSecondPlace: async ({ settings }) => {
    settings.changeBackups({ secondPlaceDismissed: true });
    return null;
  },

  skipClosing: async (context) => {
    memoryOf(context).closing?.abort();
    return null;
  },

  preview: async (context, { name }, control) => {
    requireOwn(context);
    const path = pathOfBackup(context, name);
    const { quarantine } = placesOf(context.journal.paths);
    try {
      const preview = await context.workshop.run(
        'previewRestore',
        { path, quarantine, present: presentPath(context) },
        { ...control, timeLimit: timeLimitForForeign(path, ...presentFiles(context)) },
      );
      noteCheck(context, name, null);
      return preview;
    } catch (error) {
      const found = foundProblem(error);
      noteCheck(context, name, found);
      throw problem(found);
    }
  },

  previewPart: (context, { name, part }, control) => previewPart(context, pathOfBackup(context, name), part, control),

  restorePart: (context, { name, part }, control) => restorePart(context, pathOfBackup(context, name), part, control),

  restore: async (context, { name }, control) => {
    await withoutThinning(context, () => prepareRestore(context, pathOfBackup(context, name), control));
    return null;
  },

  salvage: (context, _, control) => salvage(context, control),

  openSalvaged: async (context) => {
    openSalvaged(context);
    return null;
  },

  undoRestore: async (context, _, control) => {
    await prepareUndo(context, control);
    return null;
  },

  dismissRestore: async (context) => {
    dismissRestore(context);
    return null;
  },

  showInFolder: async ({ journal, desk }) => {
    const { backups: folder } = journal.paths;
    const newest = newestFirst(readManifest(folder)).find(({ name }) => existsSync(join(folder, name)));
    desk.showInFolder(newest === undefined ? folder : join(folder, newest.name));
    return null;
  },
};

/** The journal that a backup is compared with; none when none is open. */
function presentFiles(context: Context): readonly string[] {
  const present = presentPath(context);
  return present === null ? [] : [present, `${present}-wal`];
}

/** Checks one backup whole and notes what was found. Null when the folder does not know it any more. */
async function check(context: Context, name: string, control: TaskControl): Promise<Backup | null> {
  const path = pathOfBackup(context, name);
  const { quarantine } = placesOf(context.journal.paths);
  const found = await context.workshop
    .run('verifyBackup', { path, quarantine }, { ...control, timeLimit: timeLimitForForeign(path) })
    .then(() => null, foundProblem);
  return noteAndSetApart(context, name, found);
}

/** The problem that a check found; an error that is not about the file goes on. */
function foundProblem(error: unknown): NonNullable<ReturnType<typeof problemOf>> {
  const found = problemOf(error);
  if (found === null) throw error;
  return found;
}
