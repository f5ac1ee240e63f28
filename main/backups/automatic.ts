import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { errorFacts } from '../log.ts';
import { removeDatabase } from './files.ts';
import { noteAndSetApart } from './folder.ts';
import { isThinningHeld, withoutThinning } from './hold.ts';
import { isVerified, newestFirst, readManifest } from './manifest.ts';
import { hasChanges, type Memory, memoryOf, noteChange } from './memory.ts';
import { makeBackupInTurn } from './pin.ts';
import { placesOf } from './places.ts';
import { problemOf } from './problem.ts';
import { backupSequence } from './repository.ts';
import { lookForSecondPlace, verifySecondPlace } from './second-place.ts';
import { timeLimitFor } from './time-limit.ts';

/** How often it is looked whether something is due: by the wall clock, which also goes on while the computer sleeps. */
const LOOK_MS = 60_000;
/** A backup by itself comes at most so often. */
export const AT_MOST_EVERY_MS = 30 * 60_000;
/** The window waits at most so long for the backup at its end. */
const CLOSING_LIMIT_MS = 10_000;
/** A trial restore comes once a week, and not while the day begins. */
const TRIAL_EVERY_MS = 7 * 24 * 3_600_000;
const LOOKS_BEFORE_TRIAL = 10;
/** Topics that are not about what is in the journal. */
const BESIDE_THE_JOURNAL: readonly string[] = ['backups', 'settings', 'storage', '*'];

export interface AutomaticBackups {
  /** Something was changed by the user: commands and tasks announce it; what the app notes for itself does not. */
  changed(topics: readonly string[]): void;
  /** Does what is due now. It does not throw. */
  look(): Promise<void>;
  start(): void;
  stop(): void;
  /** Makes a last backup when something was written since the one before. It ends in at most ten seconds. */
  beforeClosing(): Promise<void>;
}

/** Backups without being asked, their copies in the second place, and the weekly trial. Nothing of it is done at the start. */
export function createAutomaticBackups(context: Context): AutomaticBackups {
  const { clock, journal, log } = context;
  let timer: ReturnType<typeof setInterval> | undefined;
  let looking: Promise<void> | null = null;
  let looks = 0;

  function isOwnOpen(): boolean {
    return journal.state.state === 'open' && journal.state.path === journal.paths.own;
  }

  // Asked for at each use: another journal has another one.
  const memoryNow = () => memoryOf(context);

  /** A clock that was put back makes an earlier backup one of the future: then it is time. */
  function isPast(at: Instant | null, milliseconds: number): boolean {
    if (at === null) return true;
    const elapsed = Date.parse(clock.now()) - Date.parse(at);
    return elapsed < 0 || elapsed >= milliseconds;
  }

  function isBackupDue(): boolean {
    const [newest] = newestFirst(readManifest(journal.paths.backups));
    return (
      hasChanges(context) &&
      isPast(newest?.madeAt ?? null, AT_MOST_EVERY_MS) &&
      isPast(memoryNow().triedAt, AT_MOST_EVERY_MS)
    );
  }

  async function backUp(abort: AbortController): Promise<void> {
    const memory = memoryNow();
    memory.running = abort;
    memory.triedAt = clock.now();
    context.announce(['backups']);
    try {
      await makeBackupInTurn(context, 'automatic', { signal: abort.signal, report: () => undefined });
    } catch (error) {
      // It was stopped: what was changed is backed up next time.
      if (error instanceof AppError && error.code === 'cancelled') return;
      log.error('backup failed', errorFacts(error));
      memory.failure = { at: clock.now(), full: error instanceof AppError && error.details.full === true };
    } finally {
      if (memory.running === abort) memory.running = null;
      context.announce(['backups']);
    }
  }

  async function tryRestore(): Promise<void> {
    const folder = journal.paths.backups;
    const newest = newestFirst(readManifest(folder)).find(isVerified);
    const { trial } = context.settings.backups;
    if (newest === undefined || !isPast(trial?.at ?? null, TRIAL_EVERY_MS)) return;
    const path = join(folder, newest.name);
    if (!existsSync(path)) return;
    const { quarantine } = placesOf(journal.paths);
    const target = join(quarantine, 'Trial.rapport');
    const abort = new AbortController();
    const memory = memoryNow();
    memory.running = abort;
    try {
      await withoutThinning(context, () =>
        context.workshop.run(
          'rebuildJournal',
          { path, quarantine, target, sequence: backupSequence(context.database), at: clock.now() },
          { signal: abort.signal, timeLimit: timeLimitFor(newest.size) },
        ),
      );
      context.settings.changeBackups({ trial: { at: clock.now(), name: newest.name } });
      log.info('trial restore succeeded', { sequence: newest.sequence });
    } catch (error) {
      const problem = problemOf(error);
      if (problem !== null) noteAndSetApart(context, newest.name, problem);
      log.warn('trial restore failed', { ...errorFacts(error), problem });
    } finally {
      if (memory.running === abort) memory.running = null;
      removeDatabase(target);
      context.announce(['backups']);
    }
    await tryCopy(memory);
  }

  /** The newest copy in the second place is read once a week, too. */
  async function tryCopy(memory: Memory): Promise<void> {
    const abort = new AbortController();
    memory.running = abort;
    try {
      const { damaged } = await verifySecondPlace(context, { signal: abort.signal, report: () => undefined }, 1);
      if (damaged > 0) log.warn('copy in the second place damaged');
    } catch (error) {
      log.warn('second place not checked', errorFacts(error));
    } finally {
      if (memory.running === abort) memory.running = null;
      context.announce(['backups']);
    }
  }

  async function lookNow(): Promise<void> {
    looks += 1;
    try {
      if (!isOwnOpen() || memoryNow().closing !== null || isThinningHeld(context)) return;
      void journal.storage.provide();
      if (isBackupDue()) await backUp(new AbortController());
      await lookForSecondPlace(context);
      if (looks > LOOKS_BEFORE_TRIAL && isOwnOpen() && memoryNow().closing === null) await tryRestore();
    } catch (error) {
      log.error('backups not looked after', errorFacts(error));
    }
  }

  const self: AutomaticBackups = {
    changed(topics) {
      if (topics.some((topic) => !BESIDE_THE_JOURNAL.includes(topic))) noteChange(context);
    },
    look() {
      looking ??= lookNow().finally(() => {
        looking = null;
      });
      return looking;
    },
    start() {
      timer ??= setInterval(() => void self.look(), LOOK_MS);
    },
    stop() {
      clearInterval(timer);
      timer = undefined;
      memoryNow().running?.abort();
    },
    async beforeClosing() {
      if (!isOwnOpen() || !hasChanges(context) || isThinningHeld(context)) return;
      const abort = new AbortController();
      const memory = memoryNow();
      memory.closing = abort;
      // What is under way began before the last words and would only be in the way.
      memory.running?.abort();
      const limit = setTimeout(() => abort.abort(), CLOSING_LIMIT_MS);
      try {
        await backUp(abort);
      } finally {
        clearTimeout(limit);
        memory.closing = null;
        context.announce(['backups']);
      }
    },
  };
  return self;
}
