import { chmodSync, existsSync, renameSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { BackupReason } from '../../shared/backups/backup.ts';
import { AppError } from '../../shared/errors.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { type Checked, openForChecks, type Report, rebuildIndexes } from './check-journal.ts';
import { type Content, contentOf } from './content.ts';
import { checkSpace, makeFolder, onFiles, removeDatabase, syncFile, syncFolder } from './files.ts';
import { temporaryName } from './name.ts';
import { problemOf } from './problem.ts';
import { checkBackup } from './quarantine.ts';
import { writeSeal } from './seal.ts';

export interface WriteInput {
  /** The journal, which may be open in another process or in this one. */
  readonly journal: string;
  readonly folder: string;
  /** Final name in the folder, which must be free. */
  readonly name: string;
  readonly sequence: number;
  readonly reason: BackupReason;
  readonly madeAt: Instant;
}

export interface Written {
  readonly size: number;
  readonly checked: Checked;
}

const ATTEMPTS = 5;

/** The moments between which the process may be killed. */
export const WRITE_STEPS = ['begun', 'copied', 'sealed', 'checked', 'synced', 'named', 'kept'] as const;
export type WriteStep = (typeof WRITE_STEPS)[number];
type AtStep = (step: WriteStep) => void;

/**
 * Writes a backup and proves it: space, snapshot under a temporary name, seal, all checks on what will be kept, fsync,
 * rename, fsync of the folder. The seal goes in before the checks, so that nothing is written after them. Nothing is
 * left behind when it fails.
 */
export function writeBackup(input: WriteInput, report: Report, atStep: AtStep = () => undefined): Written {
  const { journal, folder, name } = input;
  return onFiles(() => {
    const final = join(folder, name);
    const temporary = join(folder, temporaryName(name));
    makeFolder(folder);
    if (existsSync(final)) throw new AppError('conflict', { exists: true });
    atStep('begun');
    try {
      const checked = copyAndCheck(journal, temporary, input, report, atStep);
      atStep('checked');
      report({ phase: 'keeping', done: 0, total: 0 });
      syncFile(temporary);
      atStep('synced');
      renameSync(temporary, final);
      atStep('named');
      syncFolder(folder);
      atStep('kept');
      return { size: statSync(final).size, checked };
    } catch (error) {
      removeDatabase(temporary);
      throw error;
    }
  });
}

/**
 * Copies the journal as it is at one moment, and compares the copy with what the original held at that moment.
 *
 * VACUUM INTO takes a snapshot of its own and cannot run inside a transaction. So a second connection first begins to
 * read, which pins what it sees, and the copy starts right after it: a commit can slip in only between these two, and
 * then the copy does not match. `data_version` tells whether there was any commit at all; a difference without one is a
 * fault, a difference with one is tried again.
 */
function copyAndCheck(journal: string, target: string, input: WriteInput, report: Report, atStep: AtStep): Checked {
  for (let attempt = 1; ; attempt += 1) {
    report({ phase: 'copying', done: 0, total: 0 });
    removeDatabase(target);
    const { content, hasChanged } = snapshot(journal, target);
    atStep('copied');
    try {
      return sealAndCheck(target, content, input, report, atStep);
    } catch (error) {
      if (!hasChanged || problemOf(error) !== 'seal' || attempt === ATTEMPTS) throw error;
    }
  }
}

function snapshot(journal: string, target: string): { readonly content: Content; readonly hasChanged: boolean } {
  const reader = openForChecks(journal, { readonly: true });
  const copier = openForChecks(journal, { readonly: true });
  try {
    checkSpace(dirname(target), reader.pragma<number>('page_count') * reader.pragma<number>('page_size'));
    const before = copier.pragma<number>('data_version');
    reader.exec('BEGIN');
    reader.get('SELECT count(*) FROM journal');
    copier.run('VACUUM INTO :target', { target });
    const hasChanged = copier.pragma<number>('data_version') !== before;
    const content = contentOf(reader);
    reader.exec('COMMIT');
    return { content, hasChanged };
  } finally {
    reader.close();
    copier.close();
  }
}

function sealAndCheck(path: string, content: Content, input: WriteInput, report: Report, atStep: AtStep): Checked {
  const { sequence, reason, madeAt } = input;
  chmodSync(path, 0o600);
  changing(path, (database) => writeSeal(database, { sequence, reason, madeAt, content }));
  atStep('sealed');
  const check = (): Checked => checkBackup(path, report, (_, { seal: __, ...checked }) => checked);
  try {
    return check();
  } catch (error) {
    if (problemOf(error) !== 'index') throw error;
    // A search index that does not match its text must not stand in the way of a backup: it holds nothing of its own.
    changing(path, rebuildIndexes);
    return check();
  }
}

function changing(path: string, change: (database: Database) => void): void {
  const database = openForChecks(path);
  try {
    change(database);
  } finally {
    database.close();
  }
}
