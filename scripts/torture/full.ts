import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { wouldLoseText } from '../../main/outage/aside.ts';
import { hasBallast } from '../../main/outage/ballast.ts';
import { Random } from '../../main/sample/random.ts';
import { AppError } from '../../shared/errors.ts';
import type { DraftId } from '../../shared/id.ts';
import { type App, startApp } from './app.ts';
import { leftoversIn } from './kill.ts';
import { faultsOf, Ledger, withVersion } from './ledger.ts';
import { inFolder, judge, type TortureTest } from './torture.ts';

const MEGABYTE = 1024 * 1024;

/**
 * A disk of 48 MB is filled while drafts are written. What the ballast lets through counts as kept; every refusal after
 * it is told, nothing that was kept is lost, what was not kept is a draft after the next start or was never said to be
 * safe, and writing goes on when there is space again, with a new ballast.
 */
export const full: TortureTest = {
  rounds: 5,
  run: ({ rounds, seed, tell }) =>
    inFolder('full', async (folder) => {
      const disk = join(folder, 'disk');
      mkdirSync(disk);
      const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=48m', 'tmpfs', disk]);
      if (mounted.status !== 0) {
        return { outcome: 'skipped', why: 'A small disk cannot be made here: mounting one needs root on Linux.' };
      }
      try {
        const counts = { ...NONE };
        for (let round = 0; round < rounds; round += 1) {
          const dataDir = join(disk, String(round));
          const found = await fill(dataDir, disk, new Random(seed + round));
          rmSync(dataDir, { recursive: true, force: true });
          for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += found[name];
          tell({ done: round + 1, of: rounds, ...counts });
        }
        const zero = ['lost', 'corrupt', 'otherErrors', 'notRecovered', 'leftovers', 'withoutBallast', 'asideLost'];
        return judge({ rounds, ...counts }, zero, ['acknowledged', 'refused', 'afterRelease']);
      } finally {
        spawnSync('umount', [disk]);
      }
    }),
};

const NONE = {
  acknowledged: 0,
  /** Kept after the disk was full, in the space of the ballast. */
  afterRelease: 0,
  lost: 0,
  corrupt: 0,
  refused: 0,
  otherErrors: 0,
  notRecovered: 0,
  leftovers: 0,
  /** The ballast was not there although there was room. */
  withoutBallast: 0,
  /** Said to be safe in the file beside the journal, and not there after the next start. */
  asideLost: 0,
};

async function fill(dataDir: string, disk: string, random: Random) {
  let app = startApp(dataDir);
  const filler = join(disk, 'filler');
  const ledger = new Ledger();
  const counts = { ...NONE };
  const attempt = async (work: () => Promise<void>): Promise<boolean> => {
    try {
      await work();
      counts.acknowledged += 1;
      if (app.context.journal.storage.state === 'reserve') counts.afterRelease += 1;
      return true;
    } catch (error) {
      const isTold = error instanceof AppError && error.code === 'storage_failed' && error.details.full === true;
      counts[isTold ? 'refused' : 'otherErrors'] += 1;
      return false;
    }
  };
  const keep = (open: App, words: number): Promise<boolean> =>
    attempt(async () => {
      const version = ledger.rows.length + 1;
      const body = JSON.stringify({ notes: 'The budget is decided in March. '.repeat(words) });
      const input = { id: null, conversationId: null, personId: null, beginning: withVersion('Draft', version), body };
      const { id } = await open.api.drafts.keep(input);
      ledger.note({ table: 'draft', id: id as DraftId, version });
    });
  const { storage, path } = app.context.journal;
  await storage.provide();
  if (!hasBallast(path)) counts.withoutBallast += 1;
  for (let count = 0; count < 20; count += 1) await keep(app, random.between(1, 200));
  await attempt(async () => void (await app.api.backups.now({})));
  fillUp(filler, disk, random.between(0, 300) * 1024);
  // Until nothing fits any more; then some more, and a backup, which does not fit either.
  for (let refusals = 0; refusals < 5; ) if (!(await keep(app, random.between(1, 3000)))) refusals += 1;
  await attempt(async () => void (await app.api.backups.now({})));
  counts.leftovers += leftoversIn(dataDir).length;
  counts.lost += ledger.missingIn(app.context.database).length;
  // What is on the screen only: it is safe when that is said, and else the app would not end.
  const typed = {
    id: null,
    conversationId: null,
    personId: null,
    beginning: 'Aside',
    body: `Aside ${'x'.repeat(20_000)}`,
  };
  const isAside = await app.api.outage.keepAside({ window: 'one', drafts: [typed] });
  if (wouldLoseText(app.context) === isAside) counts.otherErrors += 1;
  counts.leftovers += leftoversIn(dataDir).length;
  rmSync(filler);
  // Space is back: the same process goes on.
  if (!(await keep(app, 50))) counts.notRecovered += 1;
  if (!(await attempt(async () => void (await app.api.backups.now({}))))) counts.notRecovered += 1;
  await storage.provide();
  if (!hasBallast(path) || storage.state !== 'fine') counts.withoutBallast += 1;
  app.close();
  app = startApp(dataDir);
  const isBack = (await app.api.drafts.list({})).some(({ beginning }) => beginning === 'Aside');
  if (isAside && !isBack) counts.asideLost += 1;
  counts.lost += ledger.missingIn(app.context.database).length;
  counts.corrupt += faultsOf(app.context.database).length;
  counts.leftovers += leftoversIn(dataDir).length;
  app.close();
  return counts;
}

/** Takes the space of a disk, all but so many bytes. */
function fillUp(filler: string, disk: string, butBytes: number): void {
  const { bavail, bsize } = statfsSync(disk);
  const bytes = Math.max(0, bavail * bsize - butBytes);
  writeFileSync(filler, '');
  for (let left = bytes; left > 0; left -= MEGABYTE) {
    writeFileSync(filler, Buffer.alloc(Math.min(left, MEGABYTE), 1), { flag: 'a' });
  }
}
