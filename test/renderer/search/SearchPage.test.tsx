import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { ConversationInput } from '../../../shared/conversations/conversation.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import { addDays, type CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

async function talk(app: TestApp, personId: PersonId, given: Partial<ConversationInput>): Promise<ConversationId> {
  const conversation = aConversation({ personIds: [personId], ...given });
  return (await app.api.conversations.save({ conversation, draftId: null })).id;
}

async function someJournal(): Promise<{ app: TestApp; anna: PersonId; often: ConversationId; newest: ConversationId }> {
  const app = startApp();
  const { id: anna } = await app.api.people.create({ name: 'Anna Lindqvist' });
  const often = await talk(app, anna, {
    title: 'Harvest plans',
    notes: 'The harvest, and the harvest again.',
    on: '2025-03-03' as CalendarDate,
    promises: [{ id: null, personId: anna, givenBy: 'me', words: 'Bring harvest samples', dueOn: null }],
  });
  const newest = await talk(app, anna, { title: 'Short call', notes: 'Mentioned the harvest.' });
  return { app, anna, often, newest };
}

async function searchFor(app: TestApp, text: string): Promise<HTMLElement> {
  app.render({ page: 'search', text: '' });
  const box = await screen.findByRole('searchbox', { name: 'Search the journal' });
  await app.user.type(box, text);
  return box;
}

async function titles(): Promise<readonly string[]> {
  const list = await screen.findByRole('list', { name: 'Results' });
  return within(list)
    .getAllByRole('link')
    .map((link) => link.textContent ?? '');
}

