import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contentOf } from '../../main/backups/content.ts';
import { PART_STEPS } from '../../main/backups/part.ts';
import { REBUILD_STEPS } from '../../main/backups/rebuild.ts';
import { SWAP_STEPS } from '../../main/backups/swap.ts';
import { verifyBackup } from '../../main/backups/verify.ts';
import { WRITE_STEPS } from '../../main/backups/write.ts';
import { Database } from '../../main/database/driver.ts';
import { MIGRATION_STEPS, SCHEMA_VERSION } from '../../main/database/migrate.ts';
import { SALVAGE_STEPS } from '../../main/salvage/salvage.ts';
import { COMPILED } from '../../main/workshop/node-process.ts';
import type { PersonId } from '../../shared/id.ts';
import { startApp } from './app.ts';
import { copyDataFolder } from './data-folder.ts';
import { fillJournal } from './fill.ts';
import { leftoversIn } from './kill.ts';
import { faultsOf } from './ledger.ts';
import type { SteppedWork } from './step-process.ts';
import { inFolder, judge, type TortureTest } from './torture.ts';

const file = fileURLToPath(new URL('step-process.ts', import.meta.url));

/** A data folder before the work, and the journals of which one has to be there afterwards, by the hash of what they hold. */
interface Case {
  readonly work: SteppedWork;
  readonly name: string;
  readonly steps: readonly string[];
  readonly template: string;
  readonly allowed: readonly string[];
  readonly backup: string;
}

/** Work is killed at each of its steps; the next start finds the journal as it was or as it was to be. A round is all steps. */
export const steps: TortureTest = {
  rounds: 1,
  run: ({ rounds, tell }) =>
    inFolder('steps', async (folder) => {
      const cases = await prepare(folder);
      const counts = { kills: 0, neither: 0, faults: 0, leftovers: 0, badBackups: 0, notKilled: 0 };
      for (let round = 0; round < rounds; round += 1) {
        for (const one of cases) {
          for (const step of one.steps) {
            const found = killAt(folder, one, step);
            counts.kills += 1;
            counts.neither += found.isAllowed ? 0 : 1;
            counts.faults += found.faults;
            counts.leftovers += found.leftovers;
            counts.badBackups += found.badBackups;
            counts.notKilled += found.wasKilled ? 0 : 1;
            if (!found.isAllowed || found.faults + found.leftovers + found.badBackups > 0 || !found.wasKilled) {
              tell({ round, work: one.name, step, ...found });
            }
          }
        }
        tell({ done: round + 1, of: rounds, ...counts });
      }
      const named = cases.reduce((sum, one) => sum + one.steps.length, 0);
      const zero = ['neither', 'faults', 'leftovers', 'badBackups', 'notKilled'];
      return judge({ rounds, steps: named, ...counts }, zero, ['kills']);
    }),
};

/** Data folders just before each work: a backup, a restore being prepared, its swap after a crash, its undoing, a migration. */
async function prepare(folder: string): Promise<readonly Case[]> {
  const at = (name: string): string => join(folder, name);
  const working = at('working');
  let app = startApp(working);
  await fillJournal(app);
  const old = contentOf(app.context.database).hash;
  const { name: backup } = await app.api.backups.now({});
  await app.api.people.create({ name: 'Only in the present' });
  const present = contentOf(app.context.database).hash;
  app.close();
  copyDataFolder(working, at('filled'));
  const part = await partCase(working, at('part'), backup);
  const damaged = damagedCase(working, at('damaged'), backup);
  app = startApp(working);
  await app.api.backups.restore({ name: backup });
  // The newest part of the journal is in its WAL, as it is after a crash.
  copyDataFolder(working, at('restore'));
  app.close();
  app = startApp(working);
  await app.api.backups.undoRestore({});
  app.close();
  copyDataFolder(working, at('undo'));
  return [
    { work: 'backup', name: 'backup', steps: WRITE_STEPS, template: at('filled'), allowed: [present], backup },
    { work: 'rebuild', name: 'restore', steps: REBUILD_STEPS, template: at('filled'), allowed: [present], backup },
    { work: 'swap', name: 'swap', steps: SWAP_STEPS, template: at('restore'), allowed: [present, old], backup },
    { work: 'swap', name: 'undo', steps: SWAP_STEPS, template: at('undo'), allowed: [present, old], backup },
    {
      work: 'migration',
      name: 'migration',
      steps: MIGRATION_STEPS,
      template: at('filled'),
      allowed: [present],
      backup,
    },
    part,
    damaged,
  ];
}

