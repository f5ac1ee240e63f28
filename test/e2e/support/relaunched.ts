import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The process that holds the data folder: Chromium's lock is a link that names it, as `host-process`. */
function holderOf(dataDir: string): number | null {
  try {
    return Number(
      readlinkSync(join(dataDir, 'Runtime', 'SingletonLock'))
        .split('-')
        .at(-1),
    );
  } catch {
    return null;
  }
}

async function until(condition: () => boolean, what: string): Promise<void> {
  for (let waited = 0; !condition(); waited += 100) {
    if (waited > 30_000) throw new Error(`In 30 seconds ${what}.`);
    await wait(100);
  }
}

/** Waits until the app has started itself anew on a data folder, then ends it as a system that shuts down does. */
export async function endRelaunched(dataDir: string, before: number | undefined): Promise<void> {
  const isNew = (holder: number | null): boolean => holder !== null && holder !== before;
  await until(() => isNew(holderOf(dataDir)), 'the app did not start anew');
  // A signal that arrives before the app listens would end it at once, which is no clean end.
  await wait(2000);
  const holder = holderOf(dataDir);
  if (holder !== null) process.kill(holder, 'SIGTERM');
  await until(() => holderOf(dataDir) === null, 'the app did not end');
}
