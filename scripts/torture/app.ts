import { join } from 'node:path';
import { completeRestore } from '../../main/backups/swap.ts';
import type { Context } from '../../main/context.ts';
import type { Database } from '../../main/database/driver.ts';
import type { Desk } from '../../main/desk.ts';
import { idMaker } from '../../main/id.ts';
import { handlers } from '../../main/ipc/handlers.ts';
import { createServer } from '../../main/ipc/server.ts';
import { JournalKeeper } from '../../main/journal/keeper.ts';
import { journalPaths } from '../../main/journal/paths.ts';
import type { Log } from '../../main/log.ts';
import { SettingsFile } from '../../main/settings/settings-file.ts';
import { createWorkshop, type Workshop } from '../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../main/workshop/node-process.ts';
import { contract, type RapportApi } from '../../shared/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { valueIn } from '../../shared/ipc.ts';
import { type Clock, systemClock } from '../../shared/time.ts';

/** The main process without its window: what a start does, the real server, the real workshop. */
export interface App {
  readonly context: Context;
  /** Every method of the contract, through the server. Rejects with AppError. */
  readonly api: RapportApi;
  /** True when a handler asked for a new start; whoever drives the app does it. */
  readonly wantsRelaunch: boolean;
  close(): void;
}

export const silentLog: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** Starts on a data folder as the app does; the first start makes an empty journal. */
export function startApp(
  dataDir: string,
  {
    clock = systemClock,
    workshop = createWorkshop(startNodeWorkshop),
    desk = {},
  }: { readonly clock?: Clock; readonly workshop?: Workshop; readonly desk?: Partial<Desk> } = {},
): App {
  const newId = idMaker(clock);
  const paths = journalPaths(dataDir);
  const journal = new JournalKeeper({ paths, clock, newId });
  completeRestore(paths, silentLog);
  journal.open('own');
  if (journal.state.state === 'first_run') journal.create('own');
  let wantsRelaunch = false;
  const context: Context = {
    clock,
    newId,
    journal,
    settings: new SettingsFile(join(dataDir, 'settings.json')),
    log: silentLog,
    desk: deskThat({
      ...desk,
      relaunch: () => {
        wantsRelaunch = true;
      },
    }),
    workshop,
    announce: () => undefined,
    get database(): Database {
      return journal.database;
    },
    get undoLog() {
      return journal.undoLog;
    },
  };
  const server = createServer({ contract, handlers, context, send: () => undefined, checkOutput: true });
  const call = async (method: string, input: unknown): Promise<unknown> => {
    const envelope = structuredClone(await server.call(method, structuredClone(input)));
    if (envelope.ok) return valueIn(envelope);
    throw new AppError(envelope.code, envelope.details);
  };
  return {
    context,
    api: apiOver(call),
    get wantsRelaunch() {
      return wantsRelaunch;
    },
    close: () => journal.close(),
  };
}

function apiOver(call: (method: string, input: unknown) => Promise<unknown>): RapportApi {
  const features = Object.entries(contract).map(([feature, methods]) => [
    feature,
    Object.fromEntries(
      Object.keys(methods).map((name) => [name, (input: unknown) => call(`${feature}.${name}`, input)]),
    ),
  ]);
  // Built from the contract, whose types it has.
  return Object.fromEntries(features) as RapportApi;
}

/** A desk of which only a part is of use. */
function deskThat(parts: Partial<Desk>): Desk {
  return new Proxy(parts as Desk, {
    get(desk, name) {
      if (name in desk) return Reflect.get(desk, name);
      throw new Error(`There is no desk to ask for ${String(name)}.`);
    },
  });
}
