import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, errors, type Page } from 'playwright-core';
import { inject } from 'vitest';
import { run } from '../../../scripts/runtime/command.ts';
import { giveFolder } from '../../../scripts/runtime/ordinary-user.ts';
import type { TravellingComputer } from '../../../scripts/torture/travelling-computer.ts';

type Options = {
  /** The folder of the app's data, from `newDataFolder()`. Without one the app gets a new one, removed when it was closed. */
  readonly dataDir?: string;
  /** Arguments of the app itself, such as `--journal`. */
  readonly args?: readonly string[];
  /** Added to the app's environment; what is undefined is taken out of it. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** What the app runs on, where that is not this machine as it is. */
  readonly computer?: TravellingComputer;
};

/** The app, started as a user starts it. */
export type StartedApp = {
  readonly app: ElectronApplication;
  readonly dataDir: string;
  /** All that the app has written to its terminal so far. */
  output(): string;
  /** Quits as a user does, so that the app saves and closes. */
  close(): Promise<void>;
  /** Ends every process of the app at once, as a power cut does. */
  kill(): Promise<void>;
};

/** Starts the app and returns at once, for starts that open no window or more than one. */
export async function startElectron(options: Options = {}): Promise<StartedApp> {
  const { runtime, app: folder, env } = inject('start');
  const dataDir = options.dataDir ?? (await newDataFolder());
  const removeData = async () => {
    if (!options.dataDir) await rm(dataDir, { recursive: true, force: true });
  };
  const app = await launch({
    executablePath: options.computer?.starter(runtime.executable) ?? runtime.executable,
    args: ['--log-level=3', folder, ...(options.args ?? [])],
    env: defined({ ...process.env, ...env, ...options.env, RAPPORT_DATA_DIR: dataDir }),
    // Without this, Playwright switches the sandbox off.
    chromiumSandbox: true,
  });
  const written: string[] = [];
  const child = app.process();
  child.stdout?.on('data', (text) => written.push(String(text)));
  child.stderr?.on('data', (text) => written.push(String(text)));
  return {
    app,
    dataDir,
    output: () => written.join(''),
    async close() {
      await app.close();
      await removeData();
    },
    async kill() {
      if (child.exitCode === null && child.signalCode === null) {
        const ended = new Promise((resolve) => child.once('exit', resolve));
        child.kill('SIGKILL');
        await ended;
      }
      await removeData();
    },
  };
}

const LAUNCH_MS = 40_000;
const LAUNCHES = 3;

/**
 * The app waits for Playwright before it runs a line of its own, and once in some hundred starts the two never meet. Such
 * a start says nothing about the app, and is made again; one in which the app itself does not start fails every time.
 */
async function launch(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  for (let left = LAUNCHES - 1; ; left -= 1) {
    try {
      return await _electron.launch({ ...options, timeout: LAUNCH_MS });
    } catch (error) {
      if (left === 0 || !(error instanceof errors.TimeoutError)) throw error;
    }
  }
}

/** Starts the app and waits until its first window has loaded its page. */
export async function launchElectron(options: Options = {}): Promise<StartedApp & { readonly page: Page }> {
  const started = await startElectron(options);
  try {
    const page = await started.app.firstWindow();
    await page.waitForLoadState('load');
    return { ...started, page };
  } catch (error) {
    await started.kill();
    throw error;
  }
}

/**
 * The same on an empty journal of its own: the first time it is made. From then on `complaints` has what the page says of
 * faults.
 */
export async function startOnEmpty(
  options: Options = {},
): Promise<StartedApp & { readonly page: Page; readonly complaints: readonly string[] }> {
  const started = await launchElectron(options);
  const complaints: string[] = [];
  started.page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  started.page.on('pageerror', (error) => complaints.push(error.message));
  const begin = started.page.getByRole('button', { name: 'Start empty' });
  const today = started.page.getByRole('heading', { level: 1, name: 'Today', exact: true });
  await begin.or(today).first().waitFor();
  if (await begin.isVisible()) await begin.press('Enter');
  await today.waitFor();
  return { ...started, complaints };
}

/**
 * All that the page of a window shows and holds, '' while there is none. The app itself is asked: of a page that ended
 * Playwright knows nothing any more, even when it is there again.
 */
export function shownInWindow(app: ElectronApplication, { hash }: { readonly hash: string }): Promise<string> {
  return app.evaluate(async ({ BrowserWindow }, wanted) => {
    const contents = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().includes(wanted),
    )?.webContents;
    if (contents === undefined || contents.isCrashed() || contents.isLoading()) return '';
    const read =
      '[document.body, ...document.querySelectorAll("input, textarea")].map((each) => each.value ?? each.innerText)';
    // A page that is just ending never answers.
    const never = new Promise<string>((resolve) => setTimeout(() => resolve(''), 1000));
    return String(await Promise.race([contents.executeJavaScript(`${read}.join(" ")`).catch(() => ''), never]));
  }, hash);
}

/** A new, empty folder that the app may write to, whoever runs the tests. The test removes it. */
export async function newDataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-data-'));
  await giveFolder(inject('start').runtime.user, folder);
  return folder;
}

/** Makes files that a test has put into a data folder the app's own. */
export async function giveToApp(path: string): Promise<void> {
  const { user } = inject('start').runtime;
  if (user) await run('chown', ['-R', `${user.userId}:${user.groupId}`, path]);
}

function defined(variables: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(variables).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
