import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

async function talk(app: TestApp, personId: PersonId, given: Partial<ConversationInput>): Promise<ConversationId> {
  const conversation = aConversation({ personIds: [personId], ...given });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

async function someJournal(): Promise<{ app: TestApp; lee: PersonId; mara: PersonId; withLee: ConversationId }> {
  const app = startApp();
  const { id: lee } = await app.api.people.create({ name: 'Lee Ann Okafor' });
  const { id: mara } = await app.api.people.create({ name: 'Mara Lindqvist' });
  const withLee = await talk(app, lee, { title: 'Budget call', notes: 'The budget for spring.', tags: ['renewal'] });
  await talk(app, mara, { title: 'Walk', notes: 'Also the budget.' });
  return { app, lee, mara, withLee };
}

async function box(app: TestApp, text = ''): Promise<HTMLInputElement> {
  app.render({ page: 'search', text });
  return await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search the journal' });
}

async function links(): Promise<readonly string[]> {
  const list = await screen.findByRole('list', { name: 'Results' });
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent ?? '');
}

test('an operator is completed by the keys, shown as what was understood, and taken out by a key', async () => {
  const { app } = await someJournal();
  const input = await box(app);
  await app.user.type(input, 'budget with:le');
  const list = await screen.findByRole('listbox', { name: 'Completions' });
  expect(
    within(list)
      .getByRole('option', { name: /Lee Ann Okafor/ })
      .getAttribute('aria-selected'),
  ).toBe('true');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.keyboard('{Enter}');
  expect(input.value).toBe('budget with:"Lee Ann Okafor" ');
  const chip = await screen.findByRole('button', { name: 'Remove: with Lee Ann Okafor' });
  await waitFor(async () => expect(await links()).toHaveLength(1));
  chip.focus();
  await app.user.keyboard('{Backspace}');
  expect(input.value).toBe('budget');
  await waitFor(async () => expect(await links()).toHaveLength(2));
});

test('Tab takes the name of an operator, Escape leaves the line as it is', async () => {
  const { app } = await someJournal();
  const input = await box(app);
  await app.user.type(input, 'chan');
  await screen.findByRole('listbox', { name: 'Completions' });
  await app.user.keyboard('{Escape}');
  expect(screen.queryByRole('listbox', { name: 'Completions' })).toBe(null);
  expect(input.value).toBe('chan');
  await app.user.type(input, 'n{Backspace}{Tab}');
  expect(input.value).toBe('channel:');
});

test('an operator that is none is searched as text, and that is said', async () => {
  const { app } = await someJournal();
  await box(app, 'colour:blue');
  expect(await screen.findByText('“colour:blue” is searched as text: there is no such operator.')).toBeTruthy();
});

test('an example of the empty page is tried by a click', async () => {
  const { app } = await someJournal();
  const input = await box(app);
  await app.user.click(screen.getByRole('button', { name: 'Try is:overdue by:me' }));
  expect(input.value).toBe('is:overdue by:me');
});

test('where nothing is found each part can be left out', async () => {
  const { app } = await someJournal();
  const input = await box(app, 'budget tag:none');
  await app.user.click(await screen.findByRole('button', { name: 'Without tag:none' }));
  expect(input.value).toBe('budget');
  await waitFor(async () => expect(await links()).toHaveLength(2));
});

test('results stand person by person when asked', async () => {
  const { app } = await someJournal();
  await box(app, 'budget');
  await links();
  await app.user.keyboard('{Control>}g{/Control}');
  expect(await screen.findByRole('list', { name: 'Lee Ann Okafor' })).toBeTruthy();
  expect(within(screen.getByRole('list', { name: 'Mara Lindqvist' })).getAllByRole('link')).toHaveLength(1);
  expect(await accessibilityProblems()).toEqual([]);
});

test('a search is saved by a key, stands in the sidebar and the palette, and is renamed, moved and removed', async () => {
  const { app } = await someJournal();
  await app.api.search.save({ name: 'Late', text: 'is:overdue' });
  await box(app, 'tag:renewal');
  await links();
  await app.user.keyboard('{Control>}{Shift>}t{/Shift}{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Save search' });
  await app.user.clear(within(dialog).getByRole('textbox', { name: 'Name' }));
  await app.user.keyboard('Renewals{Enter}');
  const saved = await screen.findByRole('navigation', { name: 'Saved searches' });
  expect(await within(saved).findByRole('link', { name: 'Renewals' })).toBeTruthy();

  await app.user.click(within(saved).getByRole('link', { name: 'Late' }));
  await waitFor(() => expect(window.location.hash).toBe('#/search/is%3Aoverdue'));
  await app.user.click(screen.getByRole('button', { name: 'Clear' }));
  const rows = await screen.findByRole('grid', { name: 'Saved searches to change' });
  await app.user.click(await within(rows).findByRole('button', { name: 'Move down: Late' }));
  await waitFor(async () =>
    expect((await app.api.search.saved({})).map(({ name }) => name)).toEqual(['Renewals', 'Late']),
  );
  await app.user.click(await within(rows).findByRole('button', { name: 'Remove search: Late' }));
  await waitFor(async () => expect((await app.api.search.saved({})).map(({ name }) => name)).toEqual(['Renewals']));
  await app.user.keyboard('{Control>}k{/Control}');
  expect(await screen.findByRole('option', { name: /Renewals/ })).toBeTruthy();
});

test('a moment that was found is the one that is shown, and a promise that was found is marked', async () => {
  const { app, lee } = await someJournal();
  const id = await talk(app, lee, {
    title: 'Two moments',
    moments: ['the office', 'her brother'].map((about) => ({
      id: null,
      about,
      seenOrHeard: '',
      mayMean: '',
      observations: [{ personId: lee, cue: 'pace', mark: 1 }],
    })),
    promises: [{ id: null, personId: lee, givenBy: 'me', words: 'Send the brochure', dueOn: null }],
  });
  await box(app, 'brother');
  await app.user.click(within(await screen.findByRole('list', { name: 'Results' })).getByRole('link'));
  await waitFor(() => expect(window.location.hash).toBe(`#/conversation/${id}`));
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Moment' }).value).toBe('her brother');
  // Opened otherwise, it begins with the first.
  window.location.hash = '#/today';
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  window.location.hash = `#/conversation/${id}`;
  expect((await screen.findByRole<HTMLInputElement>('textbox', { name: 'Moment' })).value).toBe('the office');

  window.location.hash = '#/search/brochure';
  await app.user.click(within(await screen.findByRole('list', { name: 'Results' })).getByRole('link'));
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
});

test('what was searched for is marked in the conversation that is opened, and found again by a key', async () => {
  const { app } = await someJournal();
  await box(app, 'spring');
  const list = await screen.findByRole('list', { name: 'Results' });
  await app.user.click(within(list).getByRole('link'));
  await screen.findByRole('heading', { level: 1 });
  expect(await screen.findByText('Found here: 1 place')).toBeTruthy();
  const notes = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' });
  await app.user.keyboard('{F3}');
  if (notes.tagName === 'TEXTAREA') {
    expect(notes.value.slice(notes.selectionStart, notes.selectionEnd)).toBe('spring');
  }
  await app.user.click(screen.getByRole('button', { name: 'Unmark' }));
  expect(screen.queryByText('Found here: 1 place')).toBe(null);
});
