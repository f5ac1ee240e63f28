import { checkHeader, openForChecks, type Report } from './check-journal.ts';
import { problemOf, reading } from './problem.ts';
import { inQuarantine } from './quarantine.ts';
import { checkSchema } from './schema.ts';

export interface FindInput {
  readonly paths: readonly string[];
  readonly quarantine: string;
  /** The person's id. */
  readonly id: string;
}

/** What each file says: whether it holds the person; null when it cannot be read. */
export type Found = readonly { readonly path: string; readonly holds: boolean | null }[];

/** Looks for a person in backups and journals, in copies of our own. */
export function findPerson({ paths, quarantine, id }: FindInput, report: Report): Found {
  return paths.map((path, index) => {
    report({ phase: 'searching', done: index, total: paths.length });
    try {
      checkHeader(path);
      return { path, holds: inQuarantine(path, quarantine, (copy) => reading(() => holds(copy, id))) };
    } catch (error) {
      if (problemOf(error) === null) throw error;
      return { path, holds: null };
    }
  });
}

function holds(copy: string, id: string): boolean {
  const database = openForChecks(copy);
  try {
    checkSchema(database);
    const row = database.get(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM person WHERE id = :id)
         OR EXISTS (SELECT 1 FROM draft WHERE instr(body, :id) > 0)`,
      { id },
    );
    return row !== undefined;
  } finally {
    database.close();
  }
}
