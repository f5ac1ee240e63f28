import { join } from 'node:path';
import { app, Menu, nativeImage, Tray } from 'electron';
import type { QuickCaptureReach } from './desk.ts';
import type { Log } from './log.ts';

let tray: Tray | undefined;

/** True while the icon keeps the app running without a window. */
export function hasTray(): boolean {
  return tray !== undefined;
}

/** Shows the app's icon in the tray or takes it away. A desktop without a place for it is said so. */
export function setTray(
  wanted: boolean,
  { capture, showApp, log }: { readonly capture: () => void; readonly showApp: () => void; readonly log: Log },
): QuickCaptureReach['tray'] {
  if (!wanted) {
    tray?.destroy();
    tray = undefined;
    return 'off';
  }
  if (tray !== undefined) return 'shown';
  try {
    const image = nativeImage.createFromPath(join(app.getAppPath(), 'build', 'icons', '32x32.png'));
    if (image.isEmpty()) throw new Error('The icon is missing.');
    tray = new Tray(process.platform === 'darwin' ? image.resize({ width: 18, height: 18 }) : image);
    tray.setToolTip('Rapport');
    tray.setContextMenu(
      Menu.buildFromTemplate([
        { label: 'Quick capture', click: capture },
        { label: 'Open Rapport', click: showApp },
        { type: 'separator' },
        { role: 'quit', label: 'Quit' },
      ]),
    );
    tray.on('click', showApp);
    return 'shown';
  } catch (error) {
    log.warn('no tray', { message: error instanceof Error ? error.name : 'unknown' });
    return 'failed';
  }
}
