import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { followUp, NOW, open, page, row, series } from './page.ts';

test('without follow-ups the page teaches what they are, and nothing on it is hard to reach', async () => {
  const app = startApp(NOW);
  await page(app);
  expect(await screen.findByText('No open follow-ups')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('open follow-ups stand under when they are due', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  await followUp(app, 'Send the draft', '2026-11-19', ana);
  await followUp(app, 'Renew the domain', '2026-11-21');
  await followUp(app, 'Ask about the launch', '2026-11-22');
  await followUp(app, 'Plan the review', '2026-12-20');
  await page(app);
  const inSection = async (name: string) => within(await screen.findByRole('region', { name })).getAllByRole('row');
  expect((await inSection('Overdue')).map((each) => each.textContent)).toMatchObject([
    expect.stringMatching(/2 days ago.*Ana Ruiz.*Send the draft/),
  ]);
  expect((await inSection('Today'))[0]?.textContent).toContain('Renew the domain');
  expect((await inSection('This week'))[0]?.textContent).toContain('Ask about the launch');
  expect((await inSection('Later'))[0]?.textContent).toContain('Plan the review');
  expect(await accessibilityProblems()).toEqual([]);
});

test('D does a follow-up, and the toast takes it back', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-21');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('d');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull());
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await row(/Send the draft/)).toBeTruthy();
});

test('what is done is there when it is asked for, and can be opened again', async () => {
  const app = startApp(NOW);
  const id = await followUp(app, 'Send the draft', '2026-11-21');
  await app.api.followUps.done({ id });
  await page(app);
  expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull();
  await app.user.click(await screen.findByRole('button', { name: 'Done' }));
  const done = await row(/Send the draft/);
  expect(done.textContent).toContain('done today');
  await app.user.click(within(done).getByRole('button', { name: 'Reopen' }));
  await waitFor(async () => expect((await open(app)).items).toMatchObject([{ id, doneAt: null }]));
});

test('Enter opens the person', async () => {
  const app = startApp(NOW);
  const ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  await followUp(app, 'Send the draft', '2026-11-21', ana);
  await page(app);
  (await row(/Ana Ruiz/)).focus();
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/person/${ana}`);
});

test('the arrow keys move from row to row and to what a row can do', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await page(app);
  (await row(/First/)).focus();
  await app.user.keyboard('{ArrowDown}');
  expect(document.activeElement).toBe(await row(/Second/));
  await app.user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Select');
  await app.user.keyboard('{ArrowRight}');
  expect(document.activeElement?.getAttribute('aria-label')).toBe('Done');
});

test('the focus goes on to the next row when one is done', async () => {
  const app = startApp(NOW);
  await followUp(app, 'First', '2026-11-19');
  await followUp(app, 'Second', '2026-11-20');
  await page(app);
  (await row(/First/)).focus();
  await app.user.keyboard('d');
  await waitFor(() => expect(screen.queryByRole('row', { name: /First/ })).toBeNull());
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Second'));
});

test('Delete moves a follow-up to the bin, and the toast takes it back', async () => {
  const app = startApp(NOW);
  await followUp(app, 'Send the draft', '2026-11-21');
  await page(app);
  (await row(/Send the draft/)).focus();
  await app.user.keyboard('{Delete}');
  await waitFor(() => expect(screen.queryByRole('row', { name: /Send the draft/ })).toBeNull());
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  expect(await row(/Send the draft/)).toBeTruthy();
});

test('a long list is read further on demand', async () => {
  const app = startApp(NOW);
  for (let index = 0; index < 60; index += 1) await followUp(app, `Number ${index}`, '2026-12-20');
  await page(app);
  await row(/Number 0/);
  expect(screen.getAllByRole('row')).toHaveLength(50);
  await app.user.click(screen.getByRole('button', { name: 'Show more' }));
  await waitFor(() => expect(screen.getAllByRole('row')).toHaveLength(60));
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a series that rests is there however many others are due before it, and takes the place of none', async () => {
  const app = startApp(NOW);
  for (let index = 0; index < 50; index += 1) await followUp(app, `Old ${index}`, '2026-11-17');
  const resting = [
    await series(app, 'How is it going', '2026-11-10'),
    await series(app, 'And the launch', '2027-02-16'),
  ];
  for (const id of resting) await app.api.followUps.pause({ id });
  await page(app);
  const rows = (name: string) => within(screen.getByRole('region', { name })).getAllByRole('row');
  await row(/And the launch/);
  expect([rows('Overdue').length, rows('Paused').length]).toEqual([50, 2]);
  expect(within(screen.getByRole('region', { name: 'Overdue' })).getByText('50 follow-ups')).toBeTruthy();
  expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
});

test('a long group hides none of those after it, and each is read further by itself', async () => {
  const app = startApp(NOW);
  for (let index = 0; index < 60; index += 1) await followUp(app, `Old ${index}`, '2026-11-19');
  await followUp(app, 'Renew the domain', '2026-11-21');
  for (let index = 0; index < 55; index += 1) await followUp(app, `Far ${index}`, '2026-12-20');
  await page(app);
  await row(/Renew the domain/);
  const rows = (name: string) => within(screen.getByRole('region', { name })).getAllByRole('row');
  expect([rows('Overdue').length, rows('Today').length, rows('Later').length]).toEqual([50, 1, 50]);
  expect(within(screen.getByRole('region', { name: 'Overdue' })).getByText('the first 50 follow-ups')).toBeTruthy();
  await app.user.click(
    within(screen.getByRole('region', { name: 'Later' })).getByRole('button', { name: 'Show more' }),
  );
  await waitFor(() => expect(rows('Later')).toHaveLength(55));
  expect(rows('Overdue')).toHaveLength(50);
  expect(within(screen.getByRole('region', { name: 'Later' })).getByText('55 follow-ups')).toBeTruthy();
});

test('a journal that cannot be read is said in one sentence', async () => {
  const app = startApp(NOW);
  app.context.database.exec('ALTER TABLE follow_up RENAME TO gone');
  app.render({ page: 'follow-ups' });
  expect((await screen.findByRole('alert')).textContent).toContain('Something went wrong in Rapport');
});

test('that the system blocks notifications is said where they are missed, until it is dismissed', async () => {
  const app = startApp(NOW);
  app.desk.able = { ...app.desk.able, notifications: false };
  await app.api.settings.change({ notifications: false });
  await page(app);
  await screen.findByText('No open follow-ups');
  // Nobody misses what is switched off.
  expect(screen.queryByText('Notifications are blocked by the system')).toBe(null);
  await app.api.settings.change({ notifications: true });
  await screen.findByText('Notifications are blocked by the system');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(screen.getByRole('button', { name: 'Dismiss' }));
  expect(screen.queryByText('Notifications are blocked by the system')).toBe(null);
  window.location.hash = '#/promises';
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  window.location.hash = '#/follow-ups';
  await screen.findByText('No open follow-ups');
  expect(screen.queryByText('Notifications are blocked by the system')).toBe(null);
});
