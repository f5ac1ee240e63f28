import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { workshopHere } from '../../support/backups.ts';
import { aConversation } from '../../support/conversations.ts';

let app: TestApp;
let ana: PersonId;

async function start(): Promise<void> {
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  const { id: bob } = await app.api.people.create({ name: 'Bob Stone' });
  for (const personIds of [[ana], [ana, bob]]) {
    await app.api.conversations.save({ conversation: aConversation({ personIds, title: 'Renewal' }), draftId: null });
  }
}

async function choose(name: RegExp): Promise<void> {
  app.render({ page: 'person', id: ana });
  await app.user.click(await screen.findByRole('button', { name: 'More' }));
  await app.user.click(await screen.findByRole('menuitem', { name }));
}

test('erasing says what will go and does nothing until the red button is pressed', async () => {
  app = startApp();
  await start();
  await choose(/^Erase for good/);
  const dialog = await screen.findByRole('alertdialog', { name: 'Erase Ana Ruiz for good?' });
  expect(dialog.textContent).toContain('1 conversation with nobody else');
  expect(dialog.textContent).toContain('their part in 1 conversation with others');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect((await app.api.people.get({ id: ana })).name).toBe('Ana Ruiz');
});

test('an erased person is gone, and the backups that hold them can be deleted at once', async () => {
  app = startApp({ journal: 'file', workshop: workshopHere() });
  await start();
  const holding = await app.api.backups.now({});
  await choose(/^Erase for good/);
  const dialog = await screen.findByRole('alertdialog');
  await app.user.click(within(dialog).getByRole('button', { name: 'Erase for good' }));
  const after = await screen.findByRole('dialog', { name: 'Ana Ruiz is erased' });
  expect(window.location.hash).toBe('#/people');
  const list = await within(after).findByRole('list', { name: 'Backups that hold Ana Ruiz' }, { timeout: 30_000 });
  expect(list.textContent).toContain(holding.name);
  // React Aria speaks of the button that was pending by an image without a name, for some seconds.
  const problems = (await accessibilityProblems()).filter((problem) => !problem.startsWith('role-img-alt'));
  expect(problems).toEqual([]);
  await app.user.click(within(after).getByRole('button', { name: 'Delete this backup' }));
  await within(after).findByText(/are deleted/, undefined, { timeout: 30_000 });
  const left = await app.api.backups.list({});
  expect(left.map(({ name }) => name)).not.toContain(holding.name);
  expect(left).toHaveLength(1);
  await app.user.click(within(after).getByRole('button', { name: 'Close' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await expect(app.api.people.get({ id: ana })).rejects.toMatchObject({ code: 'not_found' });
});

test('everything about a person is saved as a file to read', async () => {
  app = startApp();
  await start();
  app.desk.savePath = '/somewhere/ana.html';
  await choose(/to read/);
  await screen.findAllByText('Everything about this person is in the file');
  expect(app.desk.asked.at(-1)).toMatchObject({ what: 'writeFile', about: { path: '/somewhere/ana.html' } });
});