/** One person is brought back out of the backup, after they were changed. */
async function partCase(working: string, template: string, backup: string): Promise<Case> {
  copyDataFolder(working, template);
  let app = startApp(template);
  app.context.database.exec("UPDATE person SET remember = '', situation = 'Changed since'; DELETE FROM conversation");
  const changed = contentOf(app.context.database).hash;
  app.close();
  const trial = `${template}-trial`;
  copyDataFolder(template, trial);
  app = startApp(trial);
  const personId = app.context.database.get<{ id: PersonId }>('SELECT id FROM person ORDER BY key LIMIT 1')?.id;
  if (personId === undefined) throw new Error('The journal has nobody in it.');
  await app.api.backups.restorePart({ name: backup, part: { personId, conversationId: null } });
  const back = contentOf(app.context.database).hash;
  app.close();
  return {
    work: 'part',
    name: 'part',
    steps: [...PART_STEPS, 'written', 'committed'],
    template,
    allowed: [changed, back],
    backup,
  };
}

/** A journal that does not open is salvaged; the file has to stay as it is. */
function damagedCase(working: string, template: string, backup: string): Case {
  copyDataFolder(working, template);
  const file = join(template, 'Journal.rapport');
  writeFileSync(file, readFileSync(file).fill(0x5a, 0, 4096));
  return { work: 'salvage', name: 'salvage', steps: SALVAGE_STEPS, template, allowed: [hashOf(file)], backup };
}

function hashOf(file: string): string {
  return createHash('sha256').update(readFileSync(file)).digest('hex');
}

interface Found {
  readonly wasKilled: boolean;
  readonly isAllowed: boolean;
  readonly faults: number;
  readonly leftovers: number;
  readonly badBackups: number;
}

function killAt(folder: string, { work, template, allowed, backup }: Case, step: string): Found {
  const dataDir = join(folder, 'case');
  copyDataFolder(template, dataDir);
  try {
    const { signal } = spawnSync(process.execPath, [file, work, dataDir, step, backup], {
      env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
    });
    const wasKilled = signal === 'SIGKILL';
    return { wasKilled, ...LOOKS[work](dataDir, allowed) };
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

type Look = (dataDir: string, allowed: readonly string[]) => Omit<Found, 'wasKilled'>;

const LOOKS: Readonly<Record<SteppedWork, Look>> = {
  backup: look,
  rebuild: look,
  swap: look,
  part: look,
  migration: lookAtMigrated,
  salvage: lookAtDamaged,
};

/** What the next start finds. */
function look(dataDir: string, allowed: readonly string[]): Omit<Found, 'wasKilled'> {
  const app = startApp(dataDir);
  try {
    const isOpen = app.context.journal.state.state === 'open';
    return {
      isAllowed: isOpen && allowed.includes(contentOf(app.context.database).hash),
      faults: isOpen ? faultsOf(app.context.database).length : 1,
      leftovers: leftoversIn(dataDir).length,
      badBackups: badBackupsIn(dataDir),
    };
  } finally {
    app.close();
  }
}

/** The next start finds the damaged journal as it was, says so, and removes what was not finished. */
function lookAtDamaged(dataDir: string, allowed: readonly string[]): Omit<Found, 'wasKilled'> {
  const app = startApp(dataDir);
  const isProblem = app.context.journal.state.state === 'problem';
  app.close();
  return {
    isAllowed: isProblem && allowed.includes(hashOf(join(dataDir, 'Journal.rapport'))),
    faults: 0,
    leftovers: leftoversIn(dataDir).length,
    badBackups: badBackupsIn(dataDir),
  };
}

/** The journal is of this version or of the next, whole; `startApp` would refuse the next one. */
function lookAtMigrated(dataDir: string, allowed: readonly string[]): Omit<Found, 'wasKilled'> {
  const database = new Database(join(dataDir, 'Journal.rapport'), { mustExist: true });
  try {
    const version = database.pragma<number>('user_version');
    const isLater = database.get("SELECT name FROM sqlite_schema WHERE name = 'later'") !== undefined;
    const isWhole = version === (isLater ? SCHEMA_VERSION + 1 : SCHEMA_VERSION);
    if (isLater) database.exec('DROP TABLE later');
    return {
      isAllowed: isWhole && allowed.includes(contentOf(database).hash),
      faults: faultsOf(database).length,
      // What an interrupted backup left goes at the next start, which is looked at elsewhere.
      leftovers: 0,
      badBackups: badBackupsIn(dataDir),
    };
  } finally {
    database.close();
  }
}

/** Files under the name of a backup that do not prove themselves. */
function badBackupsIn(dataDir: string): number {
  const folder = join(dataDir, 'Backups');
  const names = readdirSync(folder).filter((name) => name.endsWith('.rapport') && !name.startsWith('.'));
  return names.filter((name) => {
    try {
      verifyBackup({ path: join(folder, name), quarantine: join(dataDir, 'Quarantine') }, () => undefined);
      return false;
    } catch {
      return true;
    }
  }).length;
}
