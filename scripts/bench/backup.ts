import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Database } from '../../main/database/driver.ts';
import { startApp } from '../torture/app.ts';
import { figure, type Measurement, timed } from './figure.ts';
import { TO_BACK_UP, workingCopy } from './journal.ts';

const TIMES = 3;
const TICK_MS = 2;
const LONGEST_REST_MS = 10_000;

/**
 * A verified backup, over a bare copy with the checks that SQLite has itself; and the longest time in which the process
 * that answers the window did nothing else, over that of a rest.
 */
export const backup: Measurement = {
  names: ['backup', 'backup stall'],
  async run(wanted, print) {
    const copy = await workingCopy(TO_BACK_UP);
    const app = startApp(copy.folder);
    try {
      const samples: number[] = [];
      const floor: number[] = [];
      const stalls: number[] = [];
      const rests: number[] = [];
      for (let count = 0; count < TIMES; count += 1) {
        // One after the other, so that both meet the disk in the same mood.
        floor.push(await timed(() => bareBackup(app.context.journal.path, join(copy.folder, 'bare.db'))));
        const stop = watchStalls();
        const took = await timed(() => app.api.backups.now({}));
        stalls.push(stop());
        samples.push(took);
        const rest = watchStalls();
        await new Promise((resolve) => setTimeout(resolve, Math.min(took, LONGEST_REST_MS)));
        rests.push(rest());
      }
      if (wanted('backup')) print(figure('backup', 'ms', samples, floor));
      if (wanted('backup stall')) print(figure('backup stall', 'ms', stalls, rests));
    } finally {
      app.close();
      await copy.remove();
    }
  },
};

/** What SQLite can do about a copy by itself. */
function bareBackup(journal: string, target: string): void {
  const source = new Database(journal, { readonly: true, mustExist: true });
  source.run('VACUUM INTO :target', { target });
  source.close();
  const copy = new Database(target);
  copy.pragma('integrity_check');
  copy.pragmaRows('foreign_key_check');
  const indexes = copy.all<{ name: string }>("SELECT name FROM pragma_table_list WHERE type = 'virtual'");
  for (const { name } of indexes) copy.exec(`INSERT INTO ${name} (${name}, rank) VALUES ('integrity-check', 1)`);
  copy.close();
  rmSync(target);
}

/** Watches from now on; answers with the longest time between two turns, beyond what was waited for. */
function watchStalls(): () => number {
  let longest = 0;
  let last = performance.now();
  const look = (): void => {
    const now = performance.now();
    longest = Math.max(longest, now - last - TICK_MS);
    last = now;
  };
  const timer = setInterval(look, TICK_MS);
  return () => {
    clearInterval(timer);
    look();
    return longest;
  };
}
