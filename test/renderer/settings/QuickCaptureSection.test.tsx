import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';

test('the global shortcut is off until it is switched on, and a combination held by another program is said so', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const choice = await screen.findByRole('radiogroup', { name: 'Global shortcut' });
  expect(within(choice).getByRole<HTMLInputElement>('radio', { name: 'Off' }).checked).toBe(true);
  app.desk.reach = { shortcut: 'taken', isLimited: true, tray: 'off' };
  await app.user.click(within(choice).getByRole('radio', { name: 'Ctrl+Alt+R' }));
  expect(await screen.findByText(/^Another program holds this combination/)).toBeTruthy();
  expect(screen.getByText(/runs on Wayland/)).toBeTruthy();
  expect((await app.api.settings.get({})).captureShortcut).toBe('CommandOrControl+Alt+R');
});

test('the icon in the tray is there only when it is switched on', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const tray = await screen.findByRole('switch', { name: 'Icon in the tray' });
  app.desk.reach = { shortcut: 'off', isLimited: false, tray: 'failed' };
  await app.user.click(tray);
  await waitFor(async () => expect((await app.api.settings.get({})).tray).toBe(true));
  expect(await screen.findByText('This desktop has no place for icons of programs.')).toBeTruthy();
});
