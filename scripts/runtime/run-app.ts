import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import type { Display } from './display.ts';
import type { Runtime } from './prepare.ts';

/** The app while it runs. */
export type RunningApp = {
  /** Asks it to save and close, as closing its last window does. */
  close(): void;
  /** Its exit code, once it has ended; 0 if it was asked to. */
  readonly ended: Promise<number>;
};

/** Starts the built app in `folder`, writing to this terminal. Without `data` it keeps its data where it does by itself. */
export function runApp(
  runtime: Runtime,
  folder: string,
  display: Display | null,
  data: string | null,
  words: readonly string[],
): RunningApp {
  // Chromium's own complaints about a machine without a graphics card or a system bus are kept back; the app's log is not.
  const electron = spawn(runtime.executable, ['--log-level=3', folder, ...absolutePaths(words)], {
    env: { ...process.env, ...display?.env, ...(data && { RAPPORT_DATA_DIR: data }) },
    stdio: ['ignore', 'inherit', 'inherit'],
    // A Ctrl+C reaches every process of this group. A second signal would end Electron before it has saved, so it gets only ours.
    detached: process.platform !== 'win32',
  });
  let isAsked = false;
  const ended = new Promise<number>((settle) => {
    electron.once('error', () => settle(1));
    electron.once('exit', (code) => settle(isAsked ? 0 : (code ?? 1)));
  });
  return {
    ended,
    close() {
      isAsked = true;
      electron.kill('SIGTERM');
    },
  };
}

/**
 * Calls `close` when this process is to end: at a signal, or when whoever started it is gone, for npm passes no signal on to what
 * it runs.
 */
export function whenToClose(close: () => void): void {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
  const starter = process.ppid;
  const second = 1000;
  const watch = setInterval(() => {
    if (process.ppid === starter) return;
    clearInterval(watch);
    close();
  }, second);
  watch.unref();
}

/** A path as it was meant where the command was typed; npm starts every script in the repository. */
export function typedPath(path: string): string {
  return resolve(process.env.INIT_CWD ?? '.', path);
}

function absolutePaths(words: readonly string[]): string[] {
  return words.map((word, index) => (words[index - 1] === '--journal' ? typedPath(word) : word));
}
