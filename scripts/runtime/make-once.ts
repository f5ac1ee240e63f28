import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/**
 * Makes a folder that is made only once. `make` fills a new folder beside it, which takes the final name when it is complete, so
 * the folder is there whole or not at all. A second process that wants the same folder waits for the first.
 */
export async function makeOnce(folder: string, make: (unfinished: string) => Promise<void>): Promise<void> {
  if (existsSync(folder)) return;
  await mkdir(dirname(folder), { recursive: true });
  const unlock = await lock(`${folder}.lock`);
  try {
    if (existsSync(folder)) return;
    await removeUnfinished(folder);
    const unfinished = `${folder}.unfinished-${process.pid}`;
    await mkdir(unfinished, { mode: 0o755 });
    try {
      await make(unfinished);
      await rename(unfinished, folder);
    } finally {
      await rm(unfinished, { recursive: true, force: true });
    }
  } finally {
    await unlock();
  }
}

/** What a process that was killed left behind; called with the lock held, so nobody is at work on it. */
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    if (name.startsWith(`${basename(folder)}.unfinished-`)) {
      await rm(join(dirname(folder), name), { recursive: true, force: true });
    }
  }
}

async function lock(folder: string): Promise<() => Promise<void>> {
  const owner = join(folder, 'process');
  for (;;) {
    try {
      await mkdir(folder);
      await writeFile(owner, String(process.pid));
      return () => rm(folder, { recursive: true, force: true });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (await isAbandoned(folder, owner)) await rm(folder, { recursive: true, force: true });
    else await wait(500);
  }
}

/** A lock is abandoned when its owner is gone, or never came to write its number. */
async function isAbandoned(folder: string, owner: string): Promise<boolean> {
  try {
    const processId = Number(await readFile(owner, 'utf8'));
    if (processId > 0) return !isRunning(processId);
  } catch {
    // Not written yet, or removed a moment ago.
  }
  const made = await stat(folder).catch(() => null);
  const tenSeconds = 10_000;
  return made !== null && Date.now() - made.mtimeMs > tenSeconds;
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
