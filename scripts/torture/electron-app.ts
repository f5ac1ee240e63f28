import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright-core';
import { type Bridge, type Envelope, valueIn } from '../../shared/ipc.ts';
import { appFolder, buildIfNeeded } from '../runtime/app.ts';
import { displayPackages, faultPackages, requirePackages } from '../runtime/debian.ts';
import { openDisplay } from '../runtime/display.ts';
import { giveFolder, launcher } from '../runtime/ordinary-user.ts';
import { prepareRuntime } from '../runtime/prepare.ts';
import { fakedClockLibrary, setClock } from './clock-process.ts';
import { Desktop } from './desktop.ts';
import type { Answer, Order } from './reminder-process.ts';
import type { OpenHost, ReminderHost } from './reminders.ts';
import { TravellingComputer } from './travelling-computer.ts';

/** A busy machine may take long to start it. */
const LAUNCH_MS = 60_000;
/**
 * The library that lies about the time now and then breaks a program of many threads while that starts, and then mostly
 * several times one after the other.
 */
const LAUNCHES = 6;
const PAUSE_MS = 1500;
/** Between setting the clock and asking for it the first time no more passes. */
const SET_WITHIN_MS = 5000;

/** Where the app itself can be started with a clock that lies. */
export interface ElectronStage {
  readonly open: OpenHost;
  close(): Promise<void>;
}

/** Makes this machine ready to start the app itself; undefined where there is nothing to lie about the time with. */
export async function prepareElectron(folder: string): Promise<ElectronStage | undefined> {
  if (process.platform !== 'linux') return undefined;
  await buildIfNeeded();
  const runtime = await prepareRuntime();
  await requirePackages([...displayPackages, ...faultPackages]);
  const library = fakedClockLibrary();
  if (library === undefined) return undefined;
  const executable = await launcher(
    runtime.user,
    `faked-electron-${runtime.version}`,
    fakedStarter(folder, library, join(runtime.electronDist, 'electron')),
  );
  const app = await appFolder(runtime);
  // The app's user has to find its data in it.
  chmodSync(folder, 0o711);
  const display = await openDisplay(runtime.user);
  const desktop = await Desktop.open();
  /** Starts the app until its page is there. */
  const launch = async (
    executablePath: string,
    env: Record<string, string>,
    left = LAUNCHES,
  ): Promise<readonly [ElectronApplication, Page]> => {
    let electron: ElectronApplication | undefined;
    try {
      electron = await _electron.launch({
        executablePath,
        args: ['--log-level=3', app],
        env: { ...environment(), ...display.env, ...desktop.env, ...env },
        // Without this, Playwright switches the sandbox off.
        chromiumSandbox: true,
        timeout: LAUNCH_MS,
      });
      const page = await electron.firstWindow();
      await page.waitForLoadState('load');
      return [electron, page];
    } catch (error) {
      electron?.process().kill('SIGKILL');
      if (left === 1) throw error;
      await wait(PAUSE_MS);
      return await launch(executablePath, env, left - 1);
    }
  };
  return {
    async open(dataDir, zone, at) {
      await giveFolder(runtime.user, dataDir);
      const clockFile = `${dataDir}.clock`;
      setClock(clockFile, at);
      const computer = await TravellingComputer.make(`${dataDir}.computer`, zone);
      const [electron, page] = await launch(computer?.starter(executable) ?? executable, {
        RAPPORT_DATA_DIR: dataDir,
        FAKETIME_TIMESTAMP_FILE: clockFile,
        // Read anew with each second: with each question it would cost more than all the rest.
        FAKETIME_CACHE_DURATION: '0',
        // Timers keep the pace of this machine: only what time it is is a lie.
        DONT_FAKE_MONOTONIC: '1',
        // Where no computer can travel, the zone is said to the app alone.
        ...(computer === undefined ? { TZ: zone } : {}),
      });
      const host = new ElectronHost(electron, page, desktop, clockFile, computer, zone);
      await host.begin();
      return host;
    },
    async close() {
      await desktop.close();
      await display.stop();
    },
  };
}

/**
 * A file that starts Electron with the library; whoever starts it as another user must not have loaded it before. It is the
 * main process that keeps the time: an open file is not handed on to its children, which would wait in circles with it.
 */
function fakedStarter(folder: string, library: string, electron: string): string {
  const file = join(folder, 'faked-electron');
  writeFileSync(file, `#!/bin/sh\nexec 9<'${library}'\nLD_PRELOAD=/proc/self/fd/9 exec '${electron}' "$@"\n`);
  chmodSync(file, 0o755);
  return file;
}

/** The app itself, driven by what its page may ask, and watched on the desktop. */
class ElectronHost implements ReminderHost {
  readonly #app: ElectronApplication;
  readonly #page: Page;
  readonly #desktop: Desktop;
  readonly #clockFile: string;
  readonly #computer: TravellingComputer | undefined;
  #zone: string;
  /** What the clock was set to, as long as nobody has seen it there. */
  #isAt: string | null = null;

  constructor(
    app: ElectronApplication,
    page: Page,
    desktop: Desktop,
    clockFile: string,
    computer: TravellingComputer | undefined,
    zone: string,
  ) {
    this.#app = app;
    this.#page = page;
    this.#desktop = desktop;
    this.#clockFile = clockFile;
    this.#computer = computer;
    this.#zone = zone;
  }

