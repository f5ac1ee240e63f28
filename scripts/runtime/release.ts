import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { downloadArtifact } from '@electron/get';
import { run, say } from './command.ts';

const require = createRequire(import.meta.url);
const electronPackage = dirname(require.resolve('electron/package.json'));

/** The version of Electron that is shipped. */
export const electronVersion = (require('electron/package.json') as { version: string }).version;

/** How long the release host may take to answer at all, in milliseconds. */
const patience = 5_000;

/** A released Electron on this machine: its folder, and the executable in it. */
export type Distribution = { readonly folder: string; readonly executable: string };

/**
 * The released Electron, downloaded if need be as Electron's own package does it. `null` where it was not downloaded before and
 * the release host cannot be reached.
 */
export async function releasedElectron(): Promise<Distribution | null> {
  const chosen = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (chosen) return { folder: chosen, executable: join(chosen, executableName()) };

  if (!isInstalled()) {
    if (!(await canBeHad())) return null;
    say(`Downloading Electron ${electronVersion}, once (about 120 MB).`);
    await run(process.execPath, [join(electronPackage, 'install.js')], { output: 'show' });
  }
  const folder = join(electronPackage, 'dist');
  return { folder, executable: join(folder, executableName()) };
}

function isInstalled(): boolean {
  try {
    const version = readFileSync(join(electronPackage, 'dist', 'version'), 'utf8')
      .trim()
      .replace(/^v/, '');
    return version === electronVersion && existsSync(join(electronPackage, 'dist', executableName()));
  } catch {
    return false;
  }
}

/**
 * Whether the archive is in Electron's download cache or its host answers. The download itself has no time limit, so that a slow
 * line is not taken for a closed one: only this question has.
 */
async function canBeHad(): Promise<boolean> {
  const found = new Error('The release host answers.');
  try {
    await downloadArtifact({
      version: electronVersion,
      artifactName: 'electron',
      platform: process.platform,
      arch: process.arch,
      checksums: require('electron/checksums.json') as Record<string, string>,
      downloader: {
        async download(address) {
          const reply = await fetch(address, { method: 'HEAD', signal: AbortSignal.timeout(patience) });
          throw reply.ok ? found : new Error(`The release host refuses: ${reply.status}.`);
        },
      },
    });
    return true;
  } catch (reason) {
    return reason === found;
  }
}

function executableName(): string {
  if (process.platform === 'darwin') return join('Electron.app', 'Contents', 'MacOS', 'Electron');
  return process.platform === 'win32' ? 'electron.exe' : 'electron';
}
