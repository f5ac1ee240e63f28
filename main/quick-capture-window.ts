import { type BrowserWindow, globalShortcut, type Session, screen } from 'electron';
import type { Settings } from '../shared/settings/settings.ts';
import type { QuickCaptureReach } from './desk.ts';
import type { Log } from './log.ts';
import { setTray } from './tray.ts';
import { createPageWindow, flush } from './window.ts';

const SIZE = { width: 600, height: 720 } as const;
const SMALLEST = { width: 420, height: 360 } as const;

/** The small window over everything else. It is made once and waits out of sight. */
export interface QuickCapture {
  /** The window, also while it waits. */
  window(): BrowserWindow | undefined;
  /** Makes the window, out of sight, so that opening it later takes no time. */
  warm(): void;
  /** False when it cannot be shown, because no journal is open. */
  open(): boolean;
  hide(): boolean;
  /** Makes the global shortcut and the icon as the settings want them. */
  applySettings(settings: Settings): void;
  reach(): QuickCaptureReach;
  /** Keeps what is typed and closes the window for good, if that may be then. False when it may not. */
  end(mayClose: () => boolean): Promise<boolean>;
  /** The app did not end after all. */
  goOn(settings: Settings): void;
}

/** The quick capture of the app, before its window is made. */
export function createQuickCapture(options: {
  readonly session: Session;
  readonly log: Log;
  /** A journal is open that could be written into. */
  readonly isReady: () => boolean;
  /** Shows the app's window, for the icon and where quick capture cannot be shown. */
  readonly showApp: () => void;
}): QuickCapture {
  const { log, isReady, showApp } = options;
  let window: BrowserWindow | undefined;
  let isEnding = false;
  let shortcut: QuickCaptureReach['shortcut'] = 'off';
  let held: string | null = null;
  let tray: QuickCaptureReach['tray'] = 'off';

  function warm(): void {
    if (window !== undefined || isEnding) return;
    window = createPageWindow({
      session: options.session,
      log,
      hash: '#/quick-capture',
      bounds: { ...SIZE, minWidth: SMALLEST.width, minHeight: SMALLEST.height },
      more: { title: 'Quick capture', alwaysOnTop: true, skipTaskbar: true, fullscreenable: false, maximizable: false },
    });
    // The page says its own title otherwise.
    window.on('page-title-updated', (event) => event.preventDefault());
    window.on('close', (event) => {
      if (isEnding) return;
      event.preventDefault();
      quickCapture.hide();
    });
    window.on('closed', () => {
      window = undefined;
    });
  }

  function holdShortcut(wanted: string | null): void {
    if (wanted === held && shortcut !== 'taken') return;
    if (held !== null) globalShortcut.unregister(held);
    held = null;
    shortcut = 'off';
    if (wanted === null) return;
    const isHeld = globalShortcut.register(wanted, () => {
      if (!quickCapture.open()) showApp();
    });
    if (isHeld) held = wanted;
    shortcut = isHeld ? 'held' : 'taken';
  }

  const quickCapture: QuickCapture = {
    window: () => window,
    warm,
    open() {
      if (!isReady() || isEnding) return false;
      warm();
      if (window === undefined) return false;
      if (!window.isVisible()) {
        const { workArea } = screen.getDisplayNearestPoint(screen.getCursorScreenPoint());
        const { width } = window.getBounds();
        window.setPosition(
          Math.round(workArea.x + (workArea.width - width) / 2),
          Math.round(workArea.y + Math.min(120, workArea.height / 10)),
        );
      }
      window.show();
      window.focus();
      return true;
    },
    hide() {
      if (window === undefined || !window.isVisible()) return false;
      void flush(window);
      window.hide();
      return true;
    },
    applySettings(settings) {
      holdShortcut(settings.captureShortcut);
      tray = setTray(settings.tray, {
        capture: () => {
          if (!quickCapture.open()) showApp();
        },
        showApp,
        log,
      });
    },
    reach: () => ({ shortcut, isLimited: isWayland(), tray }),
    async end(mayClose) {
      isEnding = true;
      if (window !== undefined) {
        await flush(window);
        if (!mayClose()) {
          isEnding = false;
          return false;
        }
      }
      globalShortcut.unregisterAll();
      held = null;
      if (window !== undefined && !window.isDestroyed()) window.destroy();
      return true;
    },
    goOn(settings) {
      isEnding = false;
      holdShortcut(settings.captureShortcut);
    },
  };
  return quickCapture;
}

/** There the desktop alone decides which programs hear a combination of keys. */
function isWayland(): boolean {
  const { XDG_SESSION_TYPE: kind, WAYLAND_DISPLAY: display } = process.env;
  return process.platform === 'linux' && (kind === 'wayland' || (kind !== 'x11' && display !== undefined));
}
