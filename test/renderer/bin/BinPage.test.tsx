import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

let app: TestApp;

beforeEach(() => {
  app = startApp({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
});

const page = () => screen.findByRole('heading', { level: 1, name: 'Bin' });
const row = (name: RegExp) => screen.findByRole('row', { name });

test('an empty bin teaches what waits in it', async () => {
  app.render({ page: 'bin' });
  await page();
  expect(await screen.findByText('The bin is empty')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('an organisation whose name was taken meanwhile is not restored, and the reason is said', async () => {
  const { id } = await app.api.organisations.create({ name: 'Lindgren & Co' });
  await app.api.organisations.bin({ id });
  await app.api.organisations.create({ name: 'Lindgren & Co' });
  app.render({ page: 'bin' });
  await app.user.click(await within(await row(/^Organisation/)).findByRole('button', { name: /^Restore/ }));
  expect(await screen.findAllByText(/Another organisation has this name now/)).not.toEqual([]);
  expect(await row(/^Organisation/)).toBeTruthy();
});

test('an entry says when it goes, and is restored by its button or by R', async () => {
  const { id: ana } = await app.api.people.create({ name: 'Ana Ruiz' });
  const { id: promise } = await app.api.promises.create({
    personId: ana,
    conversationId: null,
    givenBy: 'me',
    words: 'Send the draft',
    dueOn: null,
  });
  await app.api.promises.bin({ id: promise });
  app.clock.advanceDays(26);
  await app.api.people.bin({ id: ana });
  app.render({ page: 'bin' });
  expect((await row(/^Promise/)).textContent).toContain('goes in 4 days');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(await within(await row(/^Person/)).findByRole('button', { name: 'Restore: Person, Ana Ruiz' }));
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Person/ })).toBeNull());
  expect((await app.api.people.get({ id: ana })).deletedAt).toBeNull();
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await row(/^Person/);
  (await row(/^Promise/)).focus();
  await app.user.keyboard('r');
  await waitFor(() => expect(screen.queryByRole('row', { name: /^Promise/ })).toBeNull());
});

test('the bin is reached by its key from anywhere, and an entry with a page is opened by Enter', async () => {
  const { id } = await app.api.people.create({ name: 'Ana Ruiz' });
  await app.api.people.bin({ id });
  app.render({ page: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  await app.user.keyboard('{Control>}{Shift>}{Delete}{/Shift}{/Control}');
  await page();
  (await row(/^Person/)).focus();
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe(`#/person/${id}`));
});
