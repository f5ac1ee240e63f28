import { expect, test } from 'vitest';
import { launchElectron } from './support/electron.ts';

test('a template is dragged with the mouse to another place in Settings', async () => {
  const { page, close } = await launchElectron();
  const begin = page.getByRole('button', { name: 'Start empty' });
  const today = page.getByRole('heading', { level: 1, name: 'Today', exact: true });
  await begin.or(today).first().waitFor();
  if (await begin.isVisible()) await begin.press('Enter');
  await today.waitFor();
  await page.getByRole('link', { name: 'Settings' }).click();
  const list = page.getByRole('region', { name: 'Templates' }).getByRole('grid', { name: 'Templates' });
  const names = async (): Promise<readonly string[]> =>
    list.getByRole('row').evaluateAll((rows) => rows.map((row) => row.getAttribute('aria-label') ?? ''));
  await list.getByRole('row', { name: 'Check-in' }).waitFor();
  const before = await names();
  expect(before.indexOf('Check-in')).toBe(2);

  const row = list.getByRole('row', { name: 'Check-in' });
  await row.scrollIntoViewIfNeeded();
  // By the edge of the first row the place before it is meant.
  await row.dragTo(list.getByRole('row', { name: before[0] ?? '' }), { targetPosition: { x: 200, y: 3 } });
  await expect.poll(names).toEqual(['Check-in', ...before.filter((name) => name !== 'Check-in')]);
  await page.keyboard.press('Control+z');
  await expect.poll(names).toEqual(before);
  await close();
});
