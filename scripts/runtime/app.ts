import { createHash } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { cp, mkdir, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { betterSqlite3, builtLibrary } from './better-sqlite3.ts';
import { run, say } from './command.ts';
import { makeOnce } from './make-once.ts';
import { cache, root } from './places.ts';
import type { Runtime } from './prepare.ts';

const sources = ['main', 'renderer', 'shared', 'electron.vite.config.ts', 'package.json', 'package-lock.json'];
const outputs = ['out/main/main.cjs', 'out/preload/preload.cjs', 'out/renderer/index.html'];

/** Builds the app into `out/`, unless what is there is newer than every source. */
export async function buildIfNeeded(): Promise<void> {
  const built = Math.min(...outputs.map((file) => changedAt(join(root, file))));
  const written = Math.max(...(await Promise.all(sources.map((source) => lastChange(join(root, source))))));
  if (built > written) return;
  say('Building the app.');
  await run(process.execPath, [join(root, 'scripts', 'build.ts')], { cwd: root });
}

/**
 * The folder to start Electron with. It is the repository itself, or, where the app needs another library of better-sqlite3 or
 * another user has to read it, a copy of what runs: `package.json`, `out/` and better-sqlite3. A copy is never changed, for it is
 * named after its content; copies that were not started for a day are removed.
 */
export async function appFolder(runtime: Runtime): Promise<string> {
  if (!runtime.user && !runtime.library) return root;
  const copies = join(cache, 'apps');
  const copy = join(copies, await fingerprint(runtime));
  await makeOnce(copy, async (unfinished) => {
    await writeFile(join(unfinished, 'package.json'), await readFile(join(root, 'package.json')));
    await cp(join(root, 'out'), join(unfinished, 'out'), { recursive: true });
    await copyBetterSqlite3(runtime.library, join(unfinished, 'node_modules', 'better-sqlite3'));
    await run('chmod', ['-R', 'u+rwX,go+rX,go-w', unfinished]);
  });
  const now = new Date();
  await utimes(copy, now, now);
  await removeOldCopies(copies);
  return copy;
}

/** Copies what better-sqlite3 needs to run here: its JavaScript, and the library given or the ready-made one of this platform. */
async function copyBetterSqlite3(library: string | null, to: string): Promise<void> {
  for (const part of ['package.json', 'LICENSE', 'lib']) {
    await cp(join(betterSqlite3, part), join(to, part), { recursive: true });
  }
  if (library) {
    await mkdir(dirname(join(to, builtLibrary)), { recursive: true });
    await cp(library, join(to, builtLibrary));
  } else {
    const ofThisPlatform = (name: string) =>
      name.startsWith(process.platform) && name.endsWith(`-${process.arch}.node`);
    for (const name of (await readdir(join(betterSqlite3, 'prebuilds'))).filter(ofThisPlatform)) {
      await cp(join(betterSqlite3, 'prebuilds', name), join(to, 'prebuilds', name));
    }
  }
}

async function fingerprint(runtime: Runtime): Promise<string> {
  const hash = createHash('sha256')
    .update(runtime.library ?? 'ready-made')
    .update(await readFile(join(betterSqlite3, 'package.json')));
  for (const file of ['package.json', ...(await filesUnder(join(root, 'out'))).map((name) => join('out', name))]) {
    hash.update(`\0${file}\0`).update(await readFile(join(root, file)));
  }
  return hash.digest('hex').slice(0, 16);
}

async function removeOldCopies(folder: string): Promise<void> {
  const day = 24 * 60 * 60 * 1000;
  for (const name of await readdir(folder)) {
    const copy = join(folder, name);
    if (Date.now() - changedAt(copy) > day) await rm(copy, { recursive: true, force: true });
  }
}

async function lastChange(source: string): Promise<number> {
  if (!existsSync(source) || !statSync(source).isDirectory()) return changedAt(source);
  return Math.max(0, ...(await filesUnder(source)).map((name) => changedAt(join(source, name))));
}

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort();
}

/** In milliseconds; 0 for a file that is not there. */
function changedAt(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
