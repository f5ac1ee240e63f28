import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate, LocalTime } from '../../shared/time.ts';
import { ClockProcess, fakedClockLibrary } from './clock-process.ts';
import { prepareElectron } from './electron-app.ts';
import type { Answer, Order } from './reminder-process.ts';
import { SCENARIOS, type Scenario } from './reminder-scenarios.ts';
import { inFolder, judge, type Outcome, type TortureOptions, type TortureTest } from './torture.ts';

/** The app looks at the clock at least so often. */
const TICK_MS = 30_000;

/** The app on a clock and in a zone that are ours. */
export interface ReminderHost {
  /** Sets the clock of the system, wherever it stood. */
  set(instant: string): void;
  ask(order: Order): Promise<Answer>;
  /** Stops its processes as a computer that sleeps, and lets them go on when its clock shows that moment. */
  sleep(until: string): Promise<void>;
  /** Ends it as closing the app does. */
  end(): Promise<void>;
}

/** Starts the app on a data folder, at an instant. */
export type OpenHost = (dataDir: string, zone: string, at: string) => Promise<ReminderHost> | ReminderHost;

/**
 * Follow-ups on a system clock and in a zone that are ours (libfaketime), in the app itself: each notification that the
 * desktop is asked to show is counted, each follow-up has exactly one, and what came due while the app was stopped is
 * one catch-up group.
 */
export const reminders: TortureTest = {
  rounds: SCENARIOS.length,
  run: (options) =>
    inFolder('reminders', async (folder) => {
      const stage = await prepareElectron(folder);
      if (stage === undefined) return MISSING;
      try {
        return await play(options, folder, stage.open);
      } finally {
        await stage.close();
      }
    }),
};

/** The same in the main process without its window, hosted by Node: a few scenarios of it are quick. */
export const remindersInNode: TortureTest = {
  rounds: SCENARIOS.length,
  run: (options) =>
    inFolder('reminders', async (folder) => {
      const library = fakedClockLibrary();
      if (library === undefined) return MISSING;
      return await play(options, folder, (dataDir, zone, at) => new ClockProcess(dataDir, library, zone, at));
    }),
};

const MISSING = {
  outcome: 'skipped',
  why: 'libfaketime is not installed; on Debian it comes with the package faketime.',
} as const;

async function play({ rounds, seed, tell }: TortureOptions, folder: string, open: OpenHost): Promise<Outcome> {
  const counts = { scenarios: 0, told: 0, notOnce: 0, dates: 0, wrongDates: 0, sleeps: 0, groupsNotOne: 0 };
  for (let round = 0; round < rounds; round += 1) {
    // A prime that is no divisor of their number, so that a short run meets scenarios of every kind.
    const scenario = SCENARIOS[(seed * 7 + round * 23) % SCENARIOS.length];
    if (scenario === undefined) continue;
    const found = await runScenario(scenario, join(folder, String(round)), open);
    counts.scenarios += 1;
    counts.told += Object.values(found).flat().length;
    if (JSON.stringify(found) !== JSON.stringify(scenario.told)) {
      counts.notOnce += 1;
      tell({ scenario: scenario.name, told: found, expected: scenario.told });
    }
    if ((round + 1) % 10 === 0) tell({ done: round + 1, of: rounds, ...counts });
  }
  const dates = await datesOfYears(join(folder, 'dates'), open);
  counts.dates = dates.length;
  counts.wrongDates = dates.filter(({ found, expected }) => found !== expected).length;
  if (counts.wrongDates > 0) tell({ dates });
  const slept = await sleepOverThree(join(folder, 'sleep'), open);
  counts.sleeps = 1;
  if (!slept.isOne) {
    counts.groupsNotOne = 1;
    tell(slept);
  }
  return judge(counts, ['notOnce', 'wrongDates', 'groupsNotOne'], ['told', 'dates', 'sleeps']);
}

