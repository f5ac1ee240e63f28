import { completeRestore } from '../../main/backups/swap.ts';
import { journalPaths } from '../../main/journal/keeper.ts';

// A start of the app that is killed at one step: `swap-process.ts DATA_FOLDER STEP`.
const [, , dataDir = '', step] = process.argv;
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
completeRestore(journalPaths(dataDir), log, (reached) => {
  if (reached === step) process.kill(process.pid, 'SIGKILL');
});
