import { cp, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { appFolder, buildIfNeeded } from '../runtime/app.ts';
import { run } from '../runtime/command.ts';
import { displayPackages, requirePackages } from '../runtime/debian.ts';
import { openDisplay } from '../runtime/display.ts';
import { prepareRuntime } from '../runtime/prepare.ts';
import { workingCopy } from './journal.ts';

/** A window that shows its page and can be used. */
export interface OpenWindow {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Milliseconds from the start of its process to the paint of what there is to see first. */
  readonly started: number;
  close(): Promise<void>;
}

/** Opens our window on the big journal, and a bare one, as often as wanted and always in the same way. */
export interface Windows {
  ours(): Promise<OpenWindow>;
  bare(): Promise<OpenWindow>;
  close(): Promise<void>;
}

/** `prepare` may change the copy of the journal before anything opens it. */
export async function prepareWindows(prepare: (folder: string) => void = () => undefined): Promise<Windows> {
  await buildIfNeeded();
  const runtime = await prepareRuntime();
  if (process.platform === 'linux') await requirePackages(displayPackages);
  const display = process.platform === 'linux' ? await openDisplay(runtime.user) : null;
  const folder = await appFolder(runtime);
  const copy = await workingCopy();
  prepare(copy.folder);
  const bareFolder = await mkdtemp(join(copy.folder, 'bare-'));
  await cp(join(import.meta.dirname, 'bare'), bareFolder, { recursive: true });
  const { user } = runtime;
  if (user !== null) await run('chown', ['-R', `${user.userId}:${user.groupId}`, copy.folder]);

  async function open(app: string, data: string): Promise<OpenWindow> {
    const start = performance.timeOrigin + performance.now();
    const electron = await _electron.launch({
      executablePath: runtime.executable,
      args: ['--log-level=3', app],
      env: { ...environment(), ...display?.env, RAPPORT_DATA_DIR: data },
      // Without this, Playwright switches the sandbox off.
      chromiumSandbox: true,
    });
    const page = await electron.firstWindow();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
    const started = (await page.evaluate(firstSight)) - start;
    return { app: electron, page, started, close: () => electron.close() };
  }

  return {
    ours: () => open(folder, copy.folder),
    bare: () => open(bareFolder, bareFolder),
    async close() {
      await display?.stop();
      await copy.remove();
      await rm(bareFolder, { recursive: true, force: true });
    },
  };
}

/**
 * Runs in the page. When the largest thing in sight was painted, in milliseconds since 1970: the page itself wrote it down,
 * whenever it is asked. A page still drawing is waited for.
 */
async function firstSight(): Promise<number> {
  const quietMs = 700;
  return await new Promise((done) => {
    let last = 0;
    let quiet: ReturnType<typeof setTimeout> | undefined;
    const observer = new PerformanceObserver((list) => {
      last = list.getEntries().at(-1)?.startTime ?? last;
      clearTimeout(quiet);
      quiet = setTimeout(() => {
        observer.disconnect();
        done(performance.timeOrigin + last);
      }, quietMs);
    });
    observer.observe({ type: 'largest-contentful-paint', buffered: true });
  });
}

function environment(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
