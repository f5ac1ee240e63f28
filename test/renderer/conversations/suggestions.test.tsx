import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const field = (name: string) => screen.getByLabelText<HTMLInputElement>(name, { selector: 'input, textarea' });
const offered = () =>
  within(screen.getByRole('list', { name: 'From the notes' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent);

async function open() {
  const app = startApp({ now: '2026-11-21T09:33:00.000Z', zone: 'Europe/Berlin' });
  const { id: ada } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: ada });
  await screen.findByRole('heading', { level: 1, name: 'New conversation with Ada Byron' });
  return { app, ada };
}

test('what sounds like a promise is offered below the notes, and a key adds it in the words that were said', async () => {
  const { app } = await open();
  await app.user.type(field('Notes'), "I'll send the offer by Friday. Call again in March.");
  const list = await screen.findByRole('list', { name: 'From the notes' });
  expect(offered()).toEqual([
    expect.stringContaining("Promise by me: I'll send the offer by Friday (Fri, Nov 27, 2026)"),
    expect.stringContaining('Follow up: Call again in March (Mon, Mar 1, 2027)'),
  ]);
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  expect(offered()).toHaveLength(1);
  expect(document.activeElement).toBe(field('Notes'));
  await app.user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
  expect(list.isConnected).toBe(false);
  expect(field('Follow up').value).toBe('Call again in March');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('Saved', { selector: '[role="status"] *' });
  const { items } = await app.api.conversations.page({ personId: null, shelf: 'current', before: null });
  const conversationId = items[0]?.id;
  if (conversationId === undefined) throw new Error('Nothing was saved.');
  expect(await app.api.promises.ofConversation({ conversationId })).toMatchObject([
    { givenBy: 'me', words: "I'll send the offer by Friday", dueOn: '2026-11-27' },
  ]);
  expect(await app.api.followUps.ofConversation({ conversationId })).toMatchObject({ dueOn: '2027-03-01' });
});

test('a key dismisses it, and it is not offered again; without an answer nothing happens', async () => {
  const { app } = await open();
  await app.user.type(field('Notes'), 'She will ask the board.');
  await screen.findByRole('list', { name: 'From the notes' });
  await app.user.keyboard('{Control>}{Shift>}x{/Shift}{/Control}');
  expect(screen.queryByRole('list', { name: 'From the notes' })).toBe(null);
  await app.user.type(field('Notes'), " I'll pay.");
  await waitFor(() => expect(offered()).toEqual([expect.stringContaining("I'll pay")]));
  expect(screen.queryByRole('list', { name: 'Promises given' })).toBe(null);
});

test('the buttons do the same, and the focus goes back to the notes', async () => {
  const { app } = await open();
  await app.user.type(field('Notes'), 'She will ask the board.');
  await app.user.click(await screen.findByRole('button', { name: 'Add promise: She will ask the board' }));
  expect(within(screen.getByRole('list', { name: 'Promises given' })).getByText('Ada Byron')).toBeTruthy();
  await waitFor(() => expect(document.activeElement).toBe(field('Notes')));
});

test('what stood in the notes of a saved conversation already is not offered', async () => {
  const { app, ada } = await open();
  const { id } = await app.api.conversations.save({
    conversation: aConversation({ personIds: [ada], title: 'Old', notes: 'She will ask the board.' }),
    draftId: null,
  });
  window.location.hash = `#/conversation/${id}`;
  await waitFor(() => expect(field('Title').value).toBe('Old'));
  await app.user.type(field('Notes'), ' He will call the bank.');
  await screen.findByRole('list', { name: 'From the notes' });
  expect(offered()).toEqual([expect.stringContaining('He will call the bank')]);
});