test('before anything is typed the page says what can be found and how', async () => {
  const { app } = await someJournal();
  app.render({ page: 'search', text: '' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Search' })).toBeTruthy();
  expect(screen.getByText('Everything you wrote, found as you type')).toBeTruthy();
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search the journal' }));
  expect(await accessibilityProblems()).toEqual([]);
});

test('what is typed is found at once, promises before conversations, the newest first, with the hits marked', async () => {
  const { app } = await someJournal();
  await searchFor(app, 'harv');
  await waitFor(async () => expect(await titles()).toHaveLength(3));
  const [promise, first, second] = await titles();
  expect(promise).toContain('Bring harvest samples');
  expect(first).toContain('Short call');
  expect(second).toContain('Harvest plans');
  const list = screen.getByRole('list', { name: 'Results' });
  expect([...list.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('harvest');
  expect(await screen.findByText('3 results, newest first')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('Enter puts the best first and says so; the next letter goes back to the newest', async () => {
  const { app } = await someJournal();
  await searchFor(app, 'harvest');
  await screen.findByText('3 results, newest first');
  await app.user.keyboard('{Enter}');
  await screen.findByText('3 results, best first');
  expect((await titles())[1]).toContain('Harvest plans');
  await app.user.keyboard('{Backspace}');
  await screen.findByText('3 results, newest first');
  expect((await titles())[1]).toContain('Short call');
});

test('the arrow down leads into the results, up and down move, Enter opens', async () => {
  const { app, often } = await someJournal();
  const box = await searchFor(app, 'harvest');
  await screen.findByText('3 results, newest first');
  await titles();
  await app.user.keyboard('{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Bring harvest samples');
  await app.user.keyboard('{ArrowUp}');
  expect(document.activeElement).toBe(box);
  await app.user.keyboard('{ArrowDown}{ArrowDown}j');
  expect(document.activeElement?.textContent).toContain('Harvest plans');
  await app.user.keyboard('{Enter}');
  expect(window.location.hash).toBe(`#/conversation/${often}`);
});

test('the text is in the address, so that the way back leads to it', async () => {
  const { app } = await someJournal();
  await searchFor(app, 'harvest call');
  await waitFor(() => expect(window.location.hash).toBe('#/search/harvest%20call'));
  await titles();
  await app.user.click(screen.getByText('Mentioned the', { exact: false }));
  window.history.back();
  const box = await screen.findByRole<HTMLInputElement>('searchbox', { name: 'Search the journal' });
  expect(box.value).toBe('harvest call');
});

test('an address with a text shows what it finds', async () => {
  const { app } = await someJournal();
  app.render({ page: 'search', text: 'lindq' });
  expect(await titles()).toEqual([expect.stringContaining('Anna Lindqvist')]);
});

test('nothing found is said, with what could find more', async () => {
  const { app } = await someJournal();
  await searchFor(app, 'zebra');
  expect(await screen.findByText('Nothing found')).toBeTruthy();
  expect(screen.queryByRole('list', { name: 'Results' })).toBe(null);
  expect(await accessibilityProblems()).toEqual([]);
});

test('what is written while the page is open is found without typing again', async () => {
  const { app, anna } = await someJournal();
  await searchFor(app, 'harvest');
  await screen.findByText('3 results, newest first');
  await talk(app, anna, { title: 'Harvest festival' });
  expect(await screen.findByText('4 results, newest first')).toBeTruthy();
});

test('more results come page by page', async () => {
  const app = startApp();
  const { id: anna } = await app.api.people.create({ name: 'Anna' });
  for (let day = 0; day < 70; day += 1) {
    await talk(app, anna, { title: `Weekly ${day}`, on: addDays('2026-01-01' as CalendarDate, day) });
  }
  app.render({ page: 'search', text: 'weekly' });
  await screen.findByText('50 of 70 results shown, newest first');
  // Pressed as the eye reaching the end would.
  fireEvent.click(screen.getByRole('button', { name: 'Show more' }));
  await screen.findByText('70 results, newest first');
  expect(await titles()).toHaveLength(70);
  expect(screen.queryByRole('button', { name: 'Show more' })).toBe(null);
});

test('more results than a window shows are all there once the typing rests, and the keys reach the last of them', async () => {
  const app = startApp();
  const { id: anna } = await app.api.people.create({ name: 'Anna' });
  for (let day = 0; day < 30; day += 1) {
    await talk(app, anna, { title: `Weekly ${day}`, on: addDays('2026-01-01' as CalendarDate, day) });
  }
  await searchFor(app, 'weekly');
  await waitFor(async () => expect(await titles()).toHaveLength(20));
  await app.user.keyboard('{ArrowDown}{ArrowDown}');
  expect(document.activeElement?.textContent).toContain('Weekly 28');
  await waitFor(async () => expect(await titles()).toHaveLength(30));
  expect(document.activeElement?.textContent).toContain('Weekly 28');
  expect(await screen.findByText('30 results, newest first')).toBeTruthy();
  await app.user.keyboard('{End}');
  expect(document.activeElement?.textContent).toContain('Weekly 0');
  await app.user.keyboard('k{ArrowUp}');
  expect(document.activeElement?.textContent).toContain('Weekly 2');
});

test('whoever comes back from a result is on its row, with the results in the order in which they were left', async () => {
  const { app } = await someJournal();
  await searchFor(app, 'harvest');
  await screen.findByText('3 results, newest first');
  await app.user.keyboard('{Enter}{Control>}g{/Control}');
  await screen.findByText('3 results, best first');
  await screen.findByRole('list', { name: 'Anna Lindqvist' });
  await app.user.keyboard('{ArrowDown}{End}');
  const opened = document.activeElement?.textContent ?? '';
  expect(opened).toContain('Short call');
  await app.user.keyboard('{Enter}');
  await screen.findByRole('region', { name: 'Conversation' });
  window.history.back();
  expect(await screen.findByText('3 results, best first')).toBeTruthy();
  expect(await screen.findByRole('list', { name: 'Anna Lindqvist' })).toBeTruthy();
  await waitFor(() => expect(document.activeElement?.textContent).toBe(opened));
  // What is typed next is a search of its own.
  const box = screen.getByRole('searchbox', { name: 'Search the journal' });
  await app.user.type(box, ' call');
  await screen.findByText('1 result, newest first');
  expect(document.activeElement).toBe(box);
});

test('the lines of a note are told apart in a result', async () => {
  const { app, anna } = await someJournal();
  await talk(app, anna, { title: 'List', notes: 'Agreed.\n\n- the barn\n- a new roof\n- harvest\n- the mill' });
  await searchFor(app, 'roof');
  expect(await titles()).toEqual([expect.stringContaining('Agreed. the barn · a new roof · harvest · the mill')]);
});

test('a name that nobody has is said so, and no longer when somebody has it', async () => {
  const { app } = await someJournal();
  await searchFor(app, 'with:anna with:bo org:hafen tag:urgent');
  expect(await screen.findByText('Nobody is called “bo”.')).toBeTruthy();
  expect(screen.getByText('No organisation is called “hafen”.')).toBeTruthy();
  expect(screen.getByText('There is no tag “urgent”.')).toBeTruthy();
  expect(screen.queryByText(/“anna”\.$/)).toBeNull();
  await app.api.people.create({ name: 'Bo Aaltonen' });
  await waitFor(() => expect(screen.queryByText('Nobody is called “bo”.')).toBeNull());
  expect(screen.getByText('No organisation is called “hafen”.')).toBeTruthy();
});
