import type { Settings } from '../shared/settings/settings.ts';

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
  /** Opens the system's print dialog for the page in the window; false when the user changed their mind. */
  print(): Promise<boolean>;
  /** The page in the window as a tagged PDF, A4 or Letter by the user's locale. */
  printToPdf(): Promise<Uint8Array>;
  /** One notification; does nothing where the system has none. `onClick` brings the user to what it is about. */
  notify(message: { readonly title: string; readonly body: string }, onClick: () => void): void;
  /** Asks whether to open a link outside, showing its host; opens it when agreed. */
  openLink(url: string): Promise<void>;
  /** Writes a file whole or not at all. */
  writeFile(path: string, content: Uint8Array): Promise<void>;
  /** What the system's own parts of the app (dialogs, the window's frame) should look like. */
  applySettings(settings: Settings): void;
  /** Ends the app and starts it anew. */
  relaunch(): void;
  quit(): void;
}