  /** Makes the journal, at the first start. */
  async begin(): Promise<void> {
    const { state } = await this.#call<{ readonly state: string }>('journal.state', {});
    if (state !== 'first_run') return;
    await this.#call('journal.startEmpty', {});
    // With names each notification says which follow-up it is about.
    await this.#call('settings.change', { showNames: true });
  }

  set(instant: string): void {
    setClock(this.#clockFile, instant);
    this.#isAt = instant;
  }

  async ask(order: Order): Promise<Answer> {
    await this.#perform(order);
    const { missed, overdue, today } = await this.#call<Due>('followUps.due', {});
    const now = await this.#app.evaluate(() => new Date().toISOString());
    // The day of main's clock, in the form that the calendar days have.
    const from = new Intl.DateTimeFormat('sv-SE', { timeZone: this.#zone }).format(Date.parse(now));
    const near = await this.#call<readonly { readonly on: string }[]>('people.datesNear', { from, days: 14 });
    return {
      told: this.#desktop.takeShown(),
      missed: missed.map(({ words }) => words),
      due: [...overdue, ...today].map(({ words }) => words),
      dates: near.map(({ on }) => on),
      now,
    };
  }

  async sleep(until: string): Promise<void> {
    const processes = -(this.#app.process().pid ?? 0);
    process.kill(processes, 'SIGSTOP');
    await wait(2000);
    setClock(this.#clockFile, until);
    process.kill(processes, 'SIGCONT');
  }

  end(): Promise<void> {
    return this.#app.close();
  }

  async #perform(order: Order): Promise<void> {
    switch (order.order) {
      case 'create': {
        const { words, dueOn, dueTime, recurrence } = order;
        await this.#call('followUps.create', { personId: null, words, dueOn, dueTime, recurrence });
        return;
      }
      case 'birthday': {
        const dates = [{ label: 'Birthday', month: order.month, day: order.day, year: null }];
        await this.#call('people.create', { name: 'Somebody', fields: { dates } });
        return;
      }
      case 'look':
        if (order.zone !== this.#zone) await this.#travel(order.zone);
        await this.#untilSet();
        await this.#desktop.wakeUp();
        return;
      case 'done':
        await this.#call('followUps.done', { id: await this.#openId(order.words) });
        return;
      case 'snooze': {
        const { until, time } = order;
        await this.#call('followUps.snooze', { id: await this.#openId(order.words), until, time });
        return;
      }
      case 'report':
        return;
    }
  }

  /** Goes to another zone, and waits until the app has noticed it by itself. */
  async #travel(zone: string): Promise<void> {
    this.#zone = zone;
    if (this.#computer === undefined) {
      await this.#app.evaluate((_electron, name) => {
        process.env.TZ = name;
      }, zone);
      return;
    }
    this.#computer.travel(zone);
    const start = performance.now();
    // One zone may have several names.
    const isThere = (_electron: unknown, name: string): boolean =>
      Intl.DateTimeFormat().resolvedOptions().timeZone ===
      Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
    while (!(await this.#app.evaluate(isThere, zone))) {
      if (performance.now() - start > LAUNCH_MS) throw new Error('The app did not notice the journey.');
      await wait(50);
    }
  }

  /** Waits until the app's own clock shows what it was set to. */
  async #untilSet(): Promise<void> {
    if (this.#isAt === null) return;
    const start = performance.now();
    const wanted = Date.parse(this.#isAt);
    for (;;) {
      const ahead = (await this.#app.evaluate(() => Date.now())) - wanted;
      const passed = performance.now() - start;
      if (ahead >= 0 && ahead < passed + SET_WITHIN_MS) break;
      if (passed > LAUNCH_MS) throw new Error('The clock of the app was not set.');
      await wait(50);
    }
    this.#isAt = null;
  }

  async #openId(words: string): Promise<string> {
    const { items } = await this.#call<{ readonly items: readonly { readonly id: string; readonly words: string }[] }>(
      'followUps.list',
      { personId: null, show: 'open', before: null },
    );
    const found = items.find((each) => each.words === words);
    if (found === undefined) throw new Error('There is no such follow-up.');
    return found.id;
  }

  /** Asks as the page asks: by its bridge, through the server. */
  async #call<T>(method: string, input: unknown): Promise<T> {
    const answer: Envelope = await this.#page.evaluate(
      // The preload puts it there; the types of the page are not those of a script.
      ([name, given]) => (window as unknown as { readonly rapport: Bridge }).rapport.call(name, given),
      [method, input] as const,
    );
    if (!answer.ok) throw new Error(`${method}: ${answer.code} ${JSON.stringify(answer.details)}`);
    // What the contract says of this method; the app checks it.
    return valueIn(answer) as T;
  }
}

interface Due {
  readonly missed: readonly { readonly words: string }[];
  readonly overdue: readonly { readonly words: string }[];
  readonly today: readonly { readonly words: string }[];
}

function environment(): Record<string, string> {
  // The library looks through all of them at each question, and breaks when the program changes one meanwhile: npm's make
  // that likely.
  return Object.fromEntries(
    Object.entries(process.env).filter(
      (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:npm_|VITE|TZ$)/.test(entry[0]),
    ),
  );
}
