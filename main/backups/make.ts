import { mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Backup, BackupReason } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import type { Clock } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import type { Database } from '../database/driver.ts';
import type { JournalPaths } from '../journal/paths.ts';
import { namesIn, onFiles, removeDatabase } from './files.ts';
import { backupOf, type Entry, noteInManifest, readManifest } from './manifest.ts';
import { memoryOf, noteBackedUp } from './memory.ts';
import { backupName, factsOfName, temporaryName } from './name.ts';
import { backupSequence, setBackupSequence } from './repository.ts';
import { mirror } from './second-place.ts';
import { thin } from './thin.ts';
import { timeLimitFor } from './time-limit.ts';
import { type WriteInput, type Written, writeBackup } from './write.ts';

/** Journals of which a backup is being written: two at once would only wait for each other. */
const underWay = new WeakSet<Database>();

/**
 * Writes and proves a backup of the open journal in the workshop, and notes it. Errors: `conflict` while another is
 * being written; `cancelled`; `storage_failed`; `damaged_journal`.
 */
export async function makeBackup(context: Context, reason: BackupReason, control: TaskControl): Promise<Backup> {
  while (context.journal.busy !== null) await context.journal.busy;
  const { clock, database, journal, workshop, log } = context;
  if (underWay.has(database)) throw new AppError('conflict', { backup: 'under_way' });
  underWay.add(database);
  const { changes } = memoryOf(context);
  try {
    const input = begin(database, journal.paths, reason, clock);
    const written = await workshop
      .run('writeBackup', input, { ...control, timeLimit: timeLimitFor(journal.size) })
      .catch((error: unknown) => {
        // A process that was ended could not tidy up. Nothing else ever has this number.
        removeDatabase(join(input.folder, temporaryName(input.name)));
        rmSync(join(input.folder, input.name), { force: true });
        throw error;
      });
    log.info('backup written', { sequence: input.sequence, reason, bytes: written.size });
    const backup = note(input, written, clock);
    noteBackedUp(context, changes);
    thin(context);
    if (context.settings.backups.secondPlace !== null) void mirror(context);
    return backup;
  } finally {
    underWay.delete(database);
  }
}

/**
 * Keeps an older journal as it is before its schema is changed, in this process: at the start there is no window yet
 * that could wait. What cannot be kept is not changed.
 */
export function backupBeforeMigration(paths: JournalPaths, clock: Clock): (database: Database) => void {
  return (database) => {
    // The sample is made anew at any time.
    if (database.path !== paths.own) return;
    const input = begin(database, paths, 'before_migration', clock);
    note(
      input,
      writeBackup(input, () => undefined),
      clock,
    );
  };
}

/** Takes the next number and commits it before anything is written: a number names one backup for ever. */
function begin(database: Database, paths: JournalPaths, reason: BackupReason, clock: Clock): WriteInput {
  const folder = paths.backups;
  onFiles(() => mkdirSync(folder, { recursive: true, mode: 0o700 }));
  const known = [...readManifest(folder), ...namesIn(folder).flatMap((name) => factsOfName(name, clock) ?? [])];
  const sequence = database.transaction(() => {
    const next = Math.max(backupSequence(database), ...known.map(({ sequence: used }) => used)) + 1;
    setBackupSequence(database, next);
    return next;
  });
  const madeAt = clock.now();
  return { journal: database.path, folder, name: backupName(madeAt, sequence, clock), sequence, reason, madeAt };
}

function note(
  { folder, name, sequence, reason, madeAt }: WriteInput,
  { size, checked }: Written,
  clock: Clock,
): Backup {
  const entry: Entry = {
    name,
    size,
    modifiedMs: statSync(join(folder, name)).mtimeMs,
    sequence,
    madeAt,
    reason,
    counts: checked.counts,
    verifiedAt: clock.now(),
    problem: null,
  };
  onFiles(() => noteInManifest(folder, entry));
  return backupOf(folder, entry);
}
