import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { TestApp } from '../../support/app.tsx';
import { startApp } from '../../support/app.tsx';
import { fillJournal, workshopHere } from '../../support/backups.ts';

vi.setConfig({ testTimeout: 30_000 });
const SLOW = { timeout: 10_000 };

async function startWithBackup(): Promise<TestApp & Awaited<ReturnType<typeof fillJournal>>> {
  const app = startApp({ journal: 'file', workshop: workshopHere() });
  const filled = await fillJournal(app);
  await app.api.backups.now({});
  return Object.assign(app, filled);
}

/** Opens the preview of the only backup. */
async function preview(app: TestApp): Promise<HTMLElement> {
  app.render({ page: 'backups' });
  await app.user.click(await screen.findByRole('button', { name: 'Restore…' }, SLOW));
  const dialog = await screen.findByRole('dialog', { name: 'Restore preview' });
  await within(dialog).findByText(/would come back/, {}, SLOW);
  return dialog;
}

describe('the preview of a restore', () => {
  it('shows person by person what would happen and the newest conversation of each side', async () => {
    const app = await startWithBackup();
    await app.api.conversations.bin({ id: app.conversation });
    const dialog = await preview(app);
    const row = within(dialog).getByRole('row', { name: /^Mara Lindgren/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map(({ textContent }) => textContent),
    ).toEqual(['1', '0', '0', 'none', 'Fri, Nov 20, 2026', 'Bring back…']);
    expect(within(dialog).queryByText(/earlier version/)).toBeNull();
  });

  it('offers nobody who is not in the backup', async () => {
    const app = await startWithBackup();
    await app.api.people.create({ name: 'Nadia Haddad' });
    const dialog = await preview(app);
    expect(within(dialog).getByRole('row', { name: /^Nadia Haddad/ })).toBeDefined();
    expect(within(dialog).queryByRole('button', { name: 'Bring back…' })).toBeNull();
  });
});

describe('bringing one person back', () => {
  it('says what would be added and changed, does it, and is undone from the message', async () => {
    const app = await startWithBackup();
    await app.api.people.edit({ id: app.mara, fields: { remember: '', tags: [] } });
    app.context.database.exec('DELETE FROM conversation');
    const dialog = await preview(app);
    const row = within(dialog).getByRole('row', { name: /^Mara Lindgren/ });
    await app.user.click(within(row).getByRole('button', { name: 'Bring back…' }));

    const part = await screen.findByRole('dialog', { name: 'Bring back Mara Lindgren' });
    expect(
      await within(part).findByText('1 entry would be added, 3 entries would be changed back.', {}, SLOW),
    ).toBeDefined();
    const added = within(part).getByRole('list', { name: 'Would be added' });
    expect(within(added).getByRole('listitem').textContent).toContain('ConversationRenewalFri, Nov 20, 2026');
    const changed = within(part).getByRole('list', { name: 'Would be changed back' });
    expect(changed.textContent).toContain('PersonMara Lindgrenown fields, tags');

    await app.user.click(within(part).getByRole('button', { name: 'Bring back this person' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), SLOW);
    // Once to be seen, once to be spoken.
    expect(await screen.findAllByText('Brought back: 1 entry added, 3 entries changed')).toHaveLength(2);
    expect(await app.api.people.get({ id: app.mara })).toMatchObject({ tags: ['renewal'] });
    await app.user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await app.api.people.get({ id: app.mara })).toMatchObject({ tags: [] }));
  });

  it('or one conversation, with the keyboard alone, and Esc leaves one layer', async () => {
    const app = await startWithBackup();
    await app.api.people.edit({ id: app.mara, fields: { remember: '' } });
    await app.api.conversations.bin({ id: app.conversation });
    const dialog = await preview(app);
    const row = within(dialog).getByRole('row', { name: /^Mara Lindgren/ });
    within(row).getByRole('button', { name: 'Bring back…' }).focus();
    await app.user.keyboard('{Enter}');
    const part = await screen.findByRole('dialog', { name: 'Bring back Mara Lindgren' });
    // A dialog takes the focus when it opens; only then can it be moved.
    await waitFor(() => expect(part.contains(document.activeElement)).toBe(true));
    (await within(part).findByRole('button', { name: 'Only this' }, SLOW)).focus();
    await app.user.keyboard('{Enter}');
    const one = await within(part).findByRole('button', { name: 'Bring back this conversation' });
    await within(part).findByText('0 entries would be added, 1 entry would be changed back.', {}, SLOW);
    // The button that was pressed is gone, and the dialog takes its focus in the next frame.
    await waitFor(() => expect(part.contains(document.activeElement)).toBe(true));
    await app.user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Bring back Mara Lindgren' })).toBeNull());
    expect(await screen.findByRole('dialog', { name: 'Restore preview' })).toBeDefined();
    expect(one.isConnected).toBe(false);

    // The way back leads to where it came from.
    const button = within(row).getByRole('button', { name: 'Bring back…' });
    await waitFor(() => expect(document.activeElement).toBe(button));
    await app.user.keyboard('{Enter}');
    const again = await screen.findByRole('dialog', { name: 'Bring back Mara Lindgren' });
    await waitFor(() => expect(again.contains(document.activeElement)).toBe(true));
    (await within(again).findByRole('button', { name: 'Only this' }, SLOW)).focus();
    await app.user.keyboard('{Enter}');
    await within(again).findByText('0 entries would be added, 1 entry would be changed back.', {}, SLOW);
    (await within(again).findByRole('button', { name: 'Bring back this conversation' })).focus();
    await app.user.keyboard('{Enter}');
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull(), SLOW);
    expect(await app.api.conversations.get({ id: app.conversation })).toMatchObject({ deletedAt: null });
    expect(await app.api.people.get({ id: app.mara })).toMatchObject({ remember: '' });
  });

  it('names those who stay out because they are not in the journal', async () => {
    const app = await startWithBackup();
    await app.api.personalData.erase({ id: app.jonas, backUpFirst: false });
    await app.api.conversations.bin({ id: app.conversation });
    const dialog = await preview(app);
    const row = within(dialog).getByRole('row', { name: /^Mara Lindgren/ });
    await app.user.click(within(row).getByRole('button', { name: 'Bring back…' }));
    const part = await screen.findByRole('dialog', { name: 'Bring back Mara Lindgren' });
    expect(await within(part).findByText('Jonas Weber', {}, SLOW)).toBeDefined();
  });
});
