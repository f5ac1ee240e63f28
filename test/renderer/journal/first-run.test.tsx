import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

test('the first page says where the journal will lie, and that nothing leaves the computer', async () => {
  const app = startApp({ journal: 'none' });
  app.render();
  expect(await screen.findByRole('heading', { level: 1, name: 'Rapport' })).toBeTruthy();
  expect(screen.getByText(join(app.dataDir, 'Journal.rapport'))).toBeTruthy();
  expect(screen.getByText(/Nothing leaves this computer/)).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('Enter starts an empty journal and shows Today', async () => {
  const app = startApp({ journal: 'none' });
  app.render();
  await screen.findByRole('button', { name: 'Start empty' });
  expect(document.activeElement?.textContent).toBe('Start empty');
  await app.user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Today' })).toBeTruthy();
  expect(existsSync(join(app.dataDir, 'Journal.rapport'))).toBe(true);
  expect(screen.queryByRole('region', { name: 'Sample journal' })).toBeNull();
});

test('a start that does not succeed says so in one sentence and can be tried again', async () => {
  const app = startApp({ journal: 'none' });
  app.render();
  const start = await screen.findByRole('button', { name: 'Start empty' });
  // Somebody put a file there in the meantime.
  writeFileSync(join(app.dataDir, 'Journal.rapport'), 'something else');
  await app.user.click(start);
  expect((await screen.findByRole('alert')).textContent).toContain('nothing was overwritten');
  expect(screen.getByRole('button', { name: 'Start empty' }).hasAttribute('disabled')).toBe(false);
});

test('the sample is marked as such in the sidebar and in the title', async () => {
  const app = startApp({ journal: 'none' });
  app.render();
  await app.user.click(await screen.findByRole('button', { name: 'Look around in a sample journal' }));
  const notice = await screen.findByRole('region', { name: 'Sample journal' });
  expect(within(notice).getByRole('button', { name: 'Leave the sample' })).toBeTruthy();
  expect(document.title).toBe('Rapport – sample journal');
});

test('the sample is left and deleted in one act, back to the first page', async () => {
  const app = startApp({ journal: 'none' });
  app.render();
  await app.user.click(await screen.findByRole('button', { name: 'Look around in a sample journal' }));
  await app.user.click(await screen.findByRole('button', { name: 'Leave the sample' }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Leave the sample journal?' });
  expect(dialog.textContent).toContain('You come back to the first page.');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(within(dialog).getByRole('button', { name: 'Delete the sample' }));
  expect(await screen.findByRole('button', { name: 'Start empty' })).toBeTruthy();
  expect(existsSync(join(app.dataDir, 'Sample.rapport'))).toBe(false);
  expect(document.title).toBe('Rapport');
});

test('the sample can be kept, and Esc stays in it', async () => {
  const app = startApp({ journal: 'file' });
  await app.api.journal.openSample({});
  app.render();
  await app.user.click(await screen.findByRole('button', { name: 'Leave the sample' }));
  await screen.findByRole('alertdialog');
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(await app.api.journal.state({})).toMatchObject({ kind: 'sample' });

  await app.user.click(screen.getByRole('button', { name: 'Leave the sample' }));
  await app.user.click(await screen.findByRole('button', { name: 'Keep the sample' }));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Sample journal' })).toBeNull());
  expect(await app.api.journal.state({})).toMatchObject({ kind: 'own' });
  expect(existsSync(join(app.dataDir, 'Sample.rapport'))).toBe(true);
});
