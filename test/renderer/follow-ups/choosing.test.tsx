import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { followUp, NOW, open, page, row, series } from './page.ts';

test('the list is narrowed down by what is typed and by the kind of date', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz', fields: { tags: ['renewal'] } })).id;
  await followUp(app, 'Send the draft', '2026-11-21', ana);
  await series(app, 'Look at the figures', '2026-11-24');
  await page(app);
  await row(/Look at the figures/);
  const filter = screen.getByRole('searchbox', { name: 'Filter follow-ups' });
  await app.user.type(filter, 'renew');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Look at the figures/ })).toBeNull());
  expect(await row(/Send the draft/)).toBeTruthy();
  await app.user.type(filter, 'zzz');
  expect(await screen.findByText('No open follow-up is like that.')).toBeTruthy();
  await app.user.clear(filter);
  await app.user.click(screen.getByRole('button', { name: /Kind of date/ }));
  await app.user.click(await screen.findByRole('option', { name: 'Repeating' }));
  await waitFor(() => expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull());
  expect(await row(/Look at the figures/)).toBeTruthy();
});

test('several are chosen by keys over all lists and done together, and one undo takes it back', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await followUp(app, 'Third', '2026-12-20');
  await page(app);
  (await row(/First/)).focus();
  await app.user.keyboard(' {ArrowDown}');
  const third = await row(/Third/);
  third.focus();
  await app.user.keyboard(' ');
  const bar = await screen.findByRole('toolbar', { name: 'Chosen follow-ups' });
  expect(within(bar).getByRole('status').textContent).toBe('2 follow-ups chosen');
  expect(await accessibilityProblems()).toEqual([]);
  third.focus();
  await app.user.keyboard('d');
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ words: 'Second' }]));
  expect(screen.queryByRole('toolbar')).toBeNull();
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await open(app)).items).toHaveLength(3));
});

test('several are snoozed and moved to the bin together', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await page(app);
  const choose = async () => {
    (await row(/First/)).focus();
    await app.user.keyboard('{Control>}a{/Control}');
    return screen.findByRole('toolbar', { name: 'Chosen follow-ups' });
  };
  await choose();
  await app.user.keyboard('s');
  await app.user.click(await screen.findByRole('menuitem', { name: /^Next month/ }));
  await waitFor(async () =>
    expect((await open(app)).items.map(({ dueOn }) => dueOn)).toEqual(['2026-12-21', '2026-12-21']),
  );
  const bar = await choose();
  await app.user.click(within(bar).getByRole('button', { name: 'Move to the bin' }));
  await waitFor(async () => expect((await open(app)).items).toEqual([]));
});

test('Shift reaches to further rows and back, and Esc chooses none and leaves the page open', async () => {
  const app = startApp(NOW);
  for (const words of ['First', 'Second', 'Third']) await followUp(app, words, '2026-11-20');
  await page(app);
  const first = await row(/First/);
  const chosen = () => screen.getAllByRole('row', { selected: true }).map((each) => each.getAttribute('aria-label'));
  first.focus();
  await app.user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
  expect(chosen()).toEqual(['First', 'Second', 'Third']);
  await app.user.keyboard('{Shift>}{ArrowUp}{/Shift}');
  expect(chosen()).toEqual(['First', 'Second']);
  expect(document.activeElement).toBe(await row(/Second/));
  // Once all are chosen, it takes none of them back.
  await app.user.keyboard('{Control>}a{/Control}{Shift>}{ArrowUp}{/Shift}');
  expect(chosen()).toEqual(['First', 'Second', 'Third']);
  await app.user.keyboard('{Escape}');
  expect(screen.queryAllByRole('row', { selected: true })).toEqual([]);
  expect(window.location.hash).toBe('#/follow-ups');
});

test('a box chooses its row by Space and by a click, and then a click on another row chooses that one', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  for (const words of ['First', 'Second']) await followUp(app, words, '2026-11-20', ana);
  await page(app);
  const first = await row(/First/);
  first.focus();
  await app.user.keyboard('{ArrowRight} ');
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Select Ana Ruiz: First' }).checked).toBe(true);
  expect(first.getAttribute('aria-selected')).toBe('true');
  await app.user.click(await row(/Second/));
  expect(screen.getAllByRole('row', { selected: true })).toHaveLength(2);
  expect(window.location.hash).toBe('#/follow-ups');
  await app.user.click(within(first).getByRole('checkbox'));
  expect(first.getAttribute('aria-selected')).toBe('false');
});

test('Esc from the menu of a row returns the focus to the button that opened it, or to the row', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-20');
  await page(app);
  const first = await row(/First/);
  first.focus();
  await app.user.keyboard('{ArrowLeft}{Enter}');
  await screen.findByRole('menuitem', { name: /Edit/ });
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(within(first).getByRole('button', { name: 'More' })));
  first.focus();
  await app.user.keyboard('s');
  await screen.findByRole('menuitem', { name: /Tomorrow/ });
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(document.activeElement).toBe(first));
});
