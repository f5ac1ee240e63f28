import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { COMPILED } from '../../main/workshop/node-process.ts';
import type { Said, Work } from './writer.ts';

const file = fileURLToPath(new URL('writer.ts', import.meta.url));

/** A writer in a process of its own: it is started ahead of its time, told to begin, and killed. */
export class WriterProcess {
  readonly #child: ChildProcess;
  readonly #ready: Promise<void>;
  readonly #ended: Promise<void>;
  #rest = '';
  #errors = '';
  #said: Said[] = [];
  #isKilled = false;

  constructor(dataDir: string, seed: number, work: Work, env: NodeJS.ProcessEnv = {}) {
    this.#child = spawn(process.execPath, [file, dataDir, String(seed), work], {
      // With a group of its own, its workshop goes with it, as all processes of the app do.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
      env: { ...process.env, ...env, NODE_COMPILE_CACHE: COMPILED },
    });
    this.#child.stderr?.on('data', (text: Buffer) => {
      this.#errors += text.toString();
    });
    this.#ended = new Promise((resolve) => this.#child.once('close', () => resolve()));
    this.#ready = new Promise((resolve) => {
      this.#child.stdout?.on('data', (bytes: Buffer) => {
        const lines = (this.#rest + bytes.toString()).split('\n');
        this.#rest = lines.pop() ?? '';
        // Only our own code writes there.
        this.#said.push(...lines.map((line) => JSON.parse(line) as Said));
        resolve();
      });
      void this.#ended.then(resolve);
    });
  }

  /** Lets it begin, kills it after so many milliseconds, and answers with everything that it said. */
  async runFor(milliseconds: number): Promise<readonly Said[]> {
    await this.#ready;
    this.#child.stdin?.write('go\n');
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    await this.kill();
    return this.#said;
  }

  /** Kills it with everything it started. */
  async kill(): Promise<void> {
    const { pid, exitCode, signalCode } = this.#child;
    if (pid !== undefined && exitCode === null && signalCode === null) {
      this.#isKilled = true;
      process.kill(-pid, 'SIGKILL');
    }
    await this.#ended;
    if (!this.#isKilled) throw new Error(`The writer ended by itself.\n${this.#errors}`);
  }
}
