import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  giveToApp,
  launchElectron,
  newDataFolder,
  shownInWindow,
  startElectron,
  startOnEmpty,
} from './support/electron.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await newDataFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

async function typeDraft(page: Awaited<ReturnType<typeof startOnEmpty>>['page'], text: string): Promise<void> {
  await page.keyboard.press('Control+n');
  const notes = page.getByRole('textbox', { name: 'Notes', exact: true });
  await notes.focus();
  await page.keyboard.type(text);
}

async function draftIsThere(text: string): Promise<void> {
  const { page, close } = await startOnEmpty({ dataDir });
  await page.getByText(text).first().waitFor();
  await close();
}

test('what was typed before the app was killed is there afterwards', async () => {
  const { page, kill } = await startOnEmpty({ dataDir });
  await typeDraft(page, 'She paused when the price came up');
  await page.getByRole('status').filter({ hasText: 'Draft kept' }).first().waitFor();
  await kill();
  await draftIsThere('She paused when the price came up');
});

test('what was typed a moment before the window closed is there afterwards', async () => {
  const { page, close } = await startOnEmpty({ dataDir });
  await typeDraft(page, 'Typed in the last instant');
  // No waiting: closing has to keep it.
  await close();
  await draftIsThere('Typed in the last instant');
});

test('what was typed before Esc is there afterwards', async () => {
  const { page, close } = await startOnEmpty({ dataDir });
  await typeDraft(page, 'Esc destroys nothing');
  await page.keyboard.press('Escape');
  await page.getByText('Esc destroys nothing').first().waitFor();
  await close();
  await draftIsThere('Esc destroys nothing');
});

test.each([
  ['crashed', 'crash'],
  ['was ended by the system', 'kill'],
] as const)('a page that %s loses nothing older than 300 ms, and is there again', async (_how, how) => {
  const { app, page, kill } = await startOnEmpty({ dataDir });
  await typeDraft(page, 'She paused when the price came up');
  await page.waitForTimeout(300);
  await app.evaluate(({ BrowserWindow }, wanted) => {
    const contents = BrowserWindow.getAllWindows().find((one) => one.isVisible())?.webContents;
    if (wanted === 'crash') contents?.forcefullyCrashRenderer();
    else if (contents !== undefined) process.kill(contents.getOSProcessId(), 'SIGKILL');
  }, how);
  await expect
    .poll(() => shownInWindow(app, { hash: '#/draft/' }), { timeout: 30_000 })
    .toContain('She paused when the price came up');
  await kill();
  await draftIsThere('She paused when the price came up');
});

test('what was typed is kept before the computer sleeps, however short before', async () => {
  const { app, page, kill } = await startOnEmpty({ dataDir });
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: 'Notes', exact: true }).focus();
  // From now on nothing is kept because time has passed: only what asks for it makes the page keep the text.
  await page.evaluate(() => {
    const real = window.setTimeout.bind(window);
    const short = (call: () => void, delay = 0): number => (delay >= 100 ? 0 : real(call, delay));
    window.setTimeout = short as typeof window.setTimeout;
  });
  // All at once, for a text is also kept between two keys.
  await page.keyboard.insertText('Typed in the last instant');
  const drafts = (): Promise<number> =>
    page.evaluate(async () => {
      const { rapport } = window as unknown as {
        readonly rapport: { call(method: string, input: unknown): Promise<{ value?: unknown[]; json?: string }> };
      };
      const { value, json = '[]' } = await rapport.call('drafts.list', {});
      return (value ?? (JSON.parse(json) as unknown[])).length;
    });
  await page.waitForTimeout(1000);
  expect(await drafts()).toBe(0);
  await app.evaluate(({ powerMonitor }) => {
    powerMonitor.emit('suspend');
  });
  await expect.poll(drafts).toBe(1);
  await kill();
  await draftIsThere('Typed in the last instant');
});

test('a second start brings the first window forward and ends', async () => {
  const first = await startOnEmpty({ dataDir });
  const second = await startElectron({ dataDir }).catch((error: unknown) => error);
  if (!(second instanceof Error)) {
    const { app } = second as Awaited<ReturnType<typeof startElectron>>;
    await expect.poll(() => app.process().exitCode, { timeout: 15_000 }).toBe(0);
  }
  const shown = await first.app.evaluate(
    ({ BrowserWindow }) => BrowserWindow.getAllWindows().filter((one) => one.isVisible()).length,
  );
  expect(shown).toBe(1);
  await first.close();
});

test('a damaged journal leads to the page that offers the backups, never to an empty journal', async () => {
  const first = await startOnEmpty({ dataDir });
  await typeDraft(first.page, 'Before the damage');
  await first.page.keyboard.press('Control+5');
  await first.page.getByRole('button', { name: 'Back up now' }).press('Enter');
  await first.page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .waitFor({ timeout: 30_000 });
  await first.close();

  const file = join(dataDir, 'Journal.rapport');
  const damage = Buffer.from('this is not a database any more '.repeat(200));
  await writeFile(file, damage);
  await giveToApp(file);

  const { page, close } = await launchElectron({ dataDir });
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .waitFor({ timeout: 30_000 });
  expect(await page.getByRole('heading', { level: 1, name: 'Today', exact: true }).count()).toBe(0);
  expect(await page.getByRole('button', { name: 'Start empty' }).count()).toBe(0);
  await page
    .getByRole('button', { name: /^Restore/ })
    .first()
    .press('Enter');
  const preview = page.getByRole('dialog', { name: 'Restore preview' });
  await preview.waitFor({ timeout: 30_000 });
  await close();
});
