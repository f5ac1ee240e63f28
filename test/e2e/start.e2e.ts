import { chmodSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchElectron, newDataFolder, type StartedApp, startElectron } from './support/electron.ts';

let started: Awaited<ReturnType<typeof launchElectron>>;

beforeAll(async () => {
  started = await launchElectron();
});

afterAll(async () => {
  await (started as StartedApp | undefined)?.close();
});

test('the app starts with one window, named after it', async () => {
  // The small window for quick capture waits out of sight, and the app's own is shown once its page can be seen.
  const shown = () =>
    started.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length);
  await expect.poll(shown, { timeout: 10_000 }).toBe(1);
  expect(await started.page.title()).toContain('Rapport');
});

test('the page has neither Node nor Electron', async () => {
  const found = await started.page.evaluate(() =>
    ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis),
  );
  expect(found).toEqual([]);
});

test.runIf(process.platform === 'linux')("the page's process runs in Chromium's sandbox", async () => {
  const processes = await started.app.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, type }) => ({ pid, type })),
  );
  const pages = processes.filter(({ type }) => type === 'Tab');
  expect(pages).not.toEqual([]);
  const filtered = 2;
  for (const { pid } of pages) {
    expect(Number(/^Seccomp:\s*(\d)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])).toBe(filtered);
  }
});

test('loading the page asks for nothing outside the app', async () => {
  const addresses: string[] = [];
  started.app.context().on('request', (request) => addresses.push(request.url()));
  await started.page.reload();
  await started.page.waitForLoadState('networkidle');
  expect(addresses).not.toEqual([]);
  expect(addresses.filter((address) => !address.startsWith('app://journal/'))).toEqual([]);
});

test.runIf(process.platform === 'linux')(
  'a folder in which nothing can be written is named, and the app ends',
  async () => {
    const folder = await newDataFolder();
    chmodSync(folder, 0o500);
    try {
      // The app ends before anything can be asked of it: what is refused here names what it wrote.
      const start = startElectron({ dataDir: join(folder, 'Data') });
      await expect(start).rejects.toThrow(`Nothing can be written in ${join(folder, 'Data')}`);
    } finally {
      chmodSync(folder, 0o700);
      await rm(folder, { recursive: true, force: true });
    }
  },
);
