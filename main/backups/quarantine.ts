import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Database } from '../database/driver.ts';
import {
  type Checked,
  checkHeader,
  checkIndexes,
  checkTables,
  isOpenedJournal,
  openForChecks,
  type Report,
} from './check-journal.ts';
import { isSameContent } from './content.ts';
import { copyIn } from './files.ts';
import { problem, reading } from './problem.ts';
import { readSeal, type Seal } from './seal.ts';

/** Copies a file into a folder of its own, lets `work` use the copy, and removes it. */
export function inQuarantine<T>(path: string, quarantine: string, work: (copy: string) => T): T {
  const folder = join(quarantine, randomUUID());
  try {
    return work(copyIn(path, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * Checks a backup, in a copy of our own: header, schema, structure, references, search indexes, and whether its content
 * is what its seal says. `work` may use the checked connection.
 */
export function checkBackup<T>(
  copy: string,
  report: Report,
  work: (database: Database, checked: Checked & { readonly seal: Seal }) => T,
): T {
  return reading(() => {
    checkHeader(copy);
    if (isOpenedJournal(copy)) throw problem('opened');
    const database = openForChecks(copy);
    try {
      const checked = checkTables(database, report);
      const seal = readSeal(database);
      if (seal === null) throw problem('unsealed');
      if (!isSameContent(seal.content, checked.content)) throw problem('seal');
      checkIndexes(database, report);
      return work(database, { ...checked, seal });
    } finally {
      database.close();
    }
  });
}
