import { chmodSync, mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from '../runtime/command.ts';
import { isRoot } from '../runtime/places.ts';

const TABLES = '/usr/share/zoneinfo';
/** What says where the computer is; everything else is that of this machine. */
const OWN: readonly string[] = ['localtime', 'timezone'];
/** Starts a program that sees what nobody else sees. */
const VIEW: readonly string[] = ['unshare', ...(isRoot ? [] : ['--user', '--map-root-user']), '--mount'];
/** Who became a superuser for that is again who they were: Electron starts as no superuser. */
const AGAIN: readonly string[] = isRoot
  ? []
  : ['unshare', '--user', `--map-user=${process.getuid?.()}`, `--map-group=${process.getgid?.()}`, '--'];

/**
 * A computer that travels, for the programs that are started on it: they find the `/etc` of this machine, but in it a zone of
 * their own, which changes as it does where somebody travels. Nothing else on this machine sees it.
 */
export class TravellingComputer {
  readonly #folder: string;

  /** In a folder of its own. Undefined where the system lets nobody have a view of their own. Linux only. */
  static async make(folder: string, zone: string): Promise<TravellingComputer | undefined> {
    const [command = '', ...words] = [...VIEW, ...AGAIN, 'true'];
    const isAllowed = await run(command, words).then(
      () => true,
      () => false,
    );
    if (!isAllowed) return undefined;
    for (const each of [folder, join(folder, 'machine'), join(folder, 'etc')]) {
      mkdirSync(each, { recursive: true });
      // Whoever is started on it has to find it.
      chmodSync(each, 0o755);
    }
    // It may have been made before, for a start before this one.
    const there = readdirSync(join(folder, 'etc'));
    for (const name of readdirSync('/etc').filter((each) => !OWN.includes(each) && !there.includes(each))) {
      symlinkSync(join(folder, 'machine', name), join(folder, 'etc', name));
    }
    const computer = new TravellingComputer(folder);
    computer.travel(zone);
    return computer;
  }

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /** A file that starts a program on this computer when it is started itself. */
  starter(program: string): string {
    const [machine, etc] = ['machine', 'etc'].map((each) => join(this.#folder, each));
    const inside = this.#script('inside', [
      `mount --bind /etc '${machine}' && mount --bind '${etc}' /etc || exit 1`,
      `exec ${[...AGAIN, `'${program}'`].join(' ')} "$@"`,
    ]);
    return this.#script('start', [`exec ${VIEW.join(' ')} '${inside}' "$@"`]);
  }

  /** Replaces what says where the computer is, as systems do it: a new link takes the place of the old one. */
  travel(zone: string): void {
    const link = join(this.#folder, 'etc', 'localtime');
    symlinkSync(join(TABLES, zone), `${link}.new`);
    renameSync(`${link}.new`, link);
    writeFileSync(join(this.#folder, 'etc', 'timezone'), `${zone}\n`);
  }

  #script(name: string, lines: readonly string[]): string {
    const file = join(this.#folder, name);
    writeFileSync(file, ['#!/bin/sh', ...lines, ''].join('\n'));
    chmodSync(file, 0o755);
    return file;
  }
}
