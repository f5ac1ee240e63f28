import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { createAutomaticBackups } from '../../../main/backups/automatic.ts';
import { memoryOf } from '../../../main/backups/memory.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { fillJournal, realWorkshop } from '../../support/backups.ts';

// Every backup and check is a process of its own.
vi.setConfig({ testTimeout: 30_000 });
const PROCESS = { timeout: 15_000 };

function startWithFile(): TestApp {
  return startApp({ journal: 'file', workshop: realWorkshop() });
}

it('the page of backups fills a second place and says what reached it', async () => {
  const app = startWithFile();
  await fillJournal(app);
  await app.api.backups.now({});
  const stick = join(app.dataDir, 'stick');
  mkdirSync(stick);
  app.render({ page: 'backups' });
  await app.user.click(await screen.findByRole('button', { name: 'Choose a second place…' }));
  expect(screen.queryByRole('status', { name: 'Second place' })).toBeNull();
  app.desk.folder = stick;
  await app.user.click(screen.getByRole('button', { name: 'Choose a second place…' }));
  const status = await screen.findByRole('status', { name: 'Second place' });
  await waitFor(() => expect(status.textContent).toMatch(/^Newest copy: .*today.*\.$/i), PROCESS);
  await app.user.click(screen.getByRole('button', { name: 'Copy there no more' }));
  await waitFor(() => expect(screen.queryByRole('status', { name: 'Second place' })).toBeNull());
});

it('the page of backups verifies them all, names a rotten one and keeps it apart', async () => {
  const app = startWithFile();
  await fillJournal(app);
  await app.api.backups.now({});
  const bad = await app.api.backups.now({});
  writeFileSync(join(bad.folder, bad.name), 'rubbish');
  app.render({ page: 'backups' });
  await app.user.click(await screen.findByRole('button', { name: 'Verify all backups' }, PROCESS));
  const progress = await screen.findByRole('progressbar');
  expect(progress).toBeDefined();
  expect(
    await screen.findByText('2 backups checked; 1 is not as it was made. The others are.', {}, PROCESS),
  ).toBeDefined();
  const damaged = await screen.findByRole('list', { name: 'Damaged backups' });
  expect(damaged.textContent).toContain('It is not a journal of Rapport.');
  await waitFor(() =>
    expect(within(screen.getByRole('list', { name: 'Backups' })).getAllByRole('listitem')).toHaveLength(1),
  );
  expect(await accessibilityProblems()).toEqual([]);
});

it('the window says what it waits for before it closes, and can be closed without waiting', async () => {
  const app = startWithFile();
  await app.api.people.create({ name: 'Mara Lindgren' });
  const automatic = createAutomaticBackups(app.context);
  app.render({ page: 'people' });
  await screen.findByRole('heading', { level: 1, name: 'People' });
  automatic.changed(['people']);
  const closing = automatic.beforeClosing();
  await screen.findByRole('alertdialog', { name: 'Saving a backup' });
  await app.user.keyboard('{Enter}');
  await closing;
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
});

it('Today asks for a second place once the journal is a week old, and no more when that is dismissed', async () => {
  const app = startWithFile();
  app.clock.advanceDays(7);
  app.render({ page: 'today' });
  await screen.findByText('The backups are on the same disk as the journal');
  await app.user.click(screen.getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByText('The backups are on the same disk as the journal')).toBeNull());
});

it('Today says that no backup could be made', async () => {
  const app = startWithFile();
  memoryOf(app.context).failure = { at: app.clock.now(), full: true };
  app.render({ page: 'today' });
  expect((await screen.findByRole('alert')).textContent).toContain('There is not enough room on the disk.');
});
