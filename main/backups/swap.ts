import { existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { openJournal } from '../database/open.ts';
import type { JournalPaths } from '../journal/paths.ts';
import { errorFacts, type Log } from '../log.ts';
import { checkHeader } from './check-journal.ts';
import { makeFolder, namesIn, removeDatabase, syncFolder } from './files.ts';
import { type Intent, readIntent, readRestored, removeRecord, writeRestored } from './intent.ts';
import { isTemporary } from './name.ts';
import { type Places, placesOf } from './places.ts';

/** The moments between which the process may be killed. */
export const SWAP_STEPS = [
  'begun',
  'present set aside',
  'present WAL set aside',
  'incoming in place',
  'incoming WAL in place',
  'synced',
  'checked',
  'recorded',
  'tidied',
  'ended',
] as const;
export type SwapStep = (typeof SWAP_STEPS)[number];

/**
 * Completes a restore or its undoing that was prepared before the app ended, and removes what interrupted work left
 * behind. Called first at the start, before any journal is opened. Every step is one rename or removal, and each start
 * goes on from whatever it finds, so that a kill at any moment leaves the old journal or the new one. It does not throw:
 * when it cannot go on, the intent stays and the next start tries again.
 */
export function completeRestore(
  paths: JournalPaths,
  log: Log,
  atStep: (step: SwapStep) => void = () => undefined,
): void {
  const places = placesOf(paths);
  try {
    const intent = readIntent(places.intent);
    if (intent !== null) {
      atStep('begun');
      complete(intent, places, log, atStep);
    } else if (existsSync(places.intent)) {
      log.error('restore intent unreadable');
      renameSync(places.intent, `${places.intent}.unreadable`);
    }
    removeLeftovers(paths, places);
  } catch (error) {
    log.error('restore not completed', errorFacts(error));
  }
}

function complete(intent: Intent, places: Places, log: Log, atStep: (step: SwapStep) => void): void {
  const { kind, journal, incoming, aside, replaces } = intent;
  const isWaiting = existsSync(incoming);
  // Gone without having taken its place, or not what it should be: what is there stays, what was moved comes back.
  if (isWaiting ? !isUsable(intent) : !existsSync(journal)) {
    log.error('restore abandoned', { kind });
    putBack(intent);
    removeRecord(places.intent);
    return;
  }
  if (isWaiting) {
    setAside(intent, atStep);
    renameSync(incoming, journal);
    atStep('incoming in place');
  } else if (replaces && !existsSync(aside)) {
    // It was put back, or its end was reached.
    removeRecord(places.intent);
    return;
  }
  if (existsSync(`${incoming}-wal`)) renameSync(`${incoming}-wal`, `${journal}-wal`);
  // Whoever looked into it left an index of the WAL, which belongs to that place.
  rmSync(`${incoming}-shm`, { force: true });
  atStep('incoming WAL in place');
  syncFolder(dirname(journal));
  atStep('synced');
  if (kind === 'restore' && !opens(journal, log)) {
    // Its own WAL goes first, so that it cannot meet the one that comes back.
    for (const suffix of ['-wal', '-shm']) rmSync(`${journal}${suffix}`, { force: true });
    renameSync(journal, `${incoming}.refused`);
    putBack(intent);
    removeRecord(places.intent);
    return;
  }
  atStep('checked');
  if (kind === 'restore') endRestore(intent, places, atStep);
  else endUndo(intent, places, atStep);
  removeRecord(places.intent);
  atStep('ended');
  log.info('restore completed', { kind });
}

/** A restored journal is looked at before anything is moved; undoing puts back whatever was there. */
function isUsable({ kind, journal, incoming, aside }: Intent): boolean {
  // Both in place and set aside: somebody else has been here, and nothing of it may be overwritten.
  if (existsSync(journal) && existsSync(aside)) return false;
  if (kind === 'undo') return true;
  try {
    checkHeader(incoming);
    return true;
  } catch {
    return false;
  }
}

function setAside({ journal, aside }: Intent, atStep: (step: SwapStep) => void): void {
  makeFolder(dirname(aside));
  if (existsSync(journal)) renameSync(journal, aside);
  atStep('present set aside');
  // The journal is gone from here and the new one is not yet in place, so a WAL is the old one's. It must not meet the new.
  if (existsSync(`${journal}-wal`)) renameSync(`${journal}-wal`, `${aside}-wal`);
  rmSync(`${journal}-shm`, { force: true });
  rmSync(`${journal}-journal`, { force: true });
  syncFolder(dirname(journal));
  syncFolder(dirname(aside));
  atStep('present WAL set aside');
}

function putBack({ journal, aside }: Intent): void {
  if (existsSync(journal) || !existsSync(aside)) return;
  // The WAL first: a journal is never in place without it.
  if (existsSync(`${aside}-wal`)) renameSync(`${aside}-wal`, `${journal}-wal`);
  renameSync(aside, journal);
  syncFolder(dirname(journal));
}

function opens(journal: string, log: Log): boolean {
  try {
    openJournal(journal).close();
    return true;
  } catch (error) {
    log.error('restored journal does not open', errorFacts(error));
    return false;
  }
}

function endRestore(
  { journal, aside, replaces, keptAs, at }: Intent,
  places: Places,
  atStep: (step: SwapStep) => void,
): void {
  const before = readRestored(places.restored);
  writeRestored(places.restored, { version: 1, journal, aside: replaces ? aside : null, keptAs, at });
  atStep('recorded');
  // Undoing reaches back one restore; what that one had replaced is in a backup.
  if (before !== null && before.aside !== aside && before.keptAs !== null && before.aside !== null) {
    removeDatabase(before.aside);
  }
  atStep('tidied');
}

function endUndo({ aside, keptAs }: Intent, places: Places, atStep: (step: SwapStep) => void): void {
  removeRecord(places.restored);
  atStep('recorded');
  // What could not be kept as a backup stays where it was set aside.
  if (keptAs !== null) removeDatabase(aside);
  atStep('tidied');
}

function removeLeftovers(paths: JournalPaths, places: Places): void {
  rmSync(places.quarantine, { recursive: true, force: true });
  if (!existsSync(places.intent)) removeDatabase(places.incoming);
  // What a kill left of a record that was being written.
  for (const record of [places.intent, places.restored, join(paths.backups, 'manifest.json')]) {
    rmSync(`${record}.new`, { force: true });
  }
  for (const name of namesIn(paths.backups)) {
    if (isTemporary(name)) rmSync(join(paths.backups, name), { force: true });
  }
}
