import { join } from 'node:path';
import { backupBeforeMigration } from '../../main/backups/make.ts';
import { placesOf } from '../../main/backups/places.ts';
import { rebuildJournal } from '../../main/backups/rebuild.ts';
import { completeRestore } from '../../main/backups/swap.ts';
import { writeBackup } from '../../main/backups/write.ts';
import { Database } from '../../main/database/driver.ts';
import { migrate } from '../../main/database/migrate.ts';
import { migrations } from '../../main/database/migrations/index.ts';
import { journalPaths } from '../../main/journal/keeper.ts';
import { systemClock } from '../../shared/time.ts';
import { silentLog } from './app.ts';

// One piece of work that is killed at one of its steps: `step-process.ts WORK DATA_FOLDER STEP [BACKUP]`.

/** Work whose steps have names. */
export type SteppedWork = 'backup' | 'rebuild' | 'swap' | 'migration';

/** A change of the schema as a later version may bring it. */
const LATER = 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;';

const [, , work, dataDir = '', step, backup = ''] = process.argv;
const paths = journalPaths(dataDir);
const places = placesOf(paths);
const at = systemClock.now();

function atStep(reached: string): void {
  if (reached === step) process.kill(process.pid, 'SIGKILL');
}

const works: Readonly<Record<SteppedWork, () => void>> = {
  backup() {
    const name = 'Rapport 2026-11-21 1430 #0042.rapport';
    const input = {
      journal: paths.own,
      folder: paths.backups,
      name,
      sequence: 42,
      reason: 'asked',
      madeAt: at,
    } as const;
    writeBackup(input, () => undefined, atStep);
  },
  rebuild() {
    const { quarantine, incoming: target } = places;
    const path = join(paths.backups, backup);
    rebuildJournal({ path, quarantine, target, sequence: 1, at }, () => undefined, atStep);
  },
  swap: () => completeRestore(paths, silentLog, atStep),
  migration() {
    const database = new Database(paths.own, { mustExist: true });
    const keep = backupBeforeMigration(paths, systemClock);
    const steps = [...migrations, { version: migrations.length + 1, sql: LATER }];
    migrate(database, { steps, beforeChange: () => keep(database), atStep });
    database.close();
  },
};

// Whoever starts it names one of them.
works[work as SteppedWork]();
