import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

afterEach(() => {
  delete document.documentElement.dataset.theme;
  document.documentElement.style.removeProperty('--text-scale');
});

function textScale(): string {
  return document.documentElement.style.getPropertyValue('--text-scale');
}

test('the page has its heading and no barrier', async () => {
  startApp().render({ page: 'settings' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Settings' })).toBeTruthy();
  await screen.findByRole('radio', { name: 'System' });
  await screen.findByText('0 people');
  expect(await accessibilityProblems()).toEqual([]);
});

test('colours change at once and are remembered', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('radio', { name: 'Dark' }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBe('dark'));
  expect(await app.api.settings.get({})).toMatchObject({ theme: 'dark' });
  await app.user.click(screen.getByRole('radio', { name: 'System' }));
  await waitFor(() => expect(document.documentElement.dataset.theme).toBeUndefined());
});

test('the text size steps from 80 to 200 per cent and holds at once', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const size = await screen.findByRole('spinbutton', { name: 'Text size' });
  await waitFor(() => expect(textScale()).toBe('1'));
  await app.user.click(size);
  await app.user.keyboard('{ArrowUp}{ArrowUp}');
  await waitFor(() => expect(textScale()).toBe('1.2'));
  await app.user.clear(size);
  await app.user.type(size, '500{Tab}');
  await waitFor(() => expect(textScale()).toBe('2'));
  expect(await app.api.settings.get({})).toMatchObject({ textSize: 200 });
  await app.user.clear(size);
  await app.user.tab();
  expect(await app.api.settings.get({})).toMatchObject({ textSize: 200 });
});

test('names and notifications are switched one by one', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('switch', { name: 'Names in the window title and in notifications' }));
  await app.user.click(screen.getByRole('switch', { name: 'Notifications' }));
  await waitFor(async () =>
    expect(await app.api.settings.get({})).toMatchObject({ showNames: true, notifications: false }),
  );
});

test('the journal is shown with its path, its size and what is in it, as it is now', async () => {
  const app = startApp({ journal: 'file' });
  app.render({ page: 'settings' });
  const journal = await screen.findByRole('region', { name: 'Journal' });
  expect(await within(journal).findByText(app.context.journal.path)).toBeTruthy();
  expect(within(journal).getByText(/\d (kB|MB)/)).toBeTruthy();
  await app.api.people.create({ name: 'Åsa Lindqvist' });
  expect(await within(journal).findByText('1 person')).toBeTruthy();
});

test('the journal is shown in its folder', async () => {
  const app = startApp({ journal: 'file' });
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('button', { name: 'Show in folder' }));
  expect(app.desk.asked).toContainEqual({ what: 'showInFolder', about: app.context.journal.path });
});

test('from the own journal the sample can be looked at, and from the sample not again', async () => {
  const app = startApp({ journal: 'file' });
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('button', { name: 'Look around in a sample journal' }));
  expect(await screen.findByRole('region', { name: 'Sample journal' })).toBeTruthy();
  expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
  await app.user.click(screen.getByRole('link', { name: 'Settings' }));
  await screen.findByText('12 people');
  expect(screen.queryByRole('button', { name: 'Look around in a sample journal' })).toBeNull();
});

test('quiet hours and the digest are set by their times', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('switch', { name: 'Quiet hours' }));
  expect(await screen.findByRole('group', { name: 'Quiet from' })).toBeTruthy();
  await app.user.click(await screen.findByRole('switch', { name: 'Morning digest' }));
  expect(await screen.findByRole('group', { name: 'Digest at' })).toBeTruthy();
  expect(await app.api.settings.get({})).toMatchObject({
    quietHours: { from: '19:00', until: '08:00' },
    digestAt: '08:00',
  });
  expect(screen.queryByRole('switch', { name: 'Start when you log in' })).toBeNull();
  expect(screen.queryByText('Notifications are blocked by the system')).toBeNull();
  await app.user.click(screen.getByRole('switch', { name: 'Quiet hours' }));
  await waitFor(async () => expect(await app.api.settings.get({})).toMatchObject({ quietHours: null }));
});

test('a system that shows no notifications is named, and one that can start the app is offered', async () => {
  const app = startApp();
  app.desk.able = { notifications: false, notificationActions: false, startAtLogin: true };
  app.render({ page: 'settings' });
  expect(await screen.findByText('Notifications are blocked by the system')).toBeTruthy();
  await app.user.click(screen.getByRole('switch', { name: 'Start when you log in' }));
  await waitFor(async () => expect(await app.api.settings.get({})).toMatchObject({ startAtLogin: true }));
});
