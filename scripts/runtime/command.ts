import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { Problem } from './problem.ts';

type Options = {
  readonly cwd?: string;
  /** Added to this process's environment. */
  readonly env?: NodeJS.ProcessEnv;
  /** `show`: the command writes to this terminal. `keep` (as usual): its output is shown only if it fails. */
  readonly output?: 'show' | 'keep';
};

/** Runs a command to its end and returns what it wrote to standard output. Throws a Problem, with its last lines, if it fails. */
export async function run(command: string, args: readonly string[], options: Options = {}): Promise<string> {
  const show = options.output === 'show';
  const child = spawn(command, args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    stdio: ['ignore', show ? 'inherit' : 'pipe', show ? 'inherit' : 'pipe'],
  });
  const output: string[] = [];
  const everything: string[] = [];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => {
    output.push(text);
    everything.push(text);
  });
  child.stderr?.setEncoding('utf8').on('data', (text: string) => everything.push(text));

  const failure = await new Promise<string | null>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(code === 0 ? null : signal ? `ended by ${signal}` : `exit code ${code}`),
    );
  });
  if (failure !== null) {
    const lastLines = everything.join('').trimEnd().split('\n').slice(-20).join('\n');
    throw new Problem(`\`${[command, ...args].join(' ')}\` failed (${failure}).${lastLines ? `\n${lastLines}` : ''}`);
  }
  return output.join('');
}

/** The file that a command of that name starts, as found on the PATH. */
export function findOnPath(command: string): string | undefined {
  return (process.env.PATH ?? '')
    .split(delimiter)
    .map((folder) => join(folder, command))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/** One line for the person at the keyboard. */
export function say(sentence: string): void {
  process.stdout.write(`${sentence}\n`);
}
