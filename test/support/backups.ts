import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { completeRestore } from '../../main/backups/swap.ts';
import { Database } from '../../main/database/driver.ts';
import { journalPaths } from '../../main/journal/paths.ts';
import { createWorkshop, type Workshop } from '../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../main/workshop/node-process.ts';
import { work } from '../../main/workshop/work.ts';
import { AppError } from '../../shared/errors.ts';
import { MemoryLog, type TestContextOptions } from './context.ts';
import { createTestServer, type TestServer } from './server.ts';

// The torture tests begin with the same journal.
export { fillJournal } from '../../scripts/torture/fill.ts';

/** The workshop as it is: a process for each job. */
export function realWorkshop(): Workshop {
  return createWorkshop(startNodeWorkshop);
}

/** The same jobs in this process, which is faster by seconds: for tests that are not about the processes. */
export function workshopHere(): Workshop {
  return {
    run: async (job, input, { report = () => undefined, signal } = {}) => {
      // What is cancelled at once never begins, and nothing is done before the caller goes on.
      await new Promise(setImmediate);
      if (signal?.aborted === true) throw new AppError('cancelled');
      // A job's input and output belong to its name.
      return structuredClone(work[job](structuredClone(input) as never, report)) as never;
    },
  };
}

/** The server over a journal in a file; its workshop is here. */
export function createFileServer(options: TestContextOptions = {}): TestServer {
  return createTestServer({ journal: 'file', workshop: workshopHere(), ...options });
}

/** The next start of the app on the same data folder: what was prepared is completed, then the journal is opened. */
export function startAgain(dataDir: string, options: TestContextOptions = {}): TestServer {
  completeRestore(journalPaths(dataDir), new MemoryLog());
  return createFileServer({ ...options, dataDir });
}

/** Names in the backups folder, the manifest left out. */
export function backupFiles({ dataDir }: TestServer): readonly string[] {
  return readdirSync(join(dataDir, 'Backups')).filter((name) => name !== 'manifest.json');
}

/** Everything a journal holds, row by row, read without any code of the backups; the number of the last backup is left out. */
export function dump(database: Database): Readonly<Record<string, readonly unknown[]>> {
  const tables = database
    .all<{ name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE '%\\_fts%' ESCAPE '\\' ORDER BY name",
    )
    .map(({ name }) => name)
    .filter((name) => name !== 'seal' && !name.startsWith('sqlite_'));
  return Object.fromEntries(
    tables.map((name) => {
      const rows = database.all<Record<string, unknown>>(`SELECT * FROM ${name}`);
      return [name, rows.map(({ backup_sequence: _, ...row }) => row)];
    }),
  );
}

/** The same of a file that nobody has open. */
export function dumpFile(path: string): ReturnType<typeof dump> {
  const database = new Database(path, { readonly: true, mustExist: true });
  try {
    return dump(database);
  } finally {
    database.close();
  }
}
