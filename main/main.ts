import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { app, type BrowserWindow, dialog, ipcMain, powerMonitor, session } from 'electron';
import electronLog from 'electron-log/main.js';
import { type ActionId, isActionId } from '../shared/actions.ts';
import { contract } from '../shared/contract.ts';
import type { MainEvent } from '../shared/ipc.ts';
import { createSystemClock } from '../shared/time.ts';
import { createAutomaticBackups } from './backups/automatic.ts';
import { checkForDamage } from './backups/damage.ts';
import { backupBeforeMigration } from './backups/make.ts';
import { completeRestore } from './backups/swap.ts';
import { startEmptyingBin } from './bin/emptying.ts';
import { createMeetingTicker } from './calendar/meeting-ticker.ts';
import type { Context } from './context.ts';
import { electronDesk } from './electron-desk.ts';
import { respondWithFile } from './files/serve.ts';
import { createTicker } from './follow-ups/ticker.ts';
import { idMaker } from './id.ts';
import { handlers } from './ipc/handlers.ts';
import { createServer } from './ipc/server.ts';
import { JournalKeeper } from './journal/keeper.ts';
import { chosenPaths, journalPaths } from './journal/paths.ts';
import { errorFacts, type Log } from './log.ts';
import { setMenu, setTasks } from './menu.ts';
import { holdLeaving, wouldLoseText } from './outage/aside.ts';
import { createQuickCapture } from './quick-capture-window.ts';
import { closeTheNetwork, guardContents, guardSession, isDebugged, isOurs, registerScheme } from './security.ts';
import { SettingsFile } from './settings/settings-file.ts';
import { followZone } from './system-zone.ts';
import { hasTray } from './tray.ts';
import { flush, openWindow } from './window.ts';
import { createWorkshop } from './workshop/client.ts';
import { startWorkshopProcess } from './workshop-process.ts';

/** The small window is made when the start is over, in milliseconds after the first page. */
const WARM_AFTER_MS = 3000;

// Where everything lies. Chromium's own files stay apart from the journal.
const dataFolder = resolve(process.env.RAPPORT_DATA_DIR ?? join(app.getPath('appData'), 'Rapport'));
const runtimeFolder = join(dataFolder, 'Runtime');
app.setPath('userData', runtimeFolder);

const log = startLog(join(dataFolder, 'Logs'));
closeTheNetwork();
registerScheme();
// The sandbox holds for every page, whatever its window asks for.
app.enableSandbox();
// The small window that waits shows the same pages as the app's own: one process serves both, a quarter of all memory less.
app.commandLine.appendSwitch('process-per-site');

if (isDebugged()) {
  process.stderr.write('Rapport does not start with a debugger, because the journal would be open to it.\n');
  app.exit(1);
} else if (!isWritable(runtimeFolder)) {
  // Nothing of the app can be kept there, not even that it is open.
  dialog.showErrorBox(
    'Rapport cannot keep anything.',
    `Nothing can be written in ${dataFolder}. Make that folder writable, or name another one with RAPPORT_DATA_DIR.`,
  );
  app.exit(1);
} else if (!app.requestSingleInstanceLock()) {
  process.stderr.write('Rapport is open already; its window comes to the front.\n');
  app.exit(0);
} else {
  app.whenReady().then(start, (error: unknown) => log.error('start failed', errorFacts(error)));
}

