import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { backupsContract } from '../../shared/backups/contract.ts';
import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { damageOf } from './damage.ts';
import { listBackups, noteCheck, pathOfBackup } from './folder.ts';
import { makeBackup } from './make.ts';
import { lastVerified, newestFirst, readManifest } from './manifest.ts';
import { placesOf } from './places.ts';
import { problem, problemOf } from './problem.ts';
import { dismissRestore, lastRestore, prepareRestore, prepareUndo, presentPath, requireOwn } from './restore.ts';

export const backups: FeatureHandlers<typeof backupsContract, Context> = {
  state: (context) => {
    const { backups: folder } = context.journal.paths;
    return {
      lastVerifiedAt: lastVerified(readManifest(folder)),
      folder,
      damage: damageOf(context),
      restoredAt: lastRestore(context)?.at ?? null,
    };
  },

  list: (context, _, control) => listBackups(context, control),

  now: async (context, _, control) => {
    requireOwn(context);
    return makeBackup(context, 'asked', control);
  },

  verify: async (context, { name }, control) => {
    const path = pathOfBackup(context, name);
    const { quarantine } = placesOf(context.journal.paths);
    const found = await context.workshop
      .run('verifyBackup', { path, quarantine }, control)
      .then(() => null, foundProblem);
    const noted = noteCheck(context, name, found);
    if (noted === null) throw new AppError('not_found', { problem: 'missing' });
    return noted;
  },

  preview: async (context, { name }, control) => {
    requireOwn(context);
    const path = pathOfBackup(context, name);
    const { quarantine } = placesOf(context.journal.paths);
    try {
      const preview = await context.workshop.run(
        'previewRestore',
        { path, quarantine, present: presentPath(context) },
        control,
      );
      noteCheck(context, name, null);
      return preview;
    } catch (error) {
      const found = foundProblem(error);
      noteCheck(context, name, found);
      throw problem(found);
    }
  },

  restore: async (context, { name }, control) => {
    await prepareRestore(context, pathOfBackup(context, name), control);
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

/** The problem that a check found; an error that is not about the file goes on. */
function foundProblem(error: unknown): NonNullable<ReturnType<typeof problemOf>> {
  const found = problemOf(error);
  if (found === null) throw error;
  return found;
}
