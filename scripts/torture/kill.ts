import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyBackup } from '../../main/backups/verify.ts';
import { Database } from '../../main/database/driver.ts';
import { Random } from '../../main/sample/random.ts';
import { type App, startApp } from './app.ts';
import { faultsOf, Ledger, type Row } from './ledger.ts';
import { inFolder, judge, type TortureOptions, type TortureTest } from './torture.ts';
import type { Said, Work } from './writer.ts';
import { WriterProcess } from './writer-process.ts';

/** So many rounds share a journal, which grows; then a new one begins. */
const GENERATION = 25;

type KilledWork = Exclude<Work, 'faults'>;

/** How long a round lasts at most, in milliseconds: long enough for what is under way to come to its end sometimes. */
const LONGEST: Readonly<Record<KilledWork, number>> = { writing: 400, backup: 2500, restore: 5000 };

/** A process that writes is killed at a random time; what it said before has to be there at the next start. */
export const kill: TortureTest = {
  rounds: 200,
  run: (options) =>
    inFolder('kill', async (folder) => {
      const random = new Random(options.seed);
      const counts = { acknowledged: 0, lost: 0, corrupt: 0, backups: 0, badBackups: 0, restores: 0, leftovers: 0 };
      const works: Record<KilledWork, number> = { writing: 0, backup: 0, restore: 0 };
      let ledger = new Ledger();
      let next = prepare(folder, 0, random, options);
      for (let round = 0; round < options.rounds; round += 1) {
        const { process: writer, dataDir, work } = next;
        if (round % GENERATION === 0) ledger = new Ledger();
        const said = await writer.runFor(random.next() * LONGEST[work]);
        // Starts while this round is looked at; it does not touch the journal before it is told.
        const isLast = round + 1 === options.rounds;
        if (!isLast) next = prepare(folder, round + 1, random, options);
        const found = look(dataDir, ledger, said);
        ledger = found.ledger;
        works[work] += 1;
        counts.acknowledged += found.acknowledged;
        counts.lost += found.lost.length;
        counts.corrupt += found.faults.length > 0 ? 1 : 0;
        counts.backups += found.backups;
        counts.badBackups += found.badBackups;
        counts.restores += found.isRestored ? 1 : 0;
        counts.leftovers += found.leftovers.length;
        if (found.lost.length + found.faults.length + found.badBackups + found.leftovers.length > 0) {
          const { lost, faults, badBackups, leftovers } = found;
          options.tell({ round, work, lost, faults, badBackups, leftovers });
        }
        if ((round + 1) % 50 === 0) options.tell({ done: round + 1, of: options.rounds, ...counts });
      }
      const figures = { rounds: options.rounds, ...counts, duringBackup: works.backup, duringRestore: works.restore };
      return judge(figures, ['lost', 'corrupt', 'badBackups', 'leftovers'], ['acknowledged']);
    }),
};

interface Prepared {
  readonly process: WriterProcess;
  readonly dataDir: string;
  readonly work: KilledWork;
}

function prepare(folder: string, round: number, random: Random, { seed }: TortureOptions): Prepared {
  const dataDir = join(folder, String(Math.floor(round / GENERATION)));
  mkdirSync(dataDir, { recursive: true });
  // The first round of a few is enough to see both; most is writing.
  const work = round % 12 === 3 ? 'backup' : round % 24 === 5 ? 'restore' : 'writing';
  return { process: new WriterProcess(dataDir, seed * 100_000 + round + random.below(1000), work), dataDir, work };
}

interface Found {
  /** What has to be there from now on. */
  readonly ledger: Ledger;
  readonly acknowledged: number;
  readonly lost: readonly Row[];
  readonly faults: readonly string[];
  readonly backups: number;
  readonly badBackups: number;
  readonly isRestored: boolean;
  readonly leftovers: readonly string[];
}

/** Starts on what the killed writer left, and compares it with what the writer had said. */
function look(dataDir: string, before: Ledger, said: readonly Said[]): Found {
  const present = before.copy();
  const backups: { readonly name: string; readonly ledger: Ledger }[] = [];
  let atBackup = present.copy();
  let isRestoring = false;
  let restored: Ledger | null = null;
  let marker: string | null = null;
  let acknowledged = 0;
  for (const line of said) {
    if (line.said === 'row') {
      acknowledged += 1;
      (restored ?? present).note(line.row);
    } else if (line.said === 'backup begun') atBackup = present.copy();
    else if (line.said === 'backup made') backups.push({ name: line.name, ledger: atBackup });
    else if (line.said === 'marker') marker = line.id;
    else if (line.said === 'restore begun') isRestoring = true;
    else if (line.said === 'started anew') restored = atBackup.copy();
  }
  const app = startApp(dataDir);
  try {
    if (app.context.journal.state.state !== 'open') {
      const lost = present.rows;
      return { ledger: present, acknowledged, lost, faults: ['not open'], backups: 0, ...nothingElse };
    }
    const isRestored = isRestoring && marker !== null && !hasPerson(app, marker);
    // Before it is said, both are right: the journal as it was, and as the backup has it.
    const expected = isRestored ? (restored ?? atBackup.copy()) : present;
    const lost = [...expected.missingIn(app.context.database), ...(isRestored ? lostAside(dataDir, present) : [])];
    const gone = restored !== null && !isRestored ? ['the restore'] : [];
    return {
      ledger: expected,
      acknowledged,
      lost,
      faults: [...faultsOf(app.context.database), ...gone],
      backups: backups.length,
      badBackups: backups.filter(({ name, ledger }) => !isGoodBackup(dataDir, name, ledger)).length,
      isRestored,
      leftovers: leftoversIn(dataDir),
    };
  } finally {
    app.close();
  }
}

const nothingElse = { badBackups: 0, isRestored: false, leftovers: [] } as const;

function hasPerson({ context }: App, id: string): boolean {
  return context.database.get('SELECT id FROM person WHERE id = :id', { id }) !== undefined;
}

/** What a restore replaced is kept, whole. */
function lostAside(dataDir: string, ledger: Ledger): readonly Row[] {
  const folder = join(dataDir, 'Replaced');
  const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.rapport')) : [];
  const missing = files.map((name) => {
    const database = new Database(join(folder, name), { mustExist: true });
    try {
      return ledger.missingIn(database);
    } finally {
      database.close();
    }
  });
  return missing.find((rows) => rows.length === 0) ?? missing[0] ?? ledger.rows;
}

function isGoodBackup(dataDir: string, name: string, ledger: Ledger): boolean {
  const path = join(dataDir, 'Backups', name);
  try {
    verifyBackup({ path, quarantine: join(dataDir, 'Quarantine') }, () => undefined);
  } catch {
    return false;
  }
  const database = new Database(path, { mustExist: true, readonly: true });
  try {
    return ledger.missingIn(database).length === 0;
  } finally {
    database.close();
  }
}

/** Files that only belong to work under way. */
export function leftoversIn(dataDir: string): readonly string[] {
  const names = readdirSync(dataDir, { recursive: true, encoding: 'utf8' });
  return names.filter((name) => /(\.part|\.restoring|\.new|intent\.json|copy\.rapport|snapshot\.rapport)/.test(name));
}
