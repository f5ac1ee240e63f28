import { join } from 'node:path';
import type { Context } from '../../main/context.ts';
import type { Database } from '../../main/database/driver.ts';
import { idMaker } from '../../main/id.ts';
import { handlers } from '../../main/ipc/handlers.ts';
import { createServer } from '../../main/ipc/server.ts';
import { JournalKeeper } from '../../main/journal/keeper.ts';
import { journalPaths } from '../../main/journal/paths.ts';
import { SettingsFile } from '../../main/settings/settings-file.ts';
import { contract } from '../../shared/contract.ts';
import { valueIn } from '../../shared/ipc.ts';
import { systemClock } from '../../shared/time.ts';
import { timed } from './figure.ts';

/** The server over a journal as the packaged app runs it: answers are not checked against the contract. */
export interface OpenContract {
  readonly database: Database;
  /** One call as the page makes it: what goes there and back is cloned. */
  call(method: string, input: unknown): Promise<unknown>;
  /** How long the call takes, and how long its statements take when they are run by themselves, in milliseconds. */
  measure(method: string, input: unknown): Promise<{ readonly call: number; readonly floor: number }>;
  close(): void;
}

interface Statement {
  readonly sql: string;
  readonly parameters: Parameters<Database['all']>[1];
}

/** Every method of the contract over the journal in a folder, without a window. */
export function openContract(folder: string): OpenContract {
  const clock = systemClock;
  const newId = idMaker(clock);
  const journal = new JournalKeeper({ paths: journalPaths(folder), clock, newId });
  journal.open('own');
  const context: Context = {
    clock,
    newId,
    journal,
    settings: new SettingsFile(join(folder, 'settings.json')),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    desk: notHere('desk'),
    workshop: notHere('workshop'),
    announce: () => undefined,
    get database() {
      return journal.database;
    },
    get undoLog() {
      return journal.undoLog;
    },
  };
  const server = createServer({ contract, handlers, context, send: () => undefined, checkOutput: false });
  const { database } = journal;

  async function call(method: string, input: unknown): Promise<unknown> {
    const envelope = structuredClone(await server.call(method, structuredClone(input)));
    if (!envelope.ok) throw new Error(`${method} answered ${envelope.code}.`);
    return valueIn(envelope);
  }

  return {
    database,
    call,
    async measure(method, input) {
      // One run of each is made before, so both find the same pages in memory, and the same is remembered.
      await call(method, input);
      const statements = await record(database, () => call(method, input));
      const floor = await timed(() => {
        for (const { sql, parameters } of statements) database.all(sql, parameters);
      });
      return { call: await timed(() => call(method, input)), floor };
    },
    close: () => journal.close(),
  };
}

/** The statements that are read with while `work` runs. */
async function record(database: Database, work: () => Promise<unknown>): Promise<readonly Statement[]> {
  const statements: Statement[] = [];
  const { all, get } = database;
  database.all = (sql, parameters = {}) => {
    statements.push({ sql, parameters });
    return all.call(database, sql, parameters) as never;
  };
  database.get = (sql, parameters = {}) => {
    statements.push({ sql, parameters });
    return get.call(database, sql, parameters) as never;
  };
  try {
    await work();
    return statements;
  } finally {
    database.all = all;
    database.get = get;
  }
}

/** What the measured calls have no use for. */
function notHere<T extends object>(name: string): T {
  const handler: ProxyHandler<T> = {
    get: () => {
      throw new Error(`The benchmark has no ${name}.`);
    },
  };
  // Whatever it is asked for, it throws.
  return new Proxy({} as T, handler);
}
