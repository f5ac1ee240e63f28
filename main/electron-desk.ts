import { open, rename, rm } from 'node:fs/promises';
import { app, type BrowserWindow, dialog, Notification, nativeTheme, shell } from 'electron';
import type { Desk } from './desk.ts';

/** Countries that print on Letter rather than A4. */
const LETTER = new Set(['US', 'CA', 'MX', 'PH', 'CL', 'CO', 'VE', 'GT', 'CR', 'PR']);

/** The operating system by way of Electron. `window` is asked for at each use: it may have been closed and opened. */
export function electronDesk(window: () => BrowserWindow | undefined, relaunch: () => void): Desk {
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
    notify({ title, body }, onClick) {
      if (!Notification.isSupported()) return;
      const notification = new Notification({ title, body });
      notification.on('click', onClick);
      notification.show();
    },
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
    applySettings({ theme }) {
      nativeTheme.themeSource = theme;
    },
    relaunch,
    quit: () => app.quit(),
  };
}
