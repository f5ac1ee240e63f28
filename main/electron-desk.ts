import { open, rename, rm } from 'node:fs/promises';
import { app, type BrowserWindow, clipboard, dialog, Notification, nativeTheme, shell } from 'electron';
import type { Desk } from './desk.ts';
import type { QuickCapture } from './quick-capture-window.ts';

/** Countries that print on Letter rather than A4. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PR']);

/** More than so many notifications are not waited for. */
const WAITED_FOR = 50;

/** The operating system by way of Electron. `window` is asked for at each use: it may have been closed and opened. */
export function electronDesk({
  window,
  quickCapture,
  relaunch,
  abilitiesChanged,
}: {
  readonly window: () => BrowserWindow | undefined;
  readonly quickCapture: QuickCapture;
  /** The system began to refuse notifications, or shows them again. */
  readonly abilitiesChanged: () => void;
  readonly relaunch: () => void;
}): Desk {
  // On other desktops Electron shows a notification without its buttons.
  const hasActions = process.platform === 'darwin' || process.platform === 'win32';
  const hasBadge = process.platform === 'darwin' || process.platform === 'linux';
  // A system registers the program that is installed; one that is built or run from its source is not.
  const canStartAtLogin = app.isPackaged && (process.platform === 'darwin' || process.platform === 'win32');
  /** The system took the last notification and did not show it. */
  let wasRefused = false;
  // Electron forgets a notification that nobody holds, and a click on it, or one of its buttons, does nothing then.
  const waitedFor = new Set<Notification>();

  function setRefused(isRefused: boolean): void {
    if (wasRefused === isRefused) return;
    wasRefused = isRefused;
    abilitiesChanged();
  }

  function startAtLogin(isWanted: boolean): void {
    if (canStartAtLogin && app.getLoginItemSettings().openAtLogin !== isWanted)
      app.setLoginItemSettings({ openAtLogin: isWanted });
  }

  function shown(): BrowserWindow {
    const present = window();
    if (present === undefined) throw new Error('There is no window.');
    return present;
  }
  return {
    showInFolder: (path) => shell.showItemInFolder(path),
    async chooseSavePath({ title, name, extension }) {
      const { canceled, filePath } = await dialog.showSaveDialog(shown(), {
        title,
        defaultPath: name,
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return canceled || filePath === '' ? null : filePath;
    },
    async chooseFile({ title, extension }) {
      const { canceled, filePaths } = await dialog.showOpenDialog(shown(), {
        title,
        properties: ['openFile'],
        filters: [{ name: extension.toUpperCase(), extensions: [extension] }],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    async chooseFolder({ title }) {
      const { canceled, filePaths } = await dialog.showOpenDialog(shown(), {
        title,
        properties: ['openDirectory', 'createDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
    print: () =>
      new Promise((resolve) => {
        shown().webContents.print({ printBackground: true }, (done) => resolve(done));
      }),
    printToPdf: () =>
      shown().webContents.printToPDF({
        pageSize: LETTER.has(app.getLocaleCountryCode()) ? 'Letter' : 'A4',
        printBackground: true,
        generateTaggedPDF: true,
      }),
    notify({ title, body, actions = [] }, onClick) {
      if (!Notification.isSupported()) return;
      const buttons = hasActions ? actions : [];
      const notification = new Notification({
        title,
        body,
        actions: buttons.map(({ label }) => ({ type: 'button', text: label })),
      });
      notification.on('click', onClick);
      notification.on('action', (_event, index) => buttons[index]?.act());
      notification.on('show', () => setRefused(false));
      notification.on('failed', () => {
        waitedFor.delete(notification);
        setRefused(true);
      });
      notification.on('close', () => waitedFor.delete(notification));
      waitedFor.add(notification);
      const [oldest] = waitedFor;
      if (oldest !== undefined && waitedFor.size > WAITED_FOR) waitedFor.delete(oldest);
      notification.show();
    },
    showCount(count) {
      if (hasBadge) app.setBadgeCount(count);
    },
    abilities: () => ({
      notifications: Notification.isSupported() && !wasRefused,
      notificationActions: hasActions,
      startAtLogin: canStartAtLogin,
    }),
    async openLink(url) {
      const { protocol, host, pathname } = new URL(url);
      if (protocol !== 'https:' && protocol !== 'mailto:') return;
      const { response } = await dialog.showMessageBox(shown(), {
        type: 'question',
        message: protocol === 'mailto:' ? `Write to ${pathname}?` : `Open ${host} in the browser?`,
        detail: 'Rapport itself makes no connection.',
        buttons: ['Open', 'Cancel'],
        defaultId: 1,
        cancelId: 1,
      });
      if (response === 0) await shell.openExternal(url);
    },
    copyText: (text) => clipboard.writeText(text),
    async writeFile(path, content) {
      const temporary = `${path}.part`;
      const file = await open(temporary, 'w', 0o600);
      try {
        await file.writeFile(content);
        await file.sync();
        await file.close();
        await rename(temporary, path);
      } catch (error) {
        await file.close().catch(() => undefined);
        await rm(temporary, { force: true });
        throw error;
      }
    },
    openQuickCapture: () => quickCapture.open(),
    hideQuickCapture: () => quickCapture.hide(),
    quickCaptureReach: () => quickCapture.reach(),
    applySettings(settings) {
      nativeTheme.themeSource = settings.theme;
      startAtLogin(settings.startAtLogin);
      quickCapture.applySettings(settings);
    },
    relaunch,
    quit: () => app.quit(),
  };
}
