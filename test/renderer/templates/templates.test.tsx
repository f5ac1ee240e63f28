import { act, configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import '../../../renderer/settings/SettingsPage.tsx';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input, textarea' });

test('a key opens the templates; one fills what is empty, adds below what is written, and can be taken back', async () => {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: id });
  await screen.findByRole('heading', { level: 1, name: 'New conversation with Ada Byron' });
  await app.user.type(field('Notes'), 'She called.');
  await app.user.keyboard('{Control>}t{/Control}');
  const menu = await screen.findByRole('menu', { name: 'Template' });
  expect(
    within(menu)
      .getAllByRole('menuitem')
      .map(({ textContent }) => textContent),
  ).toEqual(['First meeting', 'Discovery', 'Check-in', 'Project review', 'Difficult conversation', 'Edit templates…']);
  await app.user.keyboard('{ArrowDown}{Enter}');
  await waitFor(() => expect(field('Notes').value).toMatch(/^She called\.\n\n## What they want to be different/));
  await waitFor(() => expect(document.activeElement).toBe(field('Notes')));
  // The caret waits below the first heading.
  await waitFor(() => {
    const { value, selectionStart } = field('Notes');
    expect(value.slice(0, selectionStart ?? 0)).toBe('She called.\n\n## What they want to be different\n');
  });
  expect([field('Minutes').value, field('Follow up').value]).toEqual(['60', 'in 1 week']);
  expect(screen.getByRole('tab', { name: 'Listening' }).getAttribute('aria-selected')).toBe('true');
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(field('Notes').value).toBe('She called.'));

  // By the key, too, where no text field has it.
  await app.user.keyboard('{Control>}t{/Control}');
  await screen.findByRole('menu', { name: 'Template' });
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(field('Notes').value).toMatch(/^She called\.\n\n## How we met/));
  act(() => screen.getByRole('button', { name: 'Add promise' }).focus());
  await app.user.keyboard('{Control>}z{/Control}');
  await waitFor(() => expect(field('Notes').value).toBe('She called.'));
});

test('the menu leads to the templates in Settings', async () => {
  const app = startApp();
  app.render({ page: 'new-conversation' });
  await screen.findByRole('heading', { level: 1, name: 'New conversation' });
  await app.user.keyboard('{Control>}t{/Control}');
  await screen.findByRole('menu', { name: 'Template' });
  await app.user.keyboard('{End}{Enter}');
  await waitFor(() =>
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 2, name: 'Templates' })),
  );
});

test('a template is edited in Settings by a key, and its next contact has to be understood', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const section = await screen.findByRole('region', { name: 'Templates' });
  const row = (name: string) => within(section).findByRole('row', { name });
  expect(await accessibilityProblems()).toEqual([]);

  (await row('Check-in')).focus();
  await app.user.keyboard('e');
  await screen.findByRole('dialog', { name: 'Edit template' });
  await app.user.clear(field('Name'));
  await app.user.type(field('Name'), 'Monthly call');
  await app.user.clear(field('Follow up'));
  await app.user.type(field('Follow up'), 'whenever');
  await app.user.click(screen.getByRole('button', { name: 'Save template' }));
  expect(await screen.findByText(/^Not understood as a day to come/)).toBeTruthy();
  await app.user.clear(field('Follow up'));
  await app.user.type(field('Follow up'), 'in 2 months');
  await app.user.click(screen.getByRole('button', { name: 'Save template' }));
  (await row('Monthly call')).focus();
  expect((await app.api.templates.list({}))[2]).toMatchObject({ name: 'Monthly call', followUp: 'in 2 months' });
});

test('a template is moved by keys, and undo puts it back', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const section = await screen.findByRole('region', { name: 'Templates' });
  const names = async () => (await app.api.templates.list({})).map(({ name }) => name);
  const before = await names();
  (await within(section).findByRole('row', { name: 'Check-in' })).focus();
  await app.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await waitFor(async () => expect((await names()).slice(0, 3)).toEqual(['First meeting', 'Check-in', 'Discovery']));
  await waitFor(() =>
    expect(
      within(section)
        .getAllByRole('row')
        .map((row) => row.getAttribute('aria-label') ?? row.textContent),
    ).toHaveLength(before.length),
  );
  expect(document.activeElement?.textContent).toMatch(/^Check-in/);
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await names()).toEqual(before));
});

test('a template is dragged by its handle to another place, and undo puts it back', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const section = await screen.findByRole('region', { name: 'Templates' });
  const names = async () => (await app.api.templates.list({})).map(({ name }) => name);
  const before = await names();
  expect(before).toEqual(['First meeting', 'Discovery', 'Check-in', 'Project review', 'Difficult conversation']);
  // The handle can be dragged with the keyboard as well: Enter takes the row up and puts it down.
  (await within(section).findByRole('button', { name: 'Move Check-in' })).focus();
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Insert/));
  const target = () => document.activeElement?.getAttribute('aria-label') ?? '';
  for (let step = 0; step < 8 && target() !== 'Insert before First meeting'; step += 1) {
    await app.user.keyboard('{ArrowUp}');
  }
  expect(target()).toBe('Insert before First meeting');
  await app.user.keyboard('{Enter}');
  await waitFor(async () =>
    expect(await names()).toEqual([
      'Check-in',
      'First meeting',
      'Discovery',
      'Project review',
      'Difficult conversation',
    ]),
  );
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await names()).toEqual(before));
});

test('a template is taken away, brought back and made by keys', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const section = await screen.findByRole('region', { name: 'Templates' });
  const row = (name: string) => within(section).findByRole('row', { name });
  (await row('Check-in')).focus();
  await app.user.keyboard('{Delete}');
  await waitFor(() => expect(within(section).queryByRole('row', { name: 'Check-in' })).toBe(null));
  await app.user.click(within(section).getByRole('button', { name: /^Bring back the templates/ }));
  await row('Check-in');

  await app.user.click(within(section).getByRole('button', { name: 'New template' }));
  await app.user.click(await screen.findByRole('button', { name: 'Save template' }));
  expect(await screen.findByText('Give it a name')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.type(field('Name'), 'Board');
  await app.user.click(screen.getByRole('button', { name: 'Save template' }));
  await row('Board');
});