function start(): void {
  const clock = createSystemClock(followZone());
  const newId = idMaker(clock);
  const settings = new SettingsFile(join(dataFolder, 'settings.json'));
  const journalFile = argumentOf('journal', process.argv);
  const chosen = settings.chosenJournal;
  const paths =
    journalFile === undefined && chosen !== null
      ? chosenPaths(dataFolder, chosen)
      : journalPaths(dataFolder, journalFile === undefined ? undefined : resolve(journalFile));
  const journal: JournalKeeper = new JournalKeeper({
    paths,
    clock,
    newId,
    // By the paths of that moment: another journal may have been chosen since the start.
    beforeMigration: (database) => backupBeforeMigration(journal.paths, clock)(database),
  });
  let window: BrowserWindow | undefined;
  let isQuitting = false;
  let isEnding = false;
  // Without `persist:` the session lives in memory: nothing of a page is left on the disk.
  const pages = session.fromPartition('rapport');
  const quickCapture = createQuickCapture({
    session: pages,
    log,
    isReady: () => journal.state.state === 'open',
    showApp: () => show(),
  });
  const windows = (): readonly BrowserWindow[] => [window, quickCapture.window()].filter((each) => each !== undefined);
  const send = (event: MainEvent): void => {
    for (const { webContents } of windows()) webContents.send('event', event);
  };

  const context: Context = {
    clock,
    newId,
    journal,
    settings,
    log,
    workshop: createWorkshop(startWorkshopProcess),
    desk: electronDesk({
      window: () => window,
      quickCapture,
      relaunch: () => {
        app.relaunch();
        app.quit();
      },
      abilitiesChanged: () => context.announce(['settings']),
    }),
    announce: (topics) => send({ kind: 'changed', topics }),
    get database() {
      return journal.database;
    },
    get undoLog() {
      return journal.undoLog;
    },
  };
  const automatic = createAutomaticBackups(context);
  const ticker = createTicker(
    context,
    () => perform('go-today'),
    (method, input) => server.call(method, input),
  );
  const meetings = createMeetingTicker(context, (people) => {
    show();
    send({ kind: 'brief', people });
  });
  const server = createServer({
    contract,
    handlers,
    context,
    send: (event) => {
      if (event.kind === 'changed') automatic.changed(event.topics);
      send(event);
      if (event.kind === 'changed') ticker.changed(event.topics);
    },
    checkOutput: !app.isPackaged,
  });
  ipcMain.handle('call', (event, method: unknown, input: unknown, task: unknown) => {
    const ours = windows().map(({ webContents }) => webContents);
    if (!isOurs(event, ours)) {
      log.warn('call refused', { reason: 'sender' });
      return { ok: false, code: 'invalid_input', details: { sender: 'unknown' } };
    }
    return server.call(String(method), input, typeof task === 'string' ? task : undefined);
  });

  context.desk.applySettings(settings.settings);
  guardSession(pages, {
    pagesFolder: join(__dirname, '../renderer'),
    log,
    fileAt: (url) => respondWithFile(journal.state.state === 'open' ? journal.database : null, url),
  });
  app.on('web-contents-created', (_event, contents) => guardContents(contents, log));
  /** Text that is nowhere but on the screen keeps the app from ending, until its user has decided about it. */
  const holdsText = (): boolean => {
    if (isEnding || !wouldLoseText(context)) return false;
    isQuitting = false;
    quickCapture.goOn(settings.settings);
    holdLeaving(context);
    return true;
  };
  const show = (): void => {
    if (window === undefined) {
      // A computer that is shut down does not wait; what was written is backed up after the next start.
      const beforeClosing = async (): Promise<boolean> => {
        if (isEnding) return true;
        // What the page gave to be kept waits for the journal, and is kept before anything else.
        while (journal.busy !== null) await journal.busy;
        if (holdsText()) return false;
        await automatic.beforeClosing();
        return true;
      };
      window = openWindow({ session: pages, settings, log, beforeClosing });
      window.on('closed', () => {
        window = undefined;
        // On macOS, and with an icon in the tray, the app goes on without a window, unless it was the app that was to
        // end. The small window waits out of sight; alone it keeps nothing open.
        if (isQuitting || (process.platform !== 'darwin' && !hasTray())) app.quit();
      });
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  };
  const perform = (id: ActionId): void => {
    if (id === 'quick-capture' && quickCapture.open()) return;
    show();
    window?.webContents.send('event', { kind: 'action', action: id } satisfies MainEvent);
  };
  /** What a desktop's menu of the app, or the command line, asks for. */
  const performFrom = (commandLine: readonly string[]): void => {
    const action = commandLine.includes('--quick-capture') ? 'quick-capture' : argumentOf('action', commandLine);
    if (action !== undefined && isActionId(action)) perform(action);
    else show();
  };
  show();
  // While the window's own process starts; what its page asks waits until this is done.
  completeRestore(paths, log);
  journal.openUnlessOlder(settings.journal);
  setMenu(perform);
  setTasks(perform);

  // It reads the whole file, so it waits until the start is over.
  setTimeout(() => void checkForDamage(context), 60_000);
  const stopEmptyingBin = startEmptyingBin(context);

  app.on('second-instance', (_event, commandLine) => performFrom(commandLine));
  app.on('activate', show);
  app.on('before-quit', (event) => {
    const isFirst = !isQuitting;
    isQuitting = true;
    if (!isFirst) return;
    const isThere = quickCapture.window() !== undefined;
    // From now on none is warmed either: a window that opened while the app ends would keep it from ending.
    const ended = quickCapture.end(() => !holdsText());
    if (!isThere) return;
    // The small window is kept first; the app's own window keeps its text when it closes.
    event.preventDefault();
    void ended.then((hasEnded) => (hasEnded ? app.quit() : show()));
  });
  app.on('window-all-closed', () => {
    if (isQuitting || (process.platform !== 'darwin' && !hasTray())) app.quit();
  });
  powerMonitor.on('suspend', () => {
    for (const each of windows()) void flush(each);
  });
  window?.webContents.once('did-finish-load', () => {
    // The first look waits until the page is there: nothing that can wait stands before it.
    ticker.start();
    meetings.start();
    automatic.start();
    performFrom(process.argv);
    setTimeout(() => quickCapture.warm(), WARM_AFTER_MS);
  });
  const check = (): void => {
    ticker.check();
    void meetings.check();
  };
  powerMonitor.on('resume', check);
  powerMonitor.on('unlock-screen', check);
  app.on('browser-window-focus', () => void meetings.check());
  const end = (): void => {
    isEnding = true;
    app.quit();
  };
  powerMonitor.on('shutdown', end);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, end);
  app.on('will-quit', () => {
    automatic.stop();
    ticker.stop();
    meetings.stop();
    stopEmptyingBin();
    journal.close();
  });
}

/** Whether files can be made in a folder, which is made when it is not there. */
function isWritable(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
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
