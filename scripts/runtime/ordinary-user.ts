import { existsSync, lstatSync } from 'node:fs';
import { chmod, chown, mkdir, readdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { run } from './command.ts';
import { cache, isRoot } from './places.ts';
import { Problem } from './problem.ts';

/** Whom a program is started as where this process is root: Electron keeps its sandbox only for an ordinary user. */
export type OrdinaryUser = {
  readonly userId: number;
  readonly groupId: number;
  /** A folder of its own, kept from one start to the next. */
  readonly home: string;
};

/** The system's user without rights has this number on every Linux. */
const nobody = 65_534;

/** The ordinary user, with its home made; `null` where this process is one already. */
export async function ordinaryUser(): Promise<OrdinaryUser | null> {
  if (!isRoot) return null;
  const user = { userId: nobody, groupId: nobody, home: '/var/lib/rapport' };
  await mkdir(cache, { recursive: true, mode: 0o755 });
  for (const folder of [user.home, runtimeFolder(user)]) {
    await mkdir(folder, { recursive: true });
    await chown(folder, user.userId, user.groupId);
    await chmod(folder, 0o700);
  }
  return user;
}

/** The words before a command which start it as that user; none where this process is ordinary already. */
export function asUser(user: OrdinaryUser | null): readonly string[] {
  if (!user) return [];
  return [
    'env',
    '-u',
    'XAUTHORITY',
    `HOME=${user.home}`,
    `XDG_CONFIG_HOME=${join(user.home, '.config')}`,
    `XDG_CACHE_HOME=${join(user.home, '.cache')}`,
    `XDG_DATA_HOME=${join(user.home, '.local/share')}`,
    `XDG_RUNTIME_DIR=${runtimeFolder(user)}`,
    'setpriv',
    `--reuid=${user.userId}`,
    `--regid=${user.groupId}`,
    '--clear-groups',
    '--inh-caps=-all',
    '--',
  ];
}

/**
 * A file that starts an executable as that user when it is started itself, for programs that take one file and no words before it.
 * It replaces itself by the executable, so signals and the exit code go through. Where there is no such user: the executable.
 */
export async function launcher(user: OrdinaryUser | null, name: string, executable: string): Promise<string> {
  if (!user) return executable;
  const file = join(cache, `start-${name}`);
  const words = [...asUser(user), executable].map((word) => `'${word.replaceAll("'", String.raw`'\''`)}'`);
  const unfinished = `${file}.unfinished-${process.pid}`;
  await writeFile(unfinished, `#!/bin/sh\ncd '${user.home}' && exec ${words.join(' ')} "$@"\n`, { mode: 0o755 });
  await rename(unfinished, file);
  return file;
}

/**
 * Makes a folder that belongs to that user, or takes an empty one over. A folder with something in it is left as it is, and must
 * be the user's already.
 */
export async function giveFolder(user: OrdinaryUser | null, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  if (!user || lstatSync(folder).uid === user.userId) return;
  if ((await readdir(folder)).length > 0) {
    throw new Problem(
      `The app runs as the ordinary user ${user.userId}, who does not own ${folder}: choose an empty folder, or run \`chown -R ${user.userId}:${user.groupId} ${folder}\`.`,
    );
  }
  await chown(folder, user.userId, user.groupId);
}

/**
 * Sees to it that Chromium can make its sandbox. It needs user namespaces; where the system keeps them from ordinary users, it
 * needs its helper to belong to root and to run as root. Linux only.
 */
export async function requireSandbox(user: OrdinaryUser | null, distribution: string): Promise<void> {
  if (process.platform !== 'linux') return;
  const [command = '', ...words] = [...asUser(user), 'unshare', '--user', '--map-root-user', 'true'];
  const hasNamespaces = await run(command, words).then(
    () => true,
    () => false,
  );
  const helper = join(distribution, 'chrome-sandbox');
  if (hasNamespaces || !existsSync(helper) || isRootsOwn(helper)) return;
  if (!isRoot) {
    throw new Problem(
      `This system keeps ordinary programs from making a sandbox; this lets Electron make one: \`sudo chown root:root ${helper} && sudo chmod 4755 ${helper}\`.`,
    );
  }
  await chown(helper, 0, 0);
  await chmod(helper, 0o4755);
}

function isRootsOwn(file: string): boolean {
  const { uid, mode } = lstatSync(file);
  const runsAsOwner = 0o4000;
  return uid === 0 && (mode & runsAsOwner) !== 0;
}

function runtimeFolder(user: OrdinaryUser): string {
  return join(user.home, '.runtime');
}
