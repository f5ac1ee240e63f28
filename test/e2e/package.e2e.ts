import { join } from 'node:path';
import { expect, test } from 'vitest';
import { run } from '../../scripts/runtime/command.ts';
import { root } from '../../scripts/runtime/places.ts';

const minutes = 60_000;

test.runIf(process.platform === 'linux')(
  'the packaged app holds only what belongs in it, starts, and saves a conversation',
  async () => {
    const output = await run(process.execPath, [join(root, 'scripts', 'run.mjs'), 'package'], { cwd: root });
    const result: unknown = JSON.parse(output.trim().split('\n').at(-1) ?? '');
    expect(result).toMatchObject({ started: true, saved: true, problems: [] });
  },
  5 * minutes,
);
