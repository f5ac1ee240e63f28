import { join, resolve } from 'node:path';
import { app, type BrowserWindow, ipcMain, powerMonitor, session } from 'electron';
import electronLog from 'electron-log/main.js';
import { type ActionId, isActionId } from '../shared/actions.ts';
import { contract } from '../shared/contract.ts';
import type { MainEvent } from '../shared/ipc.ts';
import { systemClock } from '../shared/time.ts';
import { checkForDamage } from './backups/damage.ts';
import { backupBeforeMigration } from './backups/make.ts';
import { completeRestore } from './backups/swap.ts';
import { startEmptyingBin } from './bin/emptying.ts';
import type { Context } from './context.ts';
import { electronDesk } from './electron-desk.ts';
import { createTicker } from './follow-ups/ticker.ts';
import { idMaker } from './id.ts';
import { handlers } from './ipc/handlers.ts';
import { createServer } from './ipc/server.ts';
import { JournalKeeper, journalPaths } from './journal/keeper.ts';
import { errorFacts, type Log } from './log.ts';
import { setMenu } from './menu.ts';
import { closeTheNetwork, guardContents, guardSession, isDebugged, isOurs, registerScheme } from './security.ts';
import { SettingsFile } from './settings/settings-file.ts';
import { flush, openWindow } from './window.ts';
import { createWorkshop } from './workshop/client.ts';
import { startWorkshopProcess } from './workshop-process.ts';

// Where everything lies. Chromium's own files stay apart from the journal.
const dataFolder = resolve(process.env.RAPPORT_DATA_DIR ?? join(app.getPath('appData'), 'Rapport'));
app.setPath('userData', join(dataFolder, 'Runtime'));

const log = startLog(join(dataFolder, 'Logs'));
closeTheNetwork();
registerScheme();
// The sandbox holds for every page, whatever its window asks for.
app.enableSandbox();

if (isDebugged()) {
  process.stderr.write('Rapport does not start with a debugger, because the journal would be open to it.\n');
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Rapport is open already; its window comes to the front.\n');
  app.exit(0);
} else {
  app.whenReady().then(start, (error: unknown) => log.error('start failed', errorFacts(error)));
}

function start(): void {
  const clock = systemClock;
  const newId = idMaker(clock);
  const settings = new SettingsFile(join(dataFolder, 'settings.json'));
  const journalFile = argumentOf('journal', process.argv);
  const paths = journalPaths(dataFolder, journalFile === undefined ? undefined : resolve(journalFile));
  const beforeMigration = backupBeforeMigration(paths, clock);
  const journal = new JournalKeeper({ paths, clock, newId, beforeMigration });
  let window: BrowserWindow | undefined;
  const send = (event: MainEvent): void => window?.webContents.send('event', event);

  const context: Context = {
    clock,
    newId,
    journal,
    settings,
    log,
    workshop: createWorkshop(startWorkshopProcess),
    desk: electronDesk(
      () => window,
      () => {
        app.relaunch();
        app.quit();
      },
    ),
    announce: (topics) => send({ kind: 'changed', topics }),
    get database() {
      return journal.database;
    },
    get undoLog() {
      return journal.undoLog;
    },
  };
  const server = createServer({ contract, handlers, context, send, checkOutput: !app.isPackaged });
  ipcMain.handle('call', (event, method: unknown, input: unknown, task: unknown) => {
    if (!isOurs(event, window === undefined ? [] : [window.webContents])) {
      log.warn('call refused', { reason: 'sender' });
      return { ok: false, code: 'invalid_input', details: { sender: 'unknown' } };
    }
    return server.call(String(method), input, typeof task === 'string' ? task : undefined);
  });

  completeRestore(paths, log);
  journal.open(settings.journal);

  context.desk.applySettings(settings.settings);
  // Without `persist:` the session lives in memory: nothing of a page is left on the disk.
  const pages = session.fromPartition('rapport');
  guardSession(pages, join(__dirname, '../renderer'), log);
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
  const show = (): void => {
    if (window === undefined) {
      window = openWindow({ session: pages, settings, log });
      window.on('closed', () => {
        window = undefined;
      });
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  const perform = (id: ActionId): void => {
    show();
    send({ kind: 'action', action: id });
  };
  /** What a desktop's menu of the app, or the command line, asks for. */
  const performFrom = (commandLine: readonly string[]): void => {
    const action = argumentOf('action', commandLine);
    if (action !== undefined && isActionId(action)) perform(action);
    else show();
  };
  setMenu(perform);
  show();

  // It reads the whole file, so it waits until the start is over.
  setTimeout(() => void checkForDamage(context), 60_000);
  const stopEmptyingBin = startEmptyingBin(context);

  app.on('second-instance', (_event, commandLine) => performFrom(commandLine));
  app.on('activate', show);
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  powerMonitor.on('suspend', () => {
    if (window !== undefined) void flush(window);
  });
  const ticker = createTicker(context, () => perform('go-today'));
  window?.webContents.once('did-finish-load', () => {
    // The first look waits until the page is there: nothing that can wait stands before it.
    ticker.start();
    performFrom(process.argv);
  });
  powerMonitor.on('resume', () => ticker.check());
  powerMonitor.on('unlock-screen', () => ticker.check());
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  app.on('will-quit', () => {
    ticker.stop();
    stopEmptyingBin();
    journal.close();
  });
}

/** What `--NAME VALUE` or `--NAME=VALUE` says. */
function argumentOf(name: string, commandLine: readonly string[]): string | undefined {
  const index = commandLine.findIndex((argument) => argument === `--${name}` || argument.startsWith(`--${name}=`));
  const argument = commandLine[index];
  if (argument === undefined) return undefined;
  const value = argument.includes('=') ? argument.slice(argument.indexOf('=') + 1) : commandLine[index + 1];
  return value === '' ? undefined : value;
}

function startLog(folder: string): Log {
  electronLog.transports.file.resolvePathFn = () => join(folder, 'rapport.log');
  electronLog.transports.file.maxSize = 1_000_000;
  electronLog.transports.console.level = app.isPackaged ? false : 'warn';
  const write = (level: 'info' | 'warn' | 'error') => (event: string, facts?: unknown) =>
    electronLog[level](facts === undefined ? event : `${event} ${JSON.stringify(facts)}`);
  return { info: write('info'), warn: write('warn'), error: write('error') };
}
