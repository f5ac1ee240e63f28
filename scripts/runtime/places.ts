import { homedir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Whether this process has every right on the machine, as on a build machine. */
export const isRoot = process.getuid?.() === 0;

/**
 * Where prepared runtimes are kept from one install to the next. Root's own home is closed to the ordinary user that the app
 * runs as, so root keeps them where the system keeps its caches.
 */
export const cache =
  process.env.RAPPORT_CACHE_DIR ?? (isRoot ? '/var/cache/rapport-build' : join(userCache(), 'rapport-build'));

function userCache(): string {
  if (process.platform === 'darwin') return join(homedir(), 'Library', 'Caches');
  if (process.platform === 'win32') return process.env.LOCALAPPDATA ?? join(homedir(), 'AppData', 'Local');
  return process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
}
