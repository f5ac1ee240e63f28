import { parseArgs } from 'node:util';
import { Problem } from './runtime/problem.ts';
import { wholeNumber } from './runtime/whole-number.ts';
import type { TortureTest } from './torture/torture.ts';

// npm run torture -- NAME [--rounds N] [--seed N]
// Writes JSON lines; the last one is the result. Exit code 0: passed. 1: failed, or could not be started.
// 77: skipped, because the machine lacks what the test needs; nothing was proved.
const SKIPPED = 77;

const tests: Readonly<Record<string, () => Promise<TortureTest>>> = {
  kill: async () => (await import('./torture/kill.ts')).kill,
  steps: async () => (await import('./torture/steps.ts')).steps,
  faults: async () => (await import('./torture/faults.ts')).faults,
  full: async () => (await import('./torture/full.ts')).full,
  rot: async () => (await import('./torture/rot.ts')).rot,
  clock: async () => (await import('./torture/clock.ts')).clock,
  hostile: async () => (await import('./torture/hostile.ts')).hostile,
  reminders: async () => (await import('./torture/reminders.ts')).reminders,
};

const { name, rounds, seed } = readWords(process.argv.slice(2));
const load = Object.hasOwn(tests, name) ? tests[name] : undefined;
if (load === undefined) {
  throw new Problem(`There is no torture test named "${name}"; there are ${Object.keys(tests).join(', ')}.`);
}
const test = await load();
const tell = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};
const started = performance.now();
const result = await test.run({ rounds: rounds ?? test.rounds, seed, tell });
const seconds = Math.round((performance.now() - started) / 1000);
if (result.outcome === 'skipped') {
  tell({ test: name, outcome: 'skipped', why: result.why });
  process.exitCode = SKIPPED;
} else {
  tell({ test: name, outcome: result.outcome, ...result.figures, seed, seconds });
  process.exitCode = result.outcome === 'passed' ? 0 : 1;
}

function readWords(words: readonly string[]) {
  const number = { type: 'string' } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: { rounds: number, seed: number },
  });
  return {
    name: positionals[0] ?? '',
    rounds: values.rounds === undefined ? null : wholeNumber('--rounds', values.rounds, 1),
    seed: wholeNumber('--seed', values.seed ?? '1', 0),
  };
}
