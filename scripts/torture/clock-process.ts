import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { COMPILED } from '../../main/workshop/node-process.ts';
import type { Answer, Order } from './reminder-process.ts';
import type { ReminderHost } from './reminders.ts';

const file = fileURLToPath(new URL('reminder-process.ts', import.meta.url));

/** Where Debian keeps the library that lies about the time; undefined where it is not installed. */
export function fakedClockLibrary(): string | undefined {
  const roots = existsSync('/usr/lib') ? readdirSync('/usr/lib').filter((name) => name.endsWith('-linux-gnu')) : [];
  return roots.map((root) => `/usr/lib/${root}/faketime/libfaketime.so.1`).find((path) => existsSync(path));
}

/** Puts a clock that runs where the file says, for whoever starts with it. */
export function setClock(file: string, instant: string): void {
  const seconds = (Date.parse(instant) - Date.now()) / 1000;
  writeFileSync(file, `${seconds < 0 ? '' : '+'}${seconds.toFixed(3)}`, { mode: 0o644 });
}

/** The main process without its window, in a process whose system clock and zone are ours. */
export class ClockProcess implements ReminderHost {
  readonly #child: ChildProcess;
  readonly #clockFile: string;
  readonly #answers: AsyncIterator<string>;
  readonly #ended: Promise<void>;
  #errors = '';

  constructor(dataDir: string, library: string, zone: string, at: string) {
    this.#clockFile = `${dataDir}.clock`;
    this.set(at);
    this.#child = spawn(process.execPath, [file, dataDir], {
      stdio: ['pipe', 'pipe', 'pipe'],
      env: {
        ...process.env,
        LD_PRELOAD: library,
        FAKETIME_TIMESTAMP_FILE: this.#clockFile,
        FAKETIME_NO_CACHE: '1',
        // Timers keep the pace of this machine: only what time it is is a lie.
        DONT_FAKE_MONOTONIC: '1',
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

  set(instant: string): void {
    setClock(this.#clockFile, instant);
  }

  async ask(order: Order): Promise<Answer> {
    this.#child.stdin?.write(`${JSON.stringify(order)}\n`);
    const line = await this.#answers.next();
    if (line.done === true) throw new Error(`The process ended by itself.\n${this.#errors}`);
    // Only our own code writes there.
    return JSON.parse(line.value) as Answer;
  }

  async sleep(until: string): Promise<void> {
    this.#child.kill('SIGSTOP');
    await new Promise((resolve) => setTimeout(resolve, 1000));
    this.set(until);
    this.#child.kill('SIGCONT');
  }

  async end(): Promise<void> {
    this.#child.stdin?.end();
    await this.#ended;
  }
}
