import { join } from 'node:path';
import {
  app,
  BrowserWindow,
  type BrowserWindowConstructorOptions,
  ipcMain,
  nativeTheme,
  type Session,
  screen,
} from 'electron';
import { ORIGIN } from './assets.ts';
import type { Log } from './log.ts';
import type { SettingsFile } from './settings/settings-file.ts';

/** The drawing size of the pages, and the smallest that they are composed for. */
const SIZE = { width: 1280, height: 800 } as const;
const SMALLEST = { width: 640, height: 480 } as const;
/** How long the page may take to keep what is being typed before the window closes anyway, in milliseconds. */
const FLUSH_LIMIT = 4000;

/** Asks a window's page to keep everything; resolves when it has, or after four seconds. */
export function flush(window: BrowserWindow): Promise<void> {
  return new Promise((resolve) => {
    if (window.isDestroyed() || window.webContents.isCrashed() || window.webContents.isLoadingMainFrame()) {
      resolve();
      return;
    }
    const done = (event?: { readonly sender: unknown }): void => {
      if (event !== undefined && event.sender !== window.webContents) return;
      clearTimeout(timer);
      ipcMain.off('flushed', done);
      resolve();
    };
    const timer = setTimeout(done, FLUSH_LIMIT);
    ipcMain.on('flushed', done);
    window.webContents.send('flush');
  });
}

/** A window of the app: one page of ours, in the sandbox, out of sight until it is shown. A page that ends is read anew. */
export function createPageWindow(options: {
  readonly session: Session;
  readonly log: Log;
  /** The page to begin with: `#/quick-capture`; empty for Today. */
  readonly hash: string;
  readonly bounds: BrowserWindowConstructorOptions;
  readonly more?: BrowserWindowConstructorOptions;
}): BrowserWindow {
  const { log } = options;
  const window = new BrowserWindow({
    ...options.bounds,
    show: false,
    title: 'Rapport',
    autoHideMenuBar: true,
    // The desk's colour, so that nothing flashes before the first paint.
    backgroundColor: nativeTheme.shouldUseDarkColors ? '#171411' : '#f3f0ea',
    ...options.more,
    webPreferences: {
      preload: join(__dirname, '../preload/preload.cjs'),
      session: options.session,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: process.platform === 'darwin',
      devTools: !app.isPackaged,
    },
  });
  window.webContents.on('render-process-gone', (_event, { reason, exitCode }) => {
    log.error('page ended', { reason, exitCode });
    // What was typed is in the journal, at most 300 ms old; the page takes it up again. A system that is short of memory
    // ends a page as well.
    if (reason !== 'clean-exit' && !window.isDestroyed()) window.webContents.reload();
  });
  void window.loadURL(`${ORIGIN}/index.html${options.hash}`);
  return window;
}

/** Opens the app's window, where it was when it was last closed. It closes only after the page has kept everything. */
export function openWindow(options: {
  readonly session: Session;
  readonly settings: SettingsFile;
  readonly log: Log;
  /**
   * What is done, after the page has kept everything, while the window is still there; it must not take long. False when
   * the window must stay, because text would be lost with it.
   */
  readonly beforeClosing: () => Promise<boolean>;
}): BrowserWindow {
  const { settings } = options;
  const remembered = settings.window;
  const window = createPageWindow({
    session: options.session,
    log: options.log,
    hash: '',
    bounds: {
      ...SIZE,
      ...(remembered === null ? {} : { width: remembered.width, height: remembered.height }),
      ...visiblePosition(remembered),
      minWidth: SMALLEST.width,
      minHeight: SMALLEST.height,
    },
  });
  if (remembered?.maximized === true) window.maximize();
  window.once('ready-to-show', () => window.show());

  let state: 'open' | 'closing' | 'kept' = 'open';
  const keep = async (): Promise<boolean> => {
    await flush(window);
    // Without a page nobody could see what is waited for.
    if (window.isDestroyed() || window.webContents.isCrashed()) return true;
    return options.beforeClosing();
  };
  window.on('close', (event) => {
    rememberBounds(window, settings);
    if (state === 'kept') return;
    event.preventDefault();
    if (state === 'closing') return;
    state = 'closing';
    const end = (mayClose: boolean): void => {
      state = mayClose ? 'kept' : 'open';
      if (mayClose && !window.isDestroyed()) window.close();
    };
    keep().then(end, () => end(true));
  });
  return window;
}

function rememberBounds(window: BrowserWindow, settings: SettingsFile): void {
  const { x, y, width, height } = window.getNormalBounds();
  settings.change({ window: { x, y, width, height, maximized: window.isMaximized() } });
}

/** The remembered position, unless the screen it was on is gone. */
function visiblePosition(bounds: SettingsFile['window']): { x?: number; y?: number } {
  if (bounds === null || bounds.x === null || bounds.y === null) return {};
  const { x, y, width } = bounds;
  const visible = screen.getAllDisplays().some(({ workArea: area }) => {
    const overlap = Math.min(x + width, area.x + area.width) - Math.max(x, area.x);
    return overlap > 100 && y >= area.y && y < area.y + area.height - 40;
  });
  return visible ? { x, y } : {};
}
