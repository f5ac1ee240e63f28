import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  type Checked,
  checkHeader,
  checkIndexes,
  checkTables,
  isOpenedJournal,
  openForChecks,
  type Report,
} from './check-journal.ts';
import { copyIn, onFiles } from './files.ts';
import { problem, problemOf, reading } from './problem.ts';
import { checkBackup, inQuarantine } from './quarantine.ts';

/** Checks a backup whole. Errors: `damaged_journal`, `newer_journal`, `not_found`, `storage_failed`, with `problem`. */
export function verifyBackup(
  { path, quarantine }: { readonly path: string; readonly quarantine: string },
  report: Report,
): Checked {
  checkHeader(path);
  return inQuarantine(path, quarantine, (copy) => checkBackup(copy, report, (_, checked) => checked));
}

/**
 * Checks a backup or a journal, also one that is open in another process, and changes nothing. A journal that is open,
 * or was not closed, is read where it is, because its newest part is in its WAL; anything else is read in a copy.
 */
export function verifyFile({ path }: { readonly path: string }, report: Report): Checked {
  const isOpen = existsSync(`${path}-wal`);
  checkHeader(path, { closed: !isOpen });
  const folder = onFiles(() => mkdtempSync(join(dirname(path), '.rapport-check-')));
  try {
    if (isOpen) return reading(() => checkInPlace(path, folder, report));
    return inQuarantine(path, folder, (copy) => {
      // The seal speaks for a backup; a journal that was once restored by hand from one has been written in since.
      if (!isOpenedJournal(copy)) return checkBackup(copy, report, (_, checked) => checked);
      return reading(() => checkClosedJournal(copy, report));
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Checks a journal from elsewhere, which nobody may have open, in a copy of it and of its WAL. Nothing is written beside
 * it. Errors: `damaged_journal` and others with `problem`.
 */
export function checkForeignJournal(
  { path, quarantine }: { readonly path: string; readonly quarantine: string },
  report: Report,
): Checked {
  const hasWal = existsSync(`${path}-wal`);
  checkHeader(path, { closed: !hasWal });
  return inQuarantine(path, quarantine, (copy) => {
    if (!isOpenedJournal(copy)) throw problem('is_backup');
    if (hasWal) onFiles(() => renameSync(copyIn(`${path}-wal`, join(dirname(copy), 'wal')), `${copy}-wal`));
    return reading(() => checkClosedJournal(copy, report));
  });
}

function checkClosedJournal(copy: string, report: Report): Checked {
  const database = openForChecks(copy);
  try {
    const checked = checkTables(database, report);
    checkIndexes(database, report);
    return checked;
  } finally {
    database.close();
  }
}

function checkInPlace(path: string, folder: string, report: Report): Checked {
  const snapshot = join(folder, 'snapshot.rapport');
  const database = openForChecks(path, { readonly: true });
  try {
    // Comparing an index with its text needs a connection that could write, so it is done in a snapshot.
    database.run('VACUUM INTO :snapshot', { snapshot });
    database.exec('BEGIN');
    const checked = checkTables(database, report);
    database.exec('COMMIT');
    const copy = openForChecks(snapshot);
    try {
      checkIndexes(copy, report);
    } finally {
      copy.close();
    }
    return checked;
  } finally {
    database.close();
  }
}

/** Looks for damaged pages in the open journal; made to run beside it after the start. */
export function checkOpenJournal({ path }: { readonly path: string }): { readonly damaged: boolean } {
  try {
    return reading(() => {
      const database = openForChecks(path, { readonly: true });
      try {
        const [first] = database.pragmaRows<{ quick_check: string }>('quick_check(1)');
        return { damaged: first?.quick_check !== 'ok' };
      } finally {
        database.close();
      }
    });
  } catch (error) {
    if (problemOf(error) === 'damaged') return { damaged: true };
    throw error;
  }
}
