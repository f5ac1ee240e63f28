import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { asUser, type OrdinaryUser } from './ordinary-user.ts';
import { Problem } from './problem.ts';

/** A display in memory, with a message bus beside it, for a machine that has no screen. */
export type Display = {
  /** What a program that draws on it has in its environment. */
  readonly env: Readonly<Record<string, string>>;
  /** What is on it now, as an X window dump. */
  readonly dump: string;
  /** Takes it away. */
  stop(): Promise<void>;
};

/** Whether windows can be opened without further ado. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/** Starts a display of 1440 × 900 in memory, and a bus, so that notifications have somewhere to go. */
export async function openDisplay(user: OrdinaryUser | null): Promise<Display> {
  const folder = await mkdtemp(join(tmpdir(), 'rapport-display-'));
  const processes: ChildProcess[] = [];
  const stop = async () => {
    await Promise.all(processes.map(end));
    await rm(folder, { recursive: true, force: true });
  };
  try {
    const server = startServant(
      null,
      `Xvfb -displayfd 3 -screen 0 1440x900x24 -ac -nolisten tcp -noreset -nocursor -fbdir ${folder}`.split(' '),
    );
    processes.push(server);
    const number = await firstLine(server, 'Xvfb');

    const bus = startServant(user, ['dbus-daemon', '--session', '--nofork', '--print-address=3']);
    processes.push(bus);
    const address = await firstLine(bus, 'dbus-daemon');

    return {
      env: { DISPLAY: `:${number}`, DBUS_SESSION_BUS_ADDRESS: address },
      dump: join(folder, 'Xvfb_screen0'),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

/**
 * Starts a process which outlives a Ctrl+C at the terminal, so that the app can still save and close, but not this process. What
 * it reports, it writes to its file 3.
 */
function startServant(user: OrdinaryUser | null, words: readonly string[]): ChildProcess {
  // The user first: a process that becomes another user's forgets that it was to end with the one that started it.
  const [command = '', ...others] = [...asUser(user), 'setpriv', '--pdeathsig', 'TERM', '--', ...words];
  return spawn(command, others, {
    detached: true,
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    cwd: '/',
  });
}

/** The first line that a process reports, which tells that it is ready. */
async function firstLine(child: ChildProcess, name: string): Promise<string> {
  const stream = child.stdio[3] as Readable;
  return await new Promise((resolve, reject) => {
    let text = '';
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
      if (text.includes('\n')) resolve(text.slice(0, text.indexOf('\n')).trim());
    });
    const fail = () => reject(new Problem(`${name} could not be started, so there is no display.`));
    child.once('error', fail);
    child.once('exit', fail);
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  await new Promise<void>((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
