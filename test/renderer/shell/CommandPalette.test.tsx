import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

async function openPalette(): Promise<{ app: TestApp; anna: PersonId; call: ConversationId; line: HTMLInputElement }> {
  const app = startApp();
  const { id: anna } = await app.api.people.create({ name: 'Anna Lindqvist', fields: { role: 'Architect' } });
  await app.api.people.create({ name: 'Ben Okafor' });
  const { id: call } = await app.api.conversations.save({
    conversation: aConversation({
      personIds: [anna],
      title: 'Renewal call',
      notes: 'about the greenhouse',
      promises: [{ id: null, personId: anna, givenBy: 'them', words: 'Send the greenhouse drawings', dueOn: null }],
    }),
    draftId: null,
  });
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  return { app, anna, call, line: await reopen(app) };
}

async function reopen(app: TestApp): Promise<HTMLInputElement> {
  await app.user.keyboard('{Control>}k{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Command palette' });
  return within(dialog).getByRole<HTMLInputElement>('combobox', { name: 'Command' });
}

function options(): readonly string[] {
  return screen.getAllByRole('option').map((option) => option.textContent ?? '');
}

function chosen(): string {
  return screen.getByRole('option', { selected: true }).textContent ?? '';
}

async function waitForOption(text: string): Promise<void> {
  await waitFor(() => expect(options().some((option) => option.includes(text))).toBe(true));
}

test('it opens by its key, ready to type, and offers every action with its key', async () => {
  const { line } = await openPalette();
  expect(document.activeElement).toBe(line);
  const actions = within(screen.getByRole('group', { name: 'Actions' }));
  expect(actions.getByRole('option', { name: 'New conversation' }).textContent).toBe('New conversationCtrlN');
  expect(await accessibilityProblems()).toEqual([]);
});

test('an action is found by some of its letters and performed with Enter', async () => {
  const { app } = await openPalette();
  await app.user.keyboard('follo');
  await waitForOption('Follow-ups');
  while (!chosen().startsWith('Follow-ups')) await app.user.keyboard('{ArrowDown}');
  await app.user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Follow-ups' })).toBeTruthy();
  expect(screen.queryByRole('dialog', { name: 'Command palette' })).toBe(null);
});

test('the key of an action performs it and closes the palette; in its line undo is about what was typed', async () => {
  const { app, line } = await openPalette();
  await app.user.keyboard('follo{Control>}z{/Control}');
  expect(line.isConnected).toBe(true);
  await app.user.keyboard('{Control>}2{/Control}');
  expect(await screen.findByRole('heading', { level: 1, name: 'People' })).toBeTruthy();
  expect(screen.queryByRole('dialog', { name: 'Command palette' })).toBe(null);
});

test('a person is found by their name, written roughly', async () => {
  const { app, anna } = await openPalette();
  await app.user.keyboard('lindqist');
  await waitForOption('Anna Lindqvist');
  expect(chosen()).toBe('Anna LindqvistArchitect');
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe(`#/person/${anna}`));
});

test('a conversation is found by its words, and a promise by its own', async () => {
  const { app, call } = await openPalette();
  await app.user.keyboard('greenhouse');
  await waitForOption('Renewal call');
  expect(
    within(screen.getByRole('group', { name: 'Promises' })).getByText('Send the greenhouse drawings'),
  ).toBeTruthy();
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/conversation/${call}`);
});

test('Enter that is quicker than the answer goes to what the last letters find', async () => {
  const { app, call } = await openPalette();
  // The keys arrive in one go, before anything is looked up.
  const line = screen.getByRole('combobox', { name: 'Command' });
  await app.user.click(line);
  await app.user.paste('renewal call');
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe(`#/conversation/${call}`));
});

test('what nothing is named after can be searched in the journal', async () => {
  const { app } = await openPalette();
  await app.user.keyboard('zebra crossing');
  await waitFor(() => expect(options()).toEqual(['Search the journal for “zebra crossing”']));
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe('#/search/zebra%20crossing'));
});

test('the arrows go round, and the chosen entry is told to screen readers', async () => {
  const { app, line } = await openPalette();
  const all = options();
  expect(chosen()).toBe(all[0]);
  await app.user.keyboard('{ArrowUp}');
  expect(chosen()).toBe(all.at(-1));
  await app.user.keyboard('{ArrowDown}{ArrowDown}');
  expect(chosen()).toBe(all[1]);
  expect(line.getAttribute('aria-activedescendant')).toBe(screen.getByRole('option', { selected: true }).id);
});

test('what was used lately comes first', async () => {
  const { app } = await openPalette();
  await app.user.keyboard('ben');
  await waitForOption('Ben Okafor');
  await app.user.keyboard('{Enter}');
  await screen.findByRole('heading', { level: 1, name: 'Ben Okafor' });
  await reopen(app);
  const lately = screen.getByRole('group', { name: 'Used lately' });
  expect(
    within(lately)
      .getAllByRole('option')
      .map((option) => option.textContent),
  ).toEqual(['Ben Okafor']);
  expect(chosen()).toBe('Ben Okafor');
});

test('Esc closes it and changes nothing', async () => {
  const { app } = await openPalette();
  await app.user.keyboard('anna{Escape}');
  await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Command palette' })).toBe(null));
  expect(window.location.hash).toBe('#/promises');
  expect(screen.getByRole('heading', { level: 1, name: 'Promises' })).toBeTruthy();
});
