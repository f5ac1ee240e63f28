import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { backupBeforeMigration } from '../../main/backups/make.ts';
import { readPart } from '../../main/backups/part.ts';
import { placesOf } from '../../main/backups/places.ts';
import { rebuildJournal } from '../../main/backups/rebuild.ts';
import { writePart } from '../../main/backups/restore-part.ts';
import { completeRestore } from '../../main/backups/swap.ts';
import { writeBackup } from '../../main/backups/write.ts';
import { Database } from '../../main/database/driver.ts';
import { migrate } from '../../main/database/migrate.ts';
import { migrations } from '../../main/database/migrations/index.ts';
import { closeJournal, openJournal } from '../../main/database/open.ts';
import { journalPaths } from '../../main/journal/paths.ts';
import { salvageJournal } from '../../main/salvage/salvage.ts';
import type { PersonId } from '../../shared/id.ts';
import { systemClock } from '../../shared/time.ts';
import { silentLog } from './app.ts';

// One piece of work that is killed at one of its steps: `step-process.ts WORK DATA_FOLDER STEP [BACKUP]`.

/** Work whose steps have names. */
export type SteppedWork = 'backup' | 'rebuild' | 'swap' | 'migration' | 'part' | 'salvage';

/** A change of the schema as a later version may bring it. */
const LATER = 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;';

// Whoever is killed cannot keep it at the end.
flushCompileCache();

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
  part() {
    const journal = openJournal(paths.own);
    const personId = journal.get<{ id: PersonId }>('SELECT id FROM person ORDER BY key LIMIT 1')?.id;
    if (personId === undefined) throw new Error('The journal has nobody in it.');
    const part = { personId, conversationId: null };
    const path = join(paths.backups, backup);
    const { rows } = readPart(
      { path, quarantine: places.quarantine, present: paths.own, part },
      () => undefined,
      atStep,
    );
    journal.transaction(() => {
      writePart(journal, rows, at);
      atStep('written');
    });
    atStep('committed');
    closeJournal(journal);
  },
  salvage() {
    const { quarantine, incoming: target } = places;
    const input = { path: paths.own, quarantine, target, sequence: 1, at, journalId: 'fresh' };
    salvageJournal(input, () => undefined, atStep);
  },
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
