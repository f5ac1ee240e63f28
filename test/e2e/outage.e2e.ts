import { mkdir, readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { newDataFolder, startOnEmpty } from './support/electron.ts';

let dataDir: string;
beforeEach(async () => {
  dataDir = await newDataFolder();
});
afterEach(() => rm(dataDir, { recursive: true, force: true }));

const JOURNAL_FILES = ['Journal.rapport', 'Journal.rapport-wal', 'Journal.rapport-shm'];

/** What an unplugged disk does: the journal is not under its path any more, or is again. */
async function moveJournal(from: string, to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const names = await readdir(from);
  for (const name of JOURNAL_FILES) if (names.includes(name)) await rename(join(from, name), join(to, name));
}

async function typeWhileAway() {
  const started = await startOnEmpty({ dataDir });
  await moveJournal(dataDir, join(dataDir, 'Away'));
  await started.page.keyboard.press('Control+n');
  const notes = started.page.getByRole('textbox', { name: 'Notes', exact: true });
  await notes.focus();
  await started.page.keyboard.type('Typed while the disk was unplugged');
  await started.page.getByText('The journal is not there just now').first().waitFor();
  return started;
}

test('what was typed while the journal was away, until the app ended, is there when it is back', async () => {
  const { close } = await typeWhileAway();
  await close();
  expect((await readdir(dataDir)).filter((name) => name.startsWith('Unsaved text'))).toHaveLength(1);
  await moveJournal(join(dataDir, 'Away'), dataDir);
  const again = await startOnEmpty({ dataDir });
  await again.page.getByText('Typed while the disk was unplugged').first().waitFor();
  await again.close();
  expect((await readdir(dataDir)).filter((name) => name.startsWith('Unsaved text'))).toEqual([]);
});

test('what was typed while the journal was away and where no file could be written holds the end of the app', async () => {
  const { page, app, close } = await typeWhileAway();
  // A folder in the way does what a full disk does: the file for the text cannot be written.
  const [name = ''] = (await readdir(dataDir)).filter((each) => each.startsWith('Unsaved text'));
  await rm(join(dataDir, name));
  await mkdir(join(dataDir, `${name}.new`));
  await page.keyboard.type(', and more of it');
  await app.evaluate(({ app: electron }) => electron.quit());
  const dialog = page.getByRole('alertdialog', { name: 'Some text is not saved yet' });
  await dialog.waitFor();
  await dialog.getByRole('button', { name: 'Stay' }).press('Enter');
  await dialog.waitFor({ state: 'detached' });
  await moveJournal(join(dataDir, 'Away'), dataDir);
  await page.getByText('The journal is not there just now').first().waitFor({ state: 'detached' });
  await page.getByRole('status').filter({ hasText: 'Draft kept' }).first().waitFor();
  await rm(join(dataDir, `${name}.new`), { recursive: true });
  await close();
  const again = await startOnEmpty({ dataDir });
  await again.page.getByText('unplugged, and more of it').first().waitFor();
  await again.close();
});
