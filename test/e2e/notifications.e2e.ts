import { afterEach, beforeEach, expect, test } from 'vitest';
import { Desktop } from '../../scripts/torture/desktop.ts';
import type { Bridge } from '../../shared/ipc.ts';
import { isInstant, localAt, type Zone } from '../../shared/time.ts';
import { launchElectron } from './support/electron.ts';

const onLinux = test.runIf(process.platform === 'linux');

let desktop: Desktop;
beforeEach(async () => {
  if (process.platform === 'linux') desktop = await Desktop.open();
});
afterEach(() => desktop?.close());

/** The app with a digest that is due, on the page of follow-ups. */
async function startBeforeDigest(args: readonly string[] = []) {
  const started = await launchElectron({ args, env: { ...desktop.env, TZ: 'Europe/Berlin' } });
  const { app, page } = started;
  await page.getByRole('button', { name: 'Start empty' }).press('Enter');
  await page.getByText('Nothing is due').waitFor();
  const now = await app.evaluate(() => new Date().toISOString());
  if (!isInstant(now)) throw new Error('The app has no clock.');
  const { date, time } = localAt(now, 'Europe/Berlin' as Zone);
  const call = (method: string, input: unknown) =>
    page.evaluate(
      // The preload puts it there; the types of the page are not those of a test.
      ([name, given]) => (window as unknown as { readonly rapport: Bridge }).rapport.call(name, given),
      [method, input] as const,
    );
  const due = { personId: null, words: 'Send the photographs', dueOn: date, dueTime: null, recurrence: null };
  expect(await call('followUps.create', due)).toMatchObject({ ok: true });
  expect(await call('settings.change', { digestAt: time })).toMatchObject({ ok: true });
  await page.evaluate(() => {
    window.location.hash = '#/follow-ups';
  });
  await page.getByRole('heading', { level: 1, name: 'Follow-ups' }).waitFor();
  return started;
}

onLinux('a desktop that shows no notifications is recognised at the first one, and said on the page', async () => {
  desktop.refuse();
  const { page, close } = await startBeforeDigest();
  try {
    const notice = page.getByText('Notifications are blocked by the system');
    expect(await notice.count()).toBe(0);
    await desktop.wakeUp();
    await notice.waitFor();
    expect(desktop.takeShown()).toEqual([]);
    expect(await page.getByText('Send the photographs').isVisible()).toBe(true);
  } finally {
    await close();
  }
});

onLinux('a click on a notification leads to Today, however long it was there', async () => {
  const { app, page, close } = await startBeforeDigest(['--js-flags=--expose-gc']);
  try {
    await desktop.wakeUp();
    await expect.poll(() => desktop.takeShown()).toEqual(['Due today: 1 follow-up']);
    // After some time everything that nobody holds is gone.
    await app.evaluate(async () => {
      for (let round = 0; round < 5; round += 1) {
        if (globalThis.gc === undefined) throw new Error('There is no way to collect garbage.');
        await globalThis.gc();
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    });
    desktop.click();
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  } finally {
    await close();
  }
});
