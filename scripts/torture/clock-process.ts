import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { COMPILED } from '../../main/workshop/node-process.ts';
import type { Answer, Order } from './reminder-process.ts';

const file = fileURLToPath(new URL('reminder-process.ts', import.meta.url));

/** Where Debian keeps the library that lies about the time; undefined where it is not installed. */
export function fakedClockLibrary(): string | undefined {
  const roots = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  return roots.map((root) => `/usr/lib/${root}/faketime/libfaketime.so.1`).find((path) => existsSync(path));
}

/** How the clock of a process runs: standing where it is set to, or so many times as fast from some moment on. */
export type ClockRun = { readonly at: string } | { readonly from: string; readonly times: number };

const seconds = (instant: string): number => Date.parse(instant) / 1000;

/** The main process without its window, in a process whose system clock and zone are ours. */
export class ClockProcess {
  readonly #child: ChildProcess;
  readonly #clockFile: string;
  readonly #answers: AsyncIterator<string>;
  readonly #ended: Promise<void>;
  #errors = '';

  constructor(dataDir: string, library: string, zone: string, run: ClockRun) {
    this.#clockFile = `${dataDir}.clock`;
    const isTicking = 'times' in run;
    if (!isTicking) this.set(run.at);
    const clock = isTicking
      ? { FAKETIME: `@${seconds(run.from)} x${run.times}` }
      : // Timers keep the pace of this machine: only what time it is is a lie.
        { FAKETIME_TIMESTAMP_FILE: this.#clockFile, FAKETIME_NO_CACHE: '1', DONT_FAKE_MONOTONIC: '1' };
    this.#child = spawn(process.execPath, [file, dataDir, ...(isTicking ? ['ticking'] : [])], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        ...clock,
        LD_PRELOAD: library,
        FAKETIME_FMT: '%s',
        TZ: zone,
        NODE_COMPILE_CACHE: COMPILED,
      },
    });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#errors += text.toString();
    });
    this.#ended = new Promise((resolve) => this.#child.once('close', () => resolve()));
    const { stdout } = this.#child;
    if (stdout === null) throw new Error('The process has no output.');
    this.#answers = createInterface({ input: stdout })[Symbol.asyncIterator]();
  }

  /** Sets the clock of the system, wherever it stood. */
  set(instant: string): void {
    writeFileSync(this.#clockFile, `@${seconds(instant)}`);
  }

  async ask(order: Order): Promise<Answer> {
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
    const line = await this.#answers.next();
    if (line.done === true) throw new Error(`The process ended by itself.\n${this.#errors}`);
    // Only our own code writes there.
    return JSON.parse(line.value) as Answer;
  }

  /** Stops it as a computer that sleeps, for so many milliseconds of this machine. */
  async sleep(milliseconds: number): Promise<void> {
    this.#child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    this.#child.kill('SIGCONT');
  }

  /** Ends it as closing the app does. */
  async end(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }
}
