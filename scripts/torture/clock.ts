import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createAutomaticBackups } from '../../main/backups/automatic.ts';
import { isThinningHeld, withoutThinning } from '../../main/backups/hold.ts';
import { isVerified, newestFirst, readManifest } from '../../main/backups/manifest.ts';
import { pinBackup } from '../../main/backups/pin.ts';
import { keptOf } from '../../main/backups/thin.ts';
import { Random } from '../../main/sample/random.ts';
import { isPinned } from '../../shared/backups/backup.ts';
import { RETENTION, thinnable } from '../../shared/backups/retention.ts';
import {
  addDays,
  type CalendarDate,
  type Clock,
  dateAt,
  type Instant,
  instantOf,
  type LocalTime,
  type Zone,
} from '../../shared/time.ts';
import { type App, startApp } from './app.ts';
import { inProcess } from './in-process.ts';
import { inFolder, judge, type TortureTest } from './torture.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/** Zones that are far apart, and two that put their clocks forward and back, in opposite halves of the year. */
const ZONES = [
  'Europe/Berlin',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
] as const;
/** Days on which clocks change somewhere, the leap day, and the last day of a year. */
const DAYS = ['2026-03-29', '2026-10-25', '2026-11-01', '2027-04-04', '2028-02-29', '2026-12-31'] as const;

/** A clock that is put wherever the test wants it. */
class JumpingClock implements Clock {
  #at = Date.parse('2026-11-21T09:30:00.000Z');
  #zone = ZONES[0] as Zone;

