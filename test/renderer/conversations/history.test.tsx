import { screen, waitFor, within } from '@testing-library/react';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import { difference } from '../../../renderer/conversations/difference.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

let app: TestApp;
let ana: PersonId;
let id: ConversationId;

beforeEach(async () => {
  app = startApp();
  ana = (await app.api.people.create({ name: 'Ana Ruiz' })).id;
  id = await save('The budget is decided in March.', null);
});

const save = async (notes: string, of: ConversationId | null = id): Promise<ConversationId> =>
  (
    await app.api.conversations.save({
      conversation: aConversation({ id: of, personIds: [ana], notes }),
      draftId: null,
    })
  ).id;
const notes = () => screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' });
const saved = async () => (await app.api.conversations.get({ id })).notes;

async function history(): Promise<HTMLElement> {
  app.render({ page: 'conversation', id });
  await notes();
  await app.user.click(await screen.findByRole('button', { name: 'More' }));
  await app.user.click(await screen.findByRole('menuitem', { name: /^History/ }));
  return screen.findByRole('dialog', { name: 'History of the notes' });
}

test('without former versions the history teaches what it keeps', async () => {
  const dialog = await history();
  expect(await within(dialog).findByText('No former versions yet')).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('a version shows what changed, is put back, and that is undone', async () => {
  app.clock.advance(20 * 60_000);
  await save('The budget is decided in April, she says.');
  const dialog = await history();
  const text = await within(dialog).findByRole('region', { name: 'Notes of this version' });
  expect([...text.querySelectorAll('del')].map(({ textContent }) => textContent).join('')).toContain('March');
  expect([...text.querySelectorAll('ins')].map(({ textContent }) => textContent).join('')).toContain('April');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.click(within(dialog).getByRole('button', { name: 'Restore this version' }));
  await waitFor(async () => expect((await notes()).value).toBe('The budget is decided in March.'));
  expect(await saved()).toBe('The budget is decided in March.');
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect((await notes()).value).toBe('The budget is decided in April, she says.'));
  expect(await saved()).toBe('The budget is decided in April, she says.');
});

test('notes that shrink to nothing are asked about before they are saved', async () => {
  app.render({ page: 'conversation', id });
  await app.user.clear(await notes());
  await app.user.click(screen.getByRole('button', { name: /^Save conversation/ }));
  const dialog = await screen.findByRole('alertdialog', { name: 'Save without the notes?' });
  expect(await saved()).toBe('The budget is decided in March.');
  await app.user.click(within(dialog).getByRole('button', { name: 'Go back to the notes' }));
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  expect(await saved()).toBe('The budget is decided in March.');
  await app.user.click(screen.getByRole('button', { name: /^Save conversation/ }));
  await app.user.click(await screen.findByRole('button', { name: 'Save without them' }));
  await waitFor(async () => expect(await saved()).toBe(''));
  expect(await app.api.conversations.versions({ id })).toHaveLength(1);
});

test('a difference holds both texts, whatever they are', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n', 'ü', '<b>', '😀'), maxLength: 60 });
  fc.assert(
    fc.property(text, text, (older, newer) => {
      const pieces = difference(older, newer);
      const joined = (...kinds: readonly string[]) =>
        pieces
          .filter(({ kind }) => kinds.includes(kind))
          .map((piece) => piece.text)
          .join('');
      expect(joined('same', 'removed')).toBe(older);
      expect(joined('same', 'added')).toBe(newer);
    }),
  );
});
