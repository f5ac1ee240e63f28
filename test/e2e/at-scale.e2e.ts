import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Database } from '../../main/database/driver.ts';
import { workingCopy } from '../../scripts/bench/journal.ts';
import { giveToApp, launchElectron } from './support/electron.ts';
import { countMouseEvents, tabTo } from './support/keyboard.ts';
import { inkOf, printedPages } from './support/paper.ts';

// Ten minutes before a meeting, with ten years of notes: the journal of the benchmark, which is made once a fortnight. The
// times are told and not judged here; `npm run bench` measures them beside their floors.

const CONVERSATIONS = 100_000;
/** The margins of the printed sheet in points, less a hair for the rounding of edges. */
const MARGINS = { across: 49, down: 43 } as const;

let copy: Awaited<ReturnType<typeof workingCopy>>;
let started: Awaited<ReturnType<typeof launchElectron>>;
let page: Page;
let mouseEvents: () => Promise<number>;
let bestKnown: { readonly id: string; readonly name: string; readonly conversations: number };
const times: string[] = [];

beforeAll(async () => {
  copy = await workingCopy();
  const database = new Database(join(copy.folder, 'Journal.rapport'), { readonly: true, mustExist: true });
  try {
    const [count] = database.all<{ all: number }>('SELECT count(*) AS "all" FROM conversation');
    expect(count?.all).toBe(CONVERSATIONS);
    const [person] = database.all<typeof bestKnown>(
      `SELECT person.id, person.name, part.conversations
       FROM (SELECT person_id, count(*) AS conversations FROM conversation_person GROUP BY person_id
             ORDER BY count(*) DESC LIMIT 1) AS part JOIN person ON person.id = part.person_id`,
    );
    if (person === undefined) throw new Error('The journal is empty.');
    bestKnown = person;
  } finally {
    database.close();
  }
  await giveToApp(copy.folder);
});

afterAll(async () => {
  await started?.close();
  await copy?.remove();
  console.log(`with ${CONVERSATIONS} conversations: ${times.join(', ')}`);
});

/** Does something and writes down how long it took. */
async function timed(name: string, act: () => Promise<void>): Promise<void> {
  const before = performance.now();
  await act();
  times.push(`${name} ${Math.round(performance.now() - before)} ms`);
}

test('it opens on Today', async () => {
  await timed('start', async () => {
    started = await launchElectron({ dataDir: copy.folder });
    page = started.page;
    await page.getByRole('heading', { level: 1, name: 'Today' }).waitFor();
  });
  mouseEvents = await countMouseEvents(page);
});

test('search: a word is found while it is typed, and its first hit is opened', async () => {
  await page.keyboard.press('Control+f');
  await tabTo(page, page.getByRole('searchbox', { name: 'Search the journal' }));
  await timed('search', async () => {
    await page.keyboard.type('channel:phone complaint');
    await page.locator('mark').first().waitFor();
  });
  await timed('best first', async () => {
    await page.keyboard.press('Enter');
    await page.getByText(/shown, best first/).waitFor();
  });
  await page.keyboard.press('ArrowDown');
  await expect.poll(() => page.locator('a:focus').count()).toBe(1);
  await timed('open a hit', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('region', { name: 'Conversation' }).waitFor();
  });
});

test('open: the person of the most conversations, by name', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
  await timed('find a person', async () => {
    await page.keyboard.type(`@${bestKnown.name}`);
    await page.getByRole('option', { name: bestKnown.name }).first().waitFor();
  });
  await timed('open the person', async () => {
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: bestKnown.name }).waitFor();
    await page
      .getByRole('list', { name: 'Timeline' })
      .or(page.getByRole('grid', { name: 'Timeline' }))
      .waitFor();
  });
});

test('the next person: a key that comes as soon as somebody was chosen in the palette counts', async () => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Command palette' }).waitFor();
  await page.keyboard.type(`@${bestKnown.name}`);
  await page.getByRole('option', { name: bestKnown.name }).first().waitFor();
  // Nobody is at the end of the list towards which it goes.
  const [on, back] = bestKnown.name < 'M' ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown'];
  for (const key of ['Enter', `Alt+${on}`, `Alt+${on}`]) await page.keyboard.press(key);
  const title = (): Promise<string | null> => page.getByRole('heading', { level: 1 }).textContent();
  await expect.poll(title).not.toBe(bestKnown.name);
  for (const key of [`Alt+${back}`, `Alt+${back}`]) await page.keyboard.press(key);
  await expect.poll(title).toBe(bestKnown.name);
});

test('brief and print: one sheet, on which everything stands within the margins', async () => {
  const brief = page.getByRole('region', { name: 'Brief' });
  await timed('brief', async () => {
    await page.keyboard.press('Control+b');
    await brief.getByRole('heading', { level: 2, name: 'Where you left off' }).waitFor();
  });
  const path = join(copy.folder, 'brief.pdf');
  await started.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = async () => ({ canceled: false, filePath });
  }, path);
  await timed('print', async () => {
    await page.keyboard.press('Control+Shift+S');
    await brief.getByRole('status').filter({ hasText: 'Saved as PDF' }).waitFor();
  });
  const pdf = await readFile(path);
  await rm(path);
  const sheets = await printedPages(pdf);
  expect(sheets).toHaveLength(1);
  for (const sheet of sheets) {
    const { share, inMargins } = inkOf(sheet, MARGINS);
    expect(inMargins).toBe(0);
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.5);
  }
});

test('looking back: a year with hundreds of people is one sheet, too', async () => {
  await page.keyboard.press('Control+Shift+L');
  await tabTo(page, page.getByRole('radiogroup', { name: 'Look back over' }));
  await timed('a year', async () => {
    await page.keyboard.press('ArrowRight');
    await page.getByText(/more people are not shown/).waitFor();
  });
  // What Print gives the printer.
  for (const pageSize of ['A4', 'Letter'] as const) {
    const pdf = await started.app.evaluate(async ({ BrowserWindow }, size) => {
      const shown = BrowserWindow.getAllWindows().find(({ webContents }) =>
        webContents.getURL().includes('looking-back'),
      );
      return (await shown?.webContents.printToPDF({ pageSize: size }))?.toString('base64') ?? '';
    }, pageSize);
    const sheets = await printedPages(Buffer.from(pdf, 'base64'));
    expect(sheets, pageSize).toHaveLength(1);
    for (const sheet of sheets) expect(inkOf(sheet, MARGINS).inMargins).toBe(0);
  }
});

test('all of it without a mouse', async () => {
  expect(await mouseEvents()).toBe(0);
});
