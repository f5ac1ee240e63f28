import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { clock } from '../../scripts/torture/clock.ts';
import { faults } from '../../scripts/torture/faults.ts';
import { full } from '../../scripts/torture/full.ts';
import { HOSTILE_FILES } from '../../scripts/torture/hostile-files.ts';
import { kill } from '../../scripts/torture/kill.ts';
import { remindersInNode } from '../../scripts/torture/reminders.ts';
import { rot } from '../../scripts/torture/rot.ts';
import { judge, type TortureTest } from '../../scripts/torture/torture.ts';

// Short versions of what `npm run torture` does for hours.
const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));

/** Runs a few rounds. A machine that lacks what the test needs skips it, and says why. */
async function run(test: TortureTest, rounds: number, skip: (why: string) => void): Promise<void> {
  const told: object[] = [];
  const result = await test.run({ rounds, seed: 1, tell: (line) => told.push(line) });
  if (result.outcome === 'skipped') skip(result.why);
  else expect(result, JSON.stringify(told)).toMatchObject({ outcome: 'passed' });
}

describe('the journal', () => {
  it('has everything that was acknowledged after the writing process was killed', ({ skip }) => run(kill, 6, skip));

  it('has everything that was acknowledged when writing and waiting for the disk fail', ({ skip }) =>
    run(faults, 2, skip));

  it('survives a full disk, says so, and goes on when there is space again', ({ skip }) => run(full, 1, skip));
});

describe('a follow-up', () => {
  it('is told exactly once on a system clock that is not trusted, and after sleep in one group', ({ skip }) =>
    run(remindersInNode, 4, skip));
});

describe('a backup', () => {
  it('that rotted is never accepted silently', ({ skip }) => run(rot, 100, skip));

  it('is thinned by number and rule while the clock jumps, and the newest always stay', ({ skip }) =>
    run(clock, 1, skip));

  it('is told from more than sixty kinds of other files', () => {
    expect(new Set(HOSTILE_FILES.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(60);
  });
});

describe('a torture test', () => {
  it('fails when something was lost, and when there was nothing to lose', () => {
    expect(judge({ lost: 0, acknowledged: 9 }, ['lost'], ['acknowledged']).outcome).toBe('passed');
    expect(judge({ lost: 1, acknowledged: 9 }, ['lost'], ['acknowledged']).outcome).toBe('failed');
    expect(judge({ lost: 0, acknowledged: 0 }, ['lost'], ['acknowledged']).outcome).toBe('failed');
  });

  it('prints its result as the last line and ends by it', () => {
    const { status, stdout } = spawnSync(process.execPath, [script, 'torture', 'rot', '--rounds', '5'], {
      encoding: 'utf8',
    });
    expect(JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? '')).toMatchObject({
      test: 'rot',
      outcome: 'passed',
      rounds: 5,
      acceptedSilently: 0,
    });
    expect(status).toBe(0);
  });

  it('that does not exist is named, with those that do', () => {
    const { status, stderr } = spawnSync(process.execPath, [script, 'torture', 'flood'], { encoding: 'utf8' });
    expect(status).toBe(1);
    expect(stderr).toBe(
      'There is no torture test named "flood"; there are kill, steps, faults, full, rot, clock, hostile, reminders.\n',
    );
  });
});
