import type { BackupProblem } from '../../shared/backups/problem.ts';
import type { JournalCounts } from '../../shared/journal/contract.ts';
import { countAll } from '../journal/repository.ts';
import { checkHeader, isOpenedJournal, openForChecks, type Report } from './check-journal.ts';
import { problem, problemOf, reading } from './problem.ts';
import { inQuarantine } from './quarantine.ts';
import { checkSchema } from './schema.ts';
import { readSeal, type Seal } from './seal.ts';

/** What a backup says about itself, or why it says nothing. */
export interface Inspected {
  readonly path: string;
  readonly seal: Seal | null;
  readonly counts: JournalCounts | null;
  readonly problem: BackupProblem;
}

/** Reads the seals of backups that are not known yet, in copies of our own. What they say is not yet proved. */
export function inspectBackups(
  { paths, quarantine }: { readonly paths: readonly string[]; readonly quarantine: string },
  report: Report,
): readonly Inspected[] {
  return paths.map((path, index) => {
    report({ phase: 'reading', done: index, total: paths.length });
    try {
      return inspect(path, quarantine);
    } catch (error) {
      const found = problemOf(error);
      if (found === null) throw error;
      return { path, seal: null, counts: null, problem: found };
    }
  });
}

function inspect(path: string, quarantine: string): Inspected {
  checkHeader(path);
  if (isOpenedJournal(path)) throw problem('opened');
  return inQuarantine(path, quarantine, (copy) =>
    reading(() => {
      const database = openForChecks(copy);
      try {
        checkSchema(database);
        const seal = readSeal(database);
        if (seal === null) throw problem('unsealed');
        return { path, seal, counts: countAll(database), problem: 'not_checked' };
      } finally {
        database.close();
      }
    }),
  );
}
