import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { navigate } from '../../../renderer/route.ts';
import { toastQueue } from '../../../renderer/ui/toast.ts';
import type { PersonId, PromiseId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';

let app: TestApp;
let ana: PersonId;
let draft: PromiseId;

beforeEach(async () => {
  app = startApp({ now: '2026-11-21T09:30:00.000Z' });
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  const words = { conversationId: null, givenBy: 'me', words: 'Send the draft', dueOn: null } as const;
  draft = (await app.api.promises.create({ personId: ana, ...words })).id;
});
afterEach(() => toastQueue.clear());

const promises = async (show: 'open' | 'closed') =>
  (await app.api.promises.list({ personId: ana, givenBy: null, show, before: null })).items.map(({ id }) => id);

async function keepIt(): Promise<void> {
  app.render({ page: 'promises' });
  (await screen.findByRole('row', { name: /Send the draft/ })).focus();
  await app.user.keyboard('d');
  await screen.findByRole('button', { name: 'Undo' });
}

test('acts of different pages are taken back one after the other, each is named, and they are done again', async () => {
  await keepIt();
  navigate({ page: 'person', id: ana });
  await screen.findByRole('heading', { level: 1, name: 'Ana Ruiz' });
  await app.api.people.edit({ id: ana, fields: { role: 'Head of design' } });
  navigate({ page: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });

  await app.user.keyboard('{Control>}z{/Control}');
  await screen.findAllByText('Undone: edit person');
  expect((await app.api.people.get({ id: ana })).role).toBe('');
  await app.user.keyboard('{Control>}z{/Control}');
  await screen.findAllByText('Undone: keep promise');
  expect(await promises('open')).toEqual([draft]);
  // What was said before does not hold any more.
  await waitFor(() => expect(screen.queryAllByText('Undone: edit person', { selector: '[role] *' })).toEqual([]));
  await app.user.keyboard('{Control>}{Shift>}z{/Shift}{/Control}');
  await screen.findAllByText('Done again: keep promise');
  expect(await promises('closed')).toEqual([draft]);
});

test('the way back in a message is of the act that it names, and of no other that was done since', async () => {
  await keepIt();
  await app.api.people.edit({ id: ana, fields: { role: 'Head of design' } });
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  expect(await screen.findAllByText(/Something else was done since/)).toBeTruthy();
  expect((await app.api.people.get({ id: ana })).role).toBe('Head of design');
  expect(await promises('closed')).toEqual([draft]);
});

test('the way back in a message takes back its own act', async () => {
  await keepIt();
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await promises('open')).toEqual([draft]));
  expect(await screen.findAllByText('Undone: keep promise')).toBeTruthy();
});

test('the message of an act goes when the act is taken back by its key, and stays when it is another', async () => {
  await keepIt();
  await app.api.people.edit({ id: ana, fields: { role: 'Head of design' } });
  await app.user.keyboard('{Control>}z{/Control}');
  await screen.findAllByText('Undone: edit person');
  expect(screen.getByRole('button', { name: 'Undo' })).toBeTruthy();
  await app.user.keyboard('{Control>}z{/Control}');
  await screen.findAllByText('Undone: keep promise');
  expect(screen.queryByRole('button', { name: 'Undo' })).toBeNull();
});
