import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startOnEmpty } from './support/electron.ts';
import { countMouseEvents, tabTo } from './support/keyboard.ts';

let started: Awaited<ReturnType<typeof startOnEmpty>>;
let page: Page;

beforeAll(async () => {
  started = await startOnEmpty();
  page = started.page;
});
afterAll(() => started.close());

// What is said to screen readers has to be emptied by no markup, which the policy of the page refuses.
test('a series is made in its form by keys alone, and its numbers and days can be stepped again and again', async () => {
  const mouseEvents = await countMouseEvents(page);
  await page.keyboard.press('Control+Shift+F');
  const dialog = page.getByRole('dialog', { name: 'New follow-up' });
  await tabTo(page, dialog.getByRole('textbox', { name: 'Follow up' }));
  await page.keyboard.type('every 2 months on the last day, look at the figures');
  const every = dialog.getByRole('spinbutton', { name: 'Every how many months' });
  await tabTo(page, every);
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  await dialog.getByText('every 5 months on the last day').waitFor();
  await tabTo(page, dialog.getByRole('group', { name: 'Day', exact: true }).getByRole('spinbutton').last(), {
    backwards: true,
  });
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowUp');
  await tabTo(page, dialog.getByRole('button', { name: 'Save follow-up' }));
  await page.keyboard.press('Enter');
  await dialog.waitFor({ state: 'hidden' });
  await page.keyboard.press('Control+4');
  const row = page.getByRole('row', { name: 'look at the figures' });
  await row.waitFor();
  expect(await row.textContent()).toContain('every 5 months on the last day');
  expect(await mouseEvents()).toBe(0);
  expect(started.complaints).toEqual([]);
});
