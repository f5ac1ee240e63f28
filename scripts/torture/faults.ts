import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Random } from '../../main/sample/random.ts';
import { findOnPath } from '../runtime/command.ts';
import { startApp } from './app.ts';
import { leftoversIn } from './kill.ts';
import { faultsOf, Ledger } from './ledger.ts';
import { inFolder, judge, type TortureTest } from './torture.ts';
import { WriterProcess } from './writer-process.ts';

const PRELOADS = ['/usr/lib/fiu/fiu_run_preload.so', '/usr/lib/fiu/fiu_posix_preload.so'];

/** Calls that fail at random in the writing process. SQLite writes with pwrite and waits with fdatasync; Node does neither for its own. */
const FAULTS = [
  'enable_random name=posix/io/rw/pwrite,probability=0.02',
  'enable_random name=posix/io/sync/fsync,probability=0.05',
  'enable_random name=posix/io/sync/fdatasync,probability=0.05',
];

/** Writing and waiting for the disk fail at random in a process that writes; what was acknowledged all the same is there. */
export const faults: TortureTest = {
  rounds: 50,
  run: ({ rounds, seed, tell }) =>
    inFolder('faults', async (folder) => {
      if (findOnPath('fiu-run') === undefined || !PRELOADS.every((file) => existsSync(file))) {
        return { outcome: 'skipped', why: 'libfiu is not installed; on Debian it comes with the package fiu-utils.' };
      }
      const random = new Random(seed);
      const counts = { acknowledged: 0, refused: 0, lost: 0, corrupt: 0, otherErrors: 0, leftovers: 0 };
      for (let round = 0; round < rounds; round += 1) {
        const dataDir = join(folder, String(round));
        // Made without faults: a journal that cannot be made is no test of one that is there.
        startApp(dataDir).close();
        const env = { LD_PRELOAD: PRELOADS.join(':'), FIU_ENABLE: FAULTS.join('\n') };
        const writer = new WriterProcess(dataDir, seed * 1000 + round, 'faults', env);
        const ledger = new Ledger();
        for (const line of await writer.runFor(1000 + random.below(1500))) {
          if (line.said === 'row') {
            ledger.note(line.row);
            counts.acknowledged += 1;
          } else if (line.said === 'refused') {
            counts.refused += 1;
            // A fault is a failure of the disk, not of the app.
            if (line.code !== 'storage_failed') {
              counts.otherErrors += 1;
              if (counts.otherErrors < 20) tell({ round, code: line.code });
            }
          }
        }
        const app = startApp(dataDir);
        const isOpen = app.context.journal.state.state === 'open';
        const lost = isOpen ? ledger.missingIn(app.context.database) : ledger.rows;
        const found = isOpen ? faultsOf(app.context.database) : ['not open'];
        counts.lost += lost.length;
        counts.corrupt += found.length;
        counts.leftovers += leftoversIn(dataDir).length;
        if (lost.length + found.length > 0) tell({ round, lost, found });
        app.close();
        if ((round + 1) % 10 === 0) tell({ done: round + 1, of: rounds, ...counts });
      }
      const zero = ['lost', 'corrupt', 'otherErrors', 'leftovers'];
      return judge({ rounds, ...counts }, zero, ['acknowledged', 'refused']);
    }),
};
