import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { TestApp } from '../../support/app.tsx';
import { startApp } from '../../support/app.tsx';
import { fillJournal, realWorkshop } from '../../support/backups.ts';

// Every backup, check and preview is a process of its own.
vi.setConfig({ testTimeout: 30_000 });
const PROCESS = { timeout: 10_000 };

function startWithFile(): TestApp {
  return startApp({ journal: 'file', workshop: realWorkshop() });
}

const button = (name: string) => screen.findByRole('button', { name }, PROCESS);

describe('the page of backups', () => {
  it('teaches what a backup is while there is none', async () => {
    startWithFile().render({ page: 'backups' });
    expect(await screen.findByRole('heading', { level: 1, name: 'Backups' })).toBeDefined();
    expect(await screen.findByText('Your backups will be listed here')).toBeDefined();
    expect(screen.getByRole('status', { name: 'Last verified backup' }).textContent).toContain(
      'No verified backup yet',
    );
  });

  it('makes a backup at the press of a button and lists it when it has proved itself', async () => {
    const app = startWithFile();
    await fillJournal(app);
    app.render({ page: 'backups' });
    await app.user.click(await button('Back up now'));
    const list = await screen.findByRole('list', { name: 'Backups' }, PROCESS);
    const row = within(list).getByRole('listitem');
    expect(row.textContent).toContain('#0001, on request');
    expect(row.textContent).toContain('2 people, 1 conversation');
    expect(row.textContent).toMatch(/Verified today/);
    expect(screen.getByRole('status', { name: 'Last verified backup' }).textContent).toMatch(/today/);
  });

  it('makes one by its key from any page', async () => {
    const app = startWithFile();
    app.render({ page: 'help' });
    await screen.findByRole('heading', { level: 1, name: 'Help' });
    await app.user.keyboard('{Control>}{Shift>}B{/Shift}{/Control}');
    expect(await screen.findByRole('list', { name: 'Backups' }, PROCESS)).toBeDefined();
  });

  it('shows how far a backup has come and stops it when asked', async () => {
    const app = startWithFile();
    app.render({ page: 'backups' });
    await app.user.click(await button('Back up now'));
    expect(await screen.findByRole('progressbar')).toBeDefined();
    await app.user.click(await button('Cancel'));
    await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull(), PROCESS);
    expect(screen.queryByRole('list', { name: 'Backups' })).toBeNull();
    expect(readdirSync(join(app.dataDir, 'Backups'))).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('says in one sentence why there is no backup', async () => {
    const app = startWithFile();
    writeFileSync(join(app.dataDir, 'Backups'), 'a file where the folder should be');
    app.render({ page: 'backups' });
    await app.user.click(await button('Back up now'));
    expect(await screen.findByText('No backup was made', {}, PROCESS)).toBeDefined();
  });

  it('names a backup that has rotted, and does not offer to replace the journal with it', async () => {
    const app = startWithFile();
    await fillJournal(app);
    const { folder, name } = await app.api.backups.now({});
    writeFileSync(join(folder, name), 'rubbish');
    app.render({ page: 'backups' });
    expect(await screen.findByText(/Not verified. It is not a journal of Rapport./, {}, PROCESS)).toBeDefined();
    await app.user.click(await button('Restore…'));
    const dialog = await screen.findByRole('dialog', { name: 'Restore preview' });
    expect((await within(dialog).findByRole('alert', {}, PROCESS)).textContent).toContain('Nothing was changed.');
    expect(within(dialog).getByRole('button', { name: 'Replace journal' }).hasAttribute('disabled')).toBe(true);
  });

  it('shows what a restore would do, then replaces the journal', async () => {
    const app = startWithFile();
    await fillJournal(app);
    await app.api.backups.now({});
    await app.api.people.create({ name: 'Nadia Haddad' });
    app.render({ page: 'backups' });
    await app.user.click(await button('Restore…'));
    const dialog = await screen.findByRole('dialog', { name: 'Restore preview' });
    expect(
      await within(dialog).findByText(
        '0 entries would come back, 0 entries would be changed back, 1 entry would go.',
        {},
        PROCESS,
      ),
    ).toBeDefined();
    expect(within(dialog).getByRole('row', { name: /^People/ }).textContent).toContain('People32');
    expect(within(dialog).getByRole('row', { name: /^Nadia Haddad/ }).textContent).toContain('Nadia Haddad001');
    await app.user.click(within(dialog).getByRole('button', { name: 'Replace journal' }));
    expect(await within(dialog).findByText(/Rapport closes now/, {}, PROCESS)).toBeDefined();
    expect(app.desk.asked).toContainEqual({ what: 'relaunch', about: null });
    expect(existsSync(join(app.dataDir, 'restore-intent.json'))).toBe(true);
  });

  it('is operated with the keyboard alone', async () => {
    const app = startWithFile();
    await app.api.backups.now({});
    app.render({ page: 'backups' });
    (await button('Restore…')).focus();
    await app.user.keyboard('{Enter}');
    expect(await screen.findByRole('dialog', { name: 'Restore preview' })).toBeDefined();
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    // The focus goes back in the frame after.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Restore…' })));
  });

  it('offers nothing of it for the sample journal, and says why', async () => {
    const app = startWithFile();
    await app.api.backups.now({});
    app.context.journal.create('sample');
    app.render({ page: 'backups' });
    expect(await screen.findByText('This is the sample journal')).toBeDefined();
    expect((await button('Back up now')).hasAttribute('disabled')).toBe(true);
    expect((await button('Restore…')).hasAttribute('disabled')).toBe(true);
  });
});