/** Looks, one after the other, and answers with the looks at which each was told. */
async function runScenario(
  { zone, start, followUps, steps }: Scenario,
  dataDir: string,
  open: OpenHost,
): Promise<Readonly<Record<string, readonly number[]>>> {
  mkdirSync(dataDir);
  let present = zone;
  let app = await open(dataDir, zone, start);
  for (const { words, on, time, recurrence = null } of followUps) {
    // Written as days and times of day above.
    const due = { dueOn: on as CalendarDate, dueTime: (time ?? null) as LocalTime | null };
    await app.ask({ order: 'create', words, ...due, recurrence });
  }
  await app.ask({ order: 'look', zone });
  const told: Record<string, number[]> = Object.fromEntries(followUps.map(({ words }) => [words, []]));
  let look = 0;
  for (const step of steps) {
    if ('snooze' in step) {
      const until = step.until as CalendarDate;
      await app.ask({ order: 'snooze', words: step.snooze, until, time: step.time as LocalTime });
      continue;
    }
    present = step.zone ?? present;
    if ('restart' in step) {
      await app.end();
      app = await open(dataDir, present, step.restart);
    } else {
      app.set(step.look);
    }
    const answer = await app.ask({ order: 'look', zone: present });
    for (const body of answer.told) {
      for (const { words, recurrence } of followUps) {
        if (!body.includes(words)) continue;
        told[words]?.push(look);
        if (recurrence !== undefined) await app.ask({ order: 'done', words });
      }
    }
    look += 1;
  }
  await app.end();
  return told;
}

/** A birthday on 29 February of a year that nobody knows, in years that have the day and in years that have not. */
async function datesOfYears(dataDir: string, open: OpenHost) {
  mkdirSync(dataDir);
  const expectations: readonly (readonly [now: string, expected: string])[] = [
    ['2027-02-20T23:30:00-11:00', '2027-02-28'],
    ['2028-02-20T23:30:00-11:00', '2028-02-29'],
    ['2028-02-29T00:30:00-11:00', '2028-02-29'],
    ['2100-02-28T23:30:00-11:00', '2100-02-28'],
  ];
  const app = await open(dataDir, 'Pacific/Pago_Pago', '2026-12-01T12:00:00Z');
  await app.ask({ order: 'birthday', month: 2, day: 29 });
  const results: { readonly found: string; readonly expected: string }[] = [];
  for (const [now, expected] of expectations) {
    app.set(now);
    const { dates } = await app.ask({ order: 'look', zone: 'Pacific/Pago_Pago' });
    results.push({ found: dates.join(), expected });
  }
  await app.end();
  return results;
}

/** The app is stopped while three come due, and goes on: one message, one group, and nothing after it. */
async function sleepOverThree(dataDir: string, open: OpenHost) {
  mkdirSync(dataDir);
  const app = await open(dataDir, 'UTC', '2026-12-15T10:00:10Z');
  for (const minute of [6, 7, 8]) {
    // A time of day of two digits each.
    const dueTime = `10:0${minute}` as LocalTime;
    const dueOn = '2026-12-15' as CalendarDate;
    await app.ask({ order: 'create', words: `Number ${minute}`, dueOn, dueTime, recurrence: null });
  }
  const before = await app.ask({ order: 'look', zone: 'UTC' });
  await app.sleep('2026-12-15T10:20:00Z');
  // Nobody says that it woke up: its own tick finds it out.
  await new Promise((resolve) => setTimeout(resolve, TICK_MS + 2000));
  const after = await app.ask({ order: 'report' });
  const later = await app.ask({ order: 'look', zone: 'UTC' });
  await app.end();
  const isOne =
    before.told.length === 0 &&
    before.now < '2026-12-15T10:06' &&
    after.told.length === 1 &&
    after.told[0]?.startsWith('3 follow-ups are due') === true &&
    after.missed.toSorted().join() === 'Number 6,Number 7,Number 8' &&
    later.told.length === 0 &&
    later.missed.length === 3;
  return { isOne, before, after, later };
}
