import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { CalendarDate, LocalTime } from '../../shared/time.ts';
import { ClockProcess, fakedClockLibrary } from './clock-process.ts';
import { SCENARIOS, type Scenario } from './reminder-scenarios.ts';
import { inFolder, judge, type TortureTest } from './torture.ts';

/** How many times as fast the clock runs while the process is stopped and while it ticks by itself. */
const TIMES = 60;
const SLEEP_MS = 10_000;

/**
 * Follow-ups on a system clock and in a zone that are ours (libfaketime), in the main process without its window: each
 * is told exactly once, and what came due while the process was stopped is one catch-up group.
 */
export const reminders: TortureTest = {
  rounds: SCENARIOS.length,
  run: ({ rounds, seed, tell }) =>
    inFolder('reminders', async (folder) => {
      const library = fakedClockLibrary();
      if (library === undefined) {
        return {
          outcome: 'skipped',
          why: 'libfaketime is not installed; on Debian it comes with the package faketime.',
        };
      }
      const counts = { scenarios: 0, told: 0, notOnce: 0, dates: 0, wrongDates: 0, sleeps: 0, groupsNotOne: 0 };
      for (let round = 0; round < rounds; round += 1) {
        // A prime that is no divisor of their number, so that a short run meets scenarios of every kind.
        const scenario = SCENARIOS[(seed * 7 + round * 23) % SCENARIOS.length];
        if (scenario === undefined) continue;
        const found = await runScenario(scenario, join(folder, String(round)), library);
        counts.scenarios += 1;
        counts.told += Object.values(found).flat().length;
        if (JSON.stringify(found) !== JSON.stringify(scenario.told)) {
          counts.notOnce += 1;
          tell({ scenario: scenario.name, told: found, expected: scenario.told });
        }
        if ((round + 1) % 10 === 0) tell({ done: round + 1, of: rounds, ...counts });
      }
      const dates = await datesOfYears(join(folder, 'dates'), library);
      counts.dates = dates.length;
      counts.wrongDates = dates.filter(({ found, expected }) => found !== expected).length;
      if (counts.wrongDates > 0) tell({ dates });
      const slept = await sleepOverThree(join(folder, 'sleep'), library);
      counts.sleeps = 1;
      if (!slept.isOne) {
        counts.groupsNotOne = 1;
        tell(slept);
      }
      return judge(counts, ['notOnce', 'wrongDates', 'groupsNotOne'], ['told', 'dates', 'sleeps']);
    }),
};

/** Looks, one after the other, and answers with the looks at which each was told. */
async function runScenario(
  { zone, start, followUps, steps }: Scenario,
  dataDir: string,
  library: string,
): Promise<Readonly<Record<string, readonly number[]>>> {
  mkdirSync(dataDir);
  let present = zone;
  let app = new ClockProcess(dataDir, library, zone, { at: start });
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
      app = new ClockProcess(dataDir, library, present, { at: step.restart });
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
async function datesOfYears(dataDir: string, library: string) {
  mkdirSync(dataDir);
  const expectations: readonly (readonly [now: string, expected: string])[] = [
    ['2027-02-20T23:30:00-11:00', '2027-02-28'],
    ['2028-02-20T23:30:00-11:00', '2028-02-29'],
    ['2028-02-29T00:30:00-11:00', '2028-02-29'],
    ['2100-02-28T23:30:00-11:00', '2100-02-28'],
  ];
  const app = new ClockProcess(dataDir, library, 'Pacific/Pago_Pago', { at: '2026-12-01T12:00:00Z' });
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

/** The ticking process is stopped while three come due, and goes on: one message, one group, and nothing after it. */
async function sleepOverThree(dataDir: string, library: string) {
  mkdirSync(dataDir);
  const app = new ClockProcess(dataDir, library, 'UTC', { from: '2026-12-15T10:00:00Z', times: TIMES });
  const start = await app.ask({ order: 'report' });
  const dues = [6, 7, 8].map((minutes) => new Date(Date.parse(start.now) + minutes * 60_000).toISOString());
  for (const [index, due] of dues.entries()) {
    // Cut out of an instant, on a clock that is set to UTC.
    const [dueOn, dueTime] = [due.slice(0, 10) as CalendarDate, due.slice(11, 16) as LocalTime];
    await app.ask({ order: 'create', words: `Number ${index}`, dueOn, dueTime, recurrence: null });
  }
  const before = await app.ask({ order: 'report' });
  // Ten minutes of its clock.
  await app.sleep(SLEEP_MS);
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const after = await app.ask({ order: 'report' });
  await new Promise((resolve) => setTimeout(resolve, 2000));
  const later = await app.ask({ order: 'report' });
  await app.end();
  const isOne =
    before.told.length === 0 &&
    before.now < (dues[0] ?? '').slice(0, 16) &&
    after.told.length === 1 &&
    after.told[0]?.startsWith('3 follow-ups are due') === true &&
    after.missed.toSorted().join() === 'Number 0,Number 1,Number 2' &&
    later.told.length === 0 &&
    later.missed.length === 3;
  return { isOne, before, after, later };
}
