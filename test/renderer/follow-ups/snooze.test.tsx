import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { followUp, NOW, open, page, row } from './page.ts';

test('S opens the snooze menu, and its first due day is remembered', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-20');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('s');
  const menu = await screen.findByRole('menu', { name: 'Snooze' });
  // Saturday: the Monday after the weekend comes before next week.
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map((item) => item.textContent),
  ).toEqual([
    expect.stringMatching(/^Later today, .*1:30/),
    'Tomorrow',
    expect.stringMatching(/^After the weekend, .*23/),
    expect.stringMatching(/^Next week, .*28/),
    expect.stringMatching(/^Next month, .*21/),
    'Until a day…',
  ]);
  await app.user.click(within(menu).getByRole('menuitem', { name: 'Tomorrow' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-11-22' }]));
  expect((await row(/Send the draft/)).textContent).toContain('first due yesterday');
});

test('the snooze menu leads to the next Monday, by keys alone', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-20');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('s');
  await screen.findByRole('menu', { name: 'Snooze' });
  await app.user.keyboard('{ArrowDown}{ArrowDown}{Enter}');
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-11-23' }]));
});

test('a follow-up is snoozed until a day of choice', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-20');
  await page(app);
  await app.user.click(await within(await row(/Send the draft/)).findByRole('button', { name: 'Snooze' }));
  await app.user.click(await screen.findByRole('menuitem', { name: 'Until a day…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Snooze until' });
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(within(dialog).getByRole('button', { name: 'Snooze' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ dueOn: '2026-11-22' }]));
});

test('later today keeps the day and sets a time', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-21');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('s');
  await app.user.click(await screen.findByRole('menuitem', { name: /^Later today/ }));
  await waitFor(async () =>
    expect((await open(app)).items).toMatchObject([
      { dueOn: '2026-11-21', dueTime: '13:30', snoozedFrom: '2026-11-21' },
    ]),
  );
});
