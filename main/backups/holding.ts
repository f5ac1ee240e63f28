import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, assertNever } from '../../shared/errors.ts';
import type { PersonId } from '../../shared/id.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import { type Holding, type HoldingPlace, holdingPlace } from '../../shared/personal-data/contract.ts';
import type { Context } from '../context.ts';
import { namesIn, onFiles, removeDatabase, syncFolder } from './files.ts';
import { damagedFolder } from './folder.ts';
import { readRestored, removeRecord } from './intent.ts';
import { readManifest, writeManifest } from './manifest.ts';
import { mayBeBackup } from './name.ts';
import { makeBackupInTurn } from './pin.ts';
import { placesOf } from './places.ts';
import { requireOwn } from './restore.ts';

/** The folder of a place; null for a second place that nobody has chosen. */
function folderOf(context: Context, place: HoldingPlace): string | null {
  const { journal, settings } = context;
  switch (place) {
    case 'backups':
      return journal.paths.backups;
    case 'second':
      return settings.backups.secondPlace?.folder ?? null;
    case 'damaged':
      return damagedFolder(journal.paths.backups);
    case 'second_damaged':
      return settings.backups.secondPlace === null ? null : damagedFolder(settings.backups.secondPlace.folder);
    case 'replaced':
      return placesOf(journal.paths).replaced;
    default:
      return assertNever(place);
  }
}

function isSecondPlaceAway(context: Context): boolean {
  const folder = folderOf(context, 'second');
  return folder !== null && !existsSync(folder);
}

/** Looks for a person in every file that may still hold them. The sample has no backups. */
export async function findHolding(
  context: Context,
  id: PersonId,
  control: TaskControl,
): Promise<{
  readonly holding: readonly Holding[];
  readonly unreadable: readonly Holding[];
  readonly isSecondPlaceAway: boolean;
}> {
  const { state, paths } = context.journal;
  if (state.state !== 'open' || state.path !== paths.own) {
    return { holding: [], unreadable: [], isSecondPlaceAway: false };
  }
  const files = holdingPlace.options.flatMap((place) => {
    const folder = folderOf(context, place);
    if (folder === null) return [];
    const names = onFiles(() => namesIn(folder).filter(mayBeBackup));
    return names.map((name) => ({ place, name, path: join(folder, name) }));
  });
  const found = await context.workshop.run(
    'findPerson',
    { paths: files.map(({ path }) => path), quarantine: placesOf(paths).quarantine, id },
    control,
  );
  const those = (holds: boolean | null): readonly Holding[] =>
    files
      .filter(({ path }) => found.some((each) => each.path === path && each.holds === holds))
      .map(({ place, name }) => ({ place, name }));
  return { holding: those(true), unreadable: those(null), isSecondPlaceAway: isSecondPlaceAway(context) };
}

/** Makes a new backup, so that there is always one that proved itself, and then deletes files for good. */
export async function deleteHolding(context: Context, files: readonly Holding[], control: TaskControl): Promise<void> {
  requireOwn(context);
  for (const { name } of files) if (!mayBeBackup(name)) throw new AppError('not_found', { problem: 'missing' });
  const fresh = await makeBackupInTurn(context, 'asked', control);
  onFiles(() => {
    for (const place of holdingPlace.options) {
      const folder = folderOf(context, place);
      const names = new Set(files.filter((file) => file.place === place).map(({ name }) => name));
      names.delete(fresh.name);
      if (folder === null || names.size === 0 || !existsSync(folder)) continue;
      const known = readManifest(folder);
      if (known.length > 0) {
        writeManifest(
          folder,
          known.filter(({ name }) => !names.has(name)),
        );
      }
      for (const name of names) removeDatabase(join(folder, name));
      syncFolder(folder);
    }
    forgetReplaced(context);
  });
  context.log.info('backups deleted', { count: files.length });
}

/** A restore cannot be undone any more when what it replaced is gone. */
function forgetReplaced({ journal }: Context): void {
  const { restored } = placesOf(journal.paths);
  const record = readRestored(restored);
  if (record !== null && record.aside !== null && !existsSync(record.aside)) removeRecord(restored);
}
