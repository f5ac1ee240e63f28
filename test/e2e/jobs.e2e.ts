import { rm } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchElectron, newDataFolder } from './support/electron.ts';
import { countMouseEvents, press, tabTo } from './support/keyboard.ts';
import { endRelaunched } from './support/relaunched.ts';

// The three jobs, one after the other, with the keyboard alone: capture, review, keep.

let dataDir: string;
let started: Awaited<ReturnType<typeof launchElectron>>;
let page: Page;
let processId: number | undefined;
let mouseEvents: () => Promise<number>;
const addresses: string[] = [];

async function start(): Promise<void> {
  started = await launchElectron({ dataDir });
  page = started.page;
  processId = started.app.process().pid;
  page.on('request', (request) => addresses.push(request.url()));
  mouseEvents = await countMouseEvents(page);
}

beforeAll(async () => {
  dataDir = await newDataFolder();
  await start();
});

afterAll(async () => {
  await started?.close();
  await rm(dataDir, { recursive: true, force: true });
});

const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true });

test('the first page says where the journal lies, and Start empty leads to Today', async () => {
  await expect.poll(() => page.getByText(dataDir).count()).toBeGreaterThan(0);
  await press(page, page.getByRole('button', { name: 'Start empty' }));
  await heading('Today').waitFor();
});

test('capture: a conversation with marks, a promise and a follow-up is saved from the keyboard', async () => {
  await page.keyboard.press('Control+n');
  const editor = page.getByRole('region', { name: 'Conversation' });
  await editor.waitFor();
  await tabTo(page, editor.getByRole('combobox', { name: 'With' }));
  await page.keyboard.type('Lee Marlow');
  await page.getByRole('option', { name: /Lee Marlow/ }).waitFor();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await editor.getByText('Lee Marlow').first().waitFor();

  await tabTo(page, editor.getByRole('textbox', { name: 'Title', exact: true }));
  await page.keyboard.type('Renewal of the retainer');
  await tabTo(page, editor.getByRole('textbox', { name: 'Notes', exact: true }));
  await page.keyboard.type('The board meets in March.\nWants the café project to go first.');
  await editor.getByRole('status').filter({ hasText: 'Draft kept' }).waitFor();

  await tabTo(page, editor.getByRole('textbox', { name: 'Promise', exact: true }));
  await page.keyboard.type('Send the revised offer');
  await page.keyboard.press('Enter');
  await editor.getByText('Send the revised offer').waitFor();

  await tabTo(page, editor.getByRole('radiogroup', { name: 'Pace', exact: true }));
  await page.keyboard.press('ArrowRight');
  await expect
    .poll(() => editor.getByRole('radio', { name: 'faster', exact: true, checked: true }).count())
    .toBeGreaterThan(0);
  await tabTo(page, editor.getByRole('textbox', { name: 'Moment', exact: true }));
  await page.keyboard.type('when the price came up');

  await tabTo(page, editor.getByRole('textbox', { name: 'Follow up', exact: true }));
  await page.keyboard.type('in 3 weeks');

  await page.keyboard.press('Control+Enter');
  await editor
    .getByRole('status')
    .filter({ hasText: 'Saved' })
    .or(page.getByText('Saved', { exact: true }))
    .first()
    .waitFor();
});

test('find: the conversation is found by a word of its notes, accents or not', async () => {
  await page.keyboard.press('Control+f');
  await heading('Search').waitFor();
  await tabTo(page, page.getByRole('searchbox', { name: 'Search the journal' }));
  await page.keyboard.type('cafe');
  const results = page
    .getByRole('list', { name: 'Results' })
    .or(page.getByRole('grid', { name: 'Results' }))
    .or(page.getByRole('listbox', { name: 'Results' }));
  await results.getByText('Renewal of the retainer').waitFor();
  expect(await results.locator('mark').first().textContent()).toBe('café');
});

test('review: one key shows the brief, which goes on paper', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
  await page.keyboard.type('lee marl');
  await page
    .getByRole('option', { name: /Lee Marlow/ })
    .first()
    .waitFor();
  await page.keyboard.press('Enter');
  await heading('Lee Marlow').waitFor();
  await page.keyboard.press('Control+b');
  const brief = page.getByRole('region', { name: 'Brief' });
  await brief.waitFor();
  await brief.getByText('Renewal of the retainer').first().waitFor();
  await brief.getByText('Send the revised offer').first().waitFor();
  await brief.getByRole('button', { name: 'Save as PDF' }).waitFor();
  const pdf = await started.app.evaluate(async ({ BrowserWindow }) => {
    const bytes = await BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.webContents.printToPDF({ pageSize: 'A4' });
    return Array.from(bytes ?? []);
  });
  const pages =
    Buffer.from(pdf)
      .toString('latin1')
      .match(/\/Type\s*\/Page\b/g) ?? [];
  expect(pages).toHaveLength(1);
});

test('keep: a backup proves itself, a restore shows what it will do, happens, and is undone', async () => {
  await page.keyboard.press('Control+5');
  await heading('Backups').waitFor();
  await press(page, page.getByRole('button', { name: 'Back up now' }));
  const backups = page.getByRole('list', { name: 'Backups' }).or(page.getByRole('grid', { name: 'Backups' }));
  const restore = backups.getByRole('button', { name: /^Restore/ });
  await restore.first().waitFor({ timeout: 30_000 });
  await expect
    .poll(() => page.getByRole('status', { name: 'Last verified backup' }).textContent())
    .toMatch(/today|now|minute/i);

  // Something that the backup does not have.
  await page.keyboard.press('Control+Shift+N');
  const dialog = page.getByRole('dialog', { name: 'New person' });
  await tabTo(page, dialog.getByRole('textbox', { name: 'Name', exact: true }));
  await page.keyboard.type('Added Afterwards');
  await page.keyboard.press('Enter');
  await heading('Added Afterwards').waitFor();

  await page.keyboard.press('Control+5');
  await press(page, restore.first());
  const preview = page.getByRole('dialog', { name: 'Restore preview' });
  await preview.getByText('Added Afterwards').waitFor({ timeout: 30_000 });
  const ended = new Promise((resolve) => started.app.process().once('exit', resolve));
  await press(page, preview.getByRole('button', { name: 'Replace journal' }));
  await ended;

  await endRelaunched(dataDir, processId);
  await start();
  await page.keyboard.press('Control+2');
  await heading('People').waitFor();
  await page.getByText('Lee Marlow').first().waitFor();
  expect(await page.getByText('Added Afterwards').count()).toBe(0);

  await page.keyboard.press('Control+5');
  const endedAgain = new Promise((resolve) => started.app.process().once('exit', resolve));
  await press(page, page.getByRole('button', { name: 'Undo restore' }));
  await endedAgain;

  await endRelaunched(dataDir, processId);
  await start();
  await page.keyboard.press('Control+2');
  await page.getByText('Added Afterwards').first().waitFor();
});

test('all of it without a mouse and without a request outside the app', async () => {
  expect(await mouseEvents()).toBe(0);
  expect(addresses.filter((address) => !address.startsWith('app://journal/'))).toEqual([]);
});