  now(): Instant {
    return new Date(this.#at).toISOString() as Instant;
  }

  zone(): Zone {
    return this.#zone;
  }

  by(milliseconds: number): void {
    this.#at += milliseconds;
  }

  to(at: Instant): void {
    this.#at = Date.parse(at);
  }

  travel(zone: Zone): void {
    this.#zone = zone;
  }
}

const NONE = {
  /** Backups that were said to be made and verified. */
  acknowledged: 0,
  jumps: 0,
  thinned: 0,
  /** Backups that the rule keeps, and that are gone; at the head of them the newest verified one. */
  lost: 0,
  /** Backups in the folder that are not what the list says of them. */
  corrupt: 0,
  /** A number that was not above all before it. */
  numbersTwice: 0,
  /** More backups after the clock settled than the rule keeps, or fewer. */
  wronglyKept: 0,
  /** Backups removed during a restore. */
  thinnedWhileHeld: 0,
  /** Half an hour after a change, by a clock that runs, and no backup. */
  notMade: 0,
};

/** The clock jumps by minutes, days and years, over nights on which it changes and into other zones, while backups are made by themselves and thinned. */
export const clock: TortureTest = {
  rounds: 20,
  run: ({ rounds, seed, tell }) =>
    inFolder('clock', async (folder) => {
      const counts = { ...NONE };
      for (let round = 0; round < rounds; round += 1) {
        const found = await jump(join(folder, String(round)), new Random(seed * 1000 + round), tell);
        for (const name of Object.keys(counts) as (keyof typeof counts)[]) counts[name] += found[name];
        tell({ done: round + 1, of: rounds, ...counts });
      }
      const zero = ['lost', 'corrupt', 'numbersTwice', 'wronglyKept', 'thinnedWhileHeld', 'notMade'];
      return judge({ rounds, ...counts }, zero, ['acknowledged', 'jumps', 'thinned']);
    }),
};

async function jump(dataDir: string, random: Random, tell: (line: object) => void): Promise<typeof NONE> {
  const clock = new JumpingClock();
  const app = startApp(dataDir, { clock, workshop: inProcess });
  const automatic = createAutomaticBackups(app.context);
  const counts = { ...NONE };
  let highest = 0;

  /** Something is written, and it is looked what is due: what the app does every minute. */
  async function writeAndLook(): Promise<boolean> {
    await app.api.people.create({ name: `Somebody ${random.below(1e9)}` });
    automatic.changed(['people']);
    const before = readManifest(app.context.journal.paths.backups);
    await automatic.look();
    return check(before);
  }

  /** What became of the folder. True when a backup was made. */
  function check(before: ReturnType<typeof readManifest>): boolean {
    const { backups: folder } = app.context.journal.paths;
    const entries = readManifest(folder);
    const names = new Set(readdirSync(folder).filter((name) => name.endsWith('.rapport')));
    const made = entries.filter(({ name }) => !before.some((known) => known.name === name));
    counts.acknowledged += made.length;
    for (const { sequence } of made) {
      if (sequence <= highest) counts.numbersTwice += 1;
      highest = Math.max(highest, sequence);
    }
    counts.corrupt += entries.filter(({ name }) => !names.has(name)).length + Math.max(0, names.size - entries.length);
    // What is gone must be what the rule, asked anew about everything that was there, lets go.
    const all = [...before, ...made];
    const mayGo = new Set(thinnable(all.map(keptOf), clock.zone()).map(({ name }) => name));
    const gone = all.filter(({ name }) => !names.has(name));
    counts.thinned += gone.length;
    // And never the newest, by their numbers, nor what was kept before something that cannot be undone.
    const first = new Set(newestFirst(all).filter(isVerified).slice(0, RETENTION.always));
    const lost = gone.filter((entry) => !mayGo.has(entry.name) || first.has(entry) || isPinned(entry.reason));
    counts.lost += lost.length;
    if (lost.length > 0) tell({ lost: lost.map(({ name }) => name), at: clock.now(), zone: clock.zone() });
    if (isThinningHeld(app.context)) counts.thinnedWhileHeld += gone.length;
    return made.length > 0;
  }

  for (let step = 0; step < 15; step += 1) {
    leap(clock, random);
    counts.jumps += 1;
    await writeAndLook();
    // Then it runs for a while, as clocks do.
    for (let looks = random.between(1, 3); looks > 0; looks -= 1) {
      clock.by(random.between(31, 400) * MINUTE);
      if (!(await writeAndLook())) counts.notMade += 1;
    }
    const before = readManifest(app.context.journal.paths.backups);
    const beside = random.pick(['restore', 'pinned', 'nothing', 'nothing', 'nothing'] as const);
    if (beside === 'restore') {
      await withoutThinning(app.context, async () => {
        clock.by(random.between(-400, 400) * DAY);
        await app.api.backups.now({});
        check(before);
      });
    } else if (beside === 'pinned') {
      await pinBackup(app.context, 'before_import', { signal: new AbortController().signal, report: () => undefined });
      check(before);
    }
  }
  counts.wronglyKept += await settle(app, clock, writeAndLook);
  app.close();
  return counts;
}

function leap(clock: JumpingClock, random: Random): void {
  const by = random.pick(['minutes', 'days', 'years', 'change of the clock', 'zone'] as const);
  const sign = random.chance(50) ? 1 : -1;
  if (by === 'minutes') clock.by(sign * random.between(1, 120) * MINUTE);
  else if (by === 'days') clock.by(sign * random.between(1, 60) * DAY);
  else if (by === 'years') clock.by(sign * random.between(1, 12) * 365 * DAY);
  else if (by === 'zone') clock.travel(random.pick(ZONES) as Zone);
  // A day that exists and a time of it, written as such.
  else
    clock.to(
      instantOf(
        random.pick(DAYS) as CalendarDate,
        random.pick(['01:40', '02:30', '23:50'] as const) as LocalTime,
        clock.zone(),
      ),
    );
}

/**
 * The clock is right again and runs for ten weeks, with a backup every second day. Then there are as many as the rule says, at
 * most: those of the jumps have gone, and each day, week and month that it keeps has its newest.
 */
async function settle(app: App, clock: JumpingClock, writeAndLook: () => Promise<boolean>): Promise<number> {
  clock.travel('Europe/Berlin' as Zone);
  let day: CalendarDate = '2040-01-01' as CalendarDate;
  for (let count = 0; count < 36; count += 1) {
    clock.to(instantOf(day, '12:00' as LocalTime, clock.zone()));
    await writeAndLook();
    day = addDays(day, 2);
  }
  const rotating = newestFirst(readManifest(app.context.journal.paths.backups)).filter(
    (entry) => isVerified(entry) && !isPinned(entry.reason),
  );
  const { hours, days, weeks, months, always } = RETENTION;
  const most = hours / 24 + always + days + weeks + months;
  const dates = new Set(rotating.map(({ madeAt }) => dateAt(madeAt, clock.zone())));
  let missing = 0;
  // Every second day has one backup, and the last of so many days stay.
  for (let back = 1; back <= days; back += 1) if (!dates.has(addDays(day, -2 * back))) missing += 1;
  const [newest] = rotating;
  const isThere = newest !== undefined && existsSync(join(app.context.journal.paths.backups, newest.name));
  return Math.max(0, rotating.length - most) + missing + (isThere ? 0 : 1);
}
