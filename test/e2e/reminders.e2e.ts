import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { reminders } from '../../scripts/torture/reminders.ts';
import { TravellingComputer } from '../../scripts/torture/travelling-computer.ts';
import type { Bridge } from '../../shared/ipc.ts';
import { addDays, dateAt, type Instant, type Zone } from '../../shared/time.ts';
import { launchElectron } from './support/electron.ts';

const minute = 60_000;

// A few of the scenarios that `npm run torture -- reminders` runs all of.
test.runIf(process.platform === 'linux')(
  'the app tells each follow-up exactly once on a clock that is not trusted, and after sleep in one group',
  async ({ skip }) => {
    const told: object[] = [];
    const result = await reminders
      .run({ rounds: 3, seed: 1, tell: (line) => told.push(line) })
      .catch((error: unknown) => {
        // Without that library the same app is started by every other test here.
        if (!String(error).includes('signal=SIGSEGV')) throw error;
        return { outcome: 'skipped', why: 'The library that lies about the time broke every start.' } as const;
      });
    if (result.outcome === 'skipped') skip(result.why);
    else
      expect(result, JSON.stringify(told)).toMatchObject({ outcome: 'passed', figures: { scenarios: 3, sleeps: 1 } });
  },
  10 * minute,
);

const onLinux = process.platform === 'linux';

test.runIf(onLinux)('the app follows its computer into another zone while it runs', async ({ skip }) => {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-computer-'));
  const home = 'Pacific/Pago_Pago' as Zone;
  const computer = await TravellingComputer.make(folder, home);
  if (computer === undefined) return skip('This system lets nobody have a view of their own.');
  const started = await launchElectron({ computer, env: { TZ: undefined } });
  try {
    const { page } = started;
    const now = await started.app.evaluate(() => new Date().toISOString());
    const today = dateAt(now as Instant, home);
    await page.getByRole('button', { name: 'Start empty' }).press('Enter');
    await page.getByText('Nothing is due').waitFor();
    const dueOn = addDays(today, 1);
    await page.evaluate(
      ([words, on]) =>
        // The preload puts it there; the types of the page are not those of a test.
        (window as unknown as { readonly rapport: Bridge }).rapport.call('followUps.create', {
          personId: null,
          words,
          dueOn: on,
          dueTime: null,
          recurrence: null,
        }),
      ['Send the photographs', dueOn] as const,
    );
    expect(await page.getByText('Send the photographs').count()).toBe(0);
    // There it is a day later at any time of the day, and the app looks at least every half minute.
    computer.travel('Pacific/Kiritimati');
    await page.getByText('Send the photographs').waitFor({ timeout: 40_000 });
    const there = await page.evaluate(() => Intl.DateTimeFormat().resolvedOptions().timeZone);
    expect(there).toBe('Pacific/Kiritimati');
    expect(await started.app.evaluate(() => new Date().getTimezoneOffset())).toBe(-14 * 60);
  } finally {
    await started.close();
    rmSync(folder, { recursive: true, force: true });
  }
});

test.runIf(onLinux)('the app opens where the system names its zone by a file', async () => {
  const started = await launchElectron({ env: { TZ: ':/etc/localtime' } });
  try {
    await started.page.getByRole('button', { name: 'Start empty' }).press('Enter');
    await started.page.getByText('Nothing is due').waitFor();
  } finally {
    await started.close();
  }
});
