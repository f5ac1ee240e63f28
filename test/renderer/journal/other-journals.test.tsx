import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { closeJournal, createJournal } from '../../../main/database/open.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { fillJournal, workshopHere } from '../../support/backups.ts';

// Checks and copies are processes of their own.
vi.setConfig({ testTimeout: 30_000 });
const PROCESS = { timeout: 15_000 };

function startWithFile(): TestApp {
  return startApp({ journal: 'file', workshop: workshopHere() });
}

it('another journal is shown with its path, size and counts before it is opened', async () => {
  const app = startWithFile();
  await fillJournal(app);
  const path = join(app.dataDir, 'Work.rapport');
  closeJournal(createJournal(path, { id: 'work', kind: 'own', at: app.clock.now() }));
  app.desk.file = path;
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('button', { name: 'Open another journal…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Open another journal?' }, PROCESS);
  expect(dialog.textContent).toContain(path);
  expect(dialog.textContent).toContain('0 people, 0 conversations');
  await app.user.click(within(dialog).getByRole('button', { name: 'Open this journal' }));
  await screen.findByRole('heading', { level: 1, name: 'Today' }, PROCESS);
  expect(await app.api.journal.state({})).toMatchObject({ path });
});

it('a file that is no journal is named as such, and nothing changes', async () => {
  const app = startWithFile();
  app.desk.file = join(app.dataDir, 'letter.rapport');
  writeFileSync(app.desk.file, 'a letter');
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('button', { name: 'Open another journal…' }));
  expect((await screen.findByRole('alert', {}, PROCESS)).textContent).toContain(
    'It is not a journal of Rapport. Nothing was changed.',
  );
  expect(screen.queryByRole('dialog')).toBeNull();
});

it('a synced folder is answered with an explanation and the better way', async () => {
  const app = startWithFile();
  app.desk.savePath = join(app.dataDir, 'Dropbox', 'New.rapport');
  app.render({ page: 'settings' });
  await app.user.click(await screen.findByRole('button', { name: 'New journal…' }));
  const dialog = await screen.findByRole('dialog', { name: 'Create a new journal?' });
  expect(within(dialog).getByRole('note').textContent).toContain('The journal would lie in a synced folder');
  await app.user.click(within(dialog).getByRole('button', { name: 'Cancel' }));
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  expect(existsSync(app.desk.savePath)).toBe(false);
});

it('the editor keeps the text of a journal that vanished, says so, and saves it when the journal is back', async () => {
  const app = startWithFile();
  app.render({ page: 'new-conversation' });
  await app.user.type(await screen.findByRole('textbox', { name: 'Notes' }), 'Before.');
  await screen.findByText('Draft kept');
  const own = join(app.dataDir, 'Journal.rapport');
  renameSync(own, `${own}.away`);
  await app.user.type(screen.getByRole('textbox', { name: 'Notes' }), ' And after.');
  await screen.findByText(/The journal is not there just now.*saved when it is back/);
  renameSync(`${own}.away`, own);
  await screen.findByText('Draft kept');
  const [draft] = await app.api.drafts.list({});
  expect(JSON.stringify(await app.api.drafts.get({ id: draft?.id ?? ('' as never) }))).toContain('Before. And after.');
});

it('a journal whose disk was not there is opened as soon as it is, without a restart', async () => {
  const app = startWithFile();
  await fillJournal(app);
  const own = join(app.dataDir, 'Journal.rapport');
  app.context.journal.close();
  renameSync(own, `${own}.away`);
  writeFileSync(`${own}-wal`, '');
  app.context.journal.open('own');
  app.render();
  await screen.findByRole('heading', { level: 1, name: 'The journal is not there' });
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('The journal is not there');
  renameSync(`${own}.away`, own);
  await app.user.click(screen.getByRole('button', { name: 'Try again' }));
  await screen.findByRole('heading', { level: 1, name: 'Today' });
});

it('a journal from elsewhere is opened from the first page', async () => {
  const app = startApp({ journal: 'none', workshop: workshopHere() });
  const path = join(app.dataDir, 'Work.rapport');
  closeJournal(createJournal(path, { id: 'work', kind: 'own', at: app.clock.now() }));
  app.desk.file = path;
  app.render();
  await app.user.click(await screen.findByRole('button', { name: 'Open a journal from elsewhere…' }));
  const open = await screen.findByRole('button', { name: 'Open this journal' }, PROCESS);
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(open);
  await screen.findByRole('heading', { level: 1, name: 'Today' }, PROCESS);
  expect(await app.api.journal.state({})).toMatchObject({ path, kind: 'own' });
});
