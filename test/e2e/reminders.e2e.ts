import { expect, test } from 'vitest';
import { reminders } from '../../scripts/torture/reminders.ts';

const minute = 60_000;

// A few of the scenarios that `npm run torture -- reminders` runs all of.
test.runIf(process.platform === 'linux')(
  'the app tells each follow-up exactly once on a clock that is not trusted, and after sleep in one group',
  async ({ skip }) => {
    const told: object[] = [];
    const result = await reminders.run({ rounds: 3, seed: 1, tell: (line) => told.push(line) });
    if (result.outcome === 'skipped') skip(result.why);
    else
      expect(result, JSON.stringify(told)).toMatchObject({ outcome: 'passed', figures: { scenarios: 3, sleeps: 1 } });
  },
  10 * minute,
);
