import type { Settings } from '../shared/settings/settings.ts';

/** Whether the combination of keys and the icon that the settings ask for are there. */
export interface QuickCaptureReach {
  readonly shortcut: 'off' | 'held' | 'taken';
  readonly isLimited: boolean;
  readonly tray: 'off' | 'shown' | 'failed';
}

export interface Notice {
  readonly title: string;
  readonly body: string;
  readonly actions?: readonly { readonly label: string; readonly act: () => void }[];
}

export interface Abilities {
  /** False when it is known that the system shows no notifications of the app. */
  readonly notifications: boolean;
  readonly notificationActions: boolean;
  readonly startAtLogin: boolean;
}

/** The operating system as handlers see it; what implements it is chosen where the app is composed. */
export interface Desk {
  /** Opens the file manager at a file. */
  showInFolder(path: string): void;
  /** Asks where to save; null when the user changed their mind. `extension` is without the dot. */
  chooseSavePath(options: {
    readonly title: string;
    readonly name: string;
    readonly extension: string;
  }): Promise<string | null>;
  /** Asks for a file that exists; null when the user changed their mind. */
  chooseFile(options: { readonly title: string; readonly extension: string }): Promise<string | null>;
  /** Asks for a folder; null when the user changed their mind. */
  chooseFolder(options: { readonly title: string }): Promise<string | null>;
  /** Opens the system's print dialog for the page in the window; false when the user changed their mind. */
  print(): Promise<boolean>;
  /** The page in the window as a tagged PDF, A4 or Letter by the user's locale. */
  printToPdf(): Promise<Uint8Array>;
  /**
   * One notification; does nothing where the system has none. `onClick` brings the user to what it is about. Actions are
   * buttons in it, where the system has those.
   */
  notify(message: Notice, onClick: () => void): void;
  /** Shows a number on the icon of the app, where the system can; 0 shows none. */
  showCount(count: number): void;
  /** What the system is known to do. */
  abilities(): Abilities;
  /** Asks whether to open a link outside, showing its host; opens it when agreed. */
  openLink(url: string): Promise<void>;
  /** Puts text on the clipboard. */
  copyText(text: string): void;
  /** Writes a file whole or not at all. */
  writeFile(path: string, content: Uint8Array): Promise<void>;
  /** Shows the small window for quick capture. False where there is none. */
  openQuickCapture(): boolean;
  /** Puts the small window away. False when it is not in sight. */
  hideQuickCapture(): boolean;
  /** How the small window can be reached from outside of the app. */
  quickCaptureReach(): QuickCaptureReach;
  /** What the system's own parts of the app (dialogs, the window's frame) should look like. */
  applySettings(settings: Settings): void;
  /** Ends the app and starts it anew. */
  relaunch(): void;
  quit(): void;
}
