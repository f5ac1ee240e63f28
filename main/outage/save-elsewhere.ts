import { existsSync, rmSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { TaskControl } from '../../shared/ipc.ts';
import { todayOf } from '../../shared/time.ts';
import { onFiles, removeDatabase, writeDurably } from '../backups/files.ts';
import { temporaryName } from '../backups/name.ts';
import { backupSequence } from '../backups/repository.ts';
import { timeLimitFor } from '../backups/time-limit.ts';
import type { Context } from '../context.ts';

/**
 * Saves the text first, because it is nowhere else, and then the journal as a verified backup. Nothing is written to the
 * disk that is full. Null when the user changed their mind.
 */
export async function saveElsewhere(
  context: Context,
  text: string | null,
  control: TaskControl,
): Promise<{ readonly hasJournal: boolean; readonly hasText: boolean } | null> {
  const { desk, clock, journal } = context;
  const hasJournal = journal.storage.state !== 'away';
  if (!hasJournal && text === null) return null;
  const path = await desk.chooseSavePath(
    hasJournal
      ? { title: 'Save a copy elsewhere', name: `Rapport copy ${todayOf(clock)}.rapport`, extension: 'rapport' }
      : { title: 'Save the text', name: `Unsaved text ${todayOf(clock)}.txt`, extension: 'txt' },
  );
  if (path === null) return null;
  if (hasJournal && existsSync(path)) throw new AppError('conflict', { exists: true });
  if (text !== null) {
    const textPath = hasJournal ? freePath(`${path.slice(0, path.length - extname(path).length)}, unsaved text`) : path;
    onFiles(() => writeDurably(textPath, text));
  }
  if (hasJournal) await copyJournal(context, path, control);
  return { hasJournal, hasText: text !== null };
}

function freePath(stem: string): string {
  for (let count = 1; ; count += 1) {
    const path = count === 1 ? `${stem}.txt` : `${stem} (${count}).txt`;
    if (!existsSync(path)) return path;
  }
}

/** By a backup that takes no number, for a number is written into the journal. */
async function copyJournal(context: Context, path: string, control: TaskControl): Promise<void> {
  const { clock, database, journal, workshop } = context;
  const [folder, name] = [dirname(path), basename(path)];
  await workshop
    .run(
      'writeBackup',
      { journal: journal.path, folder, name, sequence: backupSequence(database), reason: 'asked', madeAt: clock.now() },
      { ...control, timeLimit: timeLimitFor(journal.size) },
    )
    .catch((error: unknown) => {
      removeDatabase(join(folder, temporaryName(name)));
      rmSync(path, { force: true });
      throw error;
    });
}
