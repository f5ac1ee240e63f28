import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import '../../../renderer/settings/SettingsPage.tsx';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

vi.setConfig({ testTimeout: 30_000 });
configure({ asyncUtilTimeout: 10_000 });

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 1, 2, 3]);
const aPicture = () => new File([png], 'Whiteboard.png', { type: 'image/png' });
const aPlan = () => new File(['%PDF-1.7'], 'Plan.pdf');
const list = () => screen.findByRole('list', { name: 'Files of the conversation' });

async function open() {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: id });
  return { app, editor: await screen.findByRole('region', { name: 'Conversation' }) };
}

test('files that are dropped, pasted and chosen belong to the conversation once it is saved', async () => {
  const { app, editor } = await open();
  fireEvent.drop(editor, { dataTransfer: { files: [aPicture()], types: ['Files'] } });
  const files = await list();
  const image = await within(files).findByRole('img', { name: 'Whiteboard.png' });
  expect(image.getAttribute('src')).toMatch(/^\/files\/[0-9a-f]{64}$/);
  await app.user.upload(screen.getByLabelText('Choose files'), aPlan());
  await within(files).findByText('Plan.pdf');
  // The same content again, by another way.
  fireEvent.paste(editor, { clipboardData: { files: [aPicture()], types: ['Files'] } });
  await waitFor(() => expect(within(files).getAllByRole('listitem')).toHaveLength(2));
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('Saved', { selector: '[role="status"] *' });
  const { items } = await app.api.conversations.page({ personId: null, shelf: 'current', before: null });
  const conversationId = items[0]?.id;
  if (conversationId === undefined) throw new Error('Nothing was saved.');
  expect((await app.api.files.ofConversation({ conversationId })).map(({ name }) => name)).toEqual([
    'Whiteboard.png',
    'Plan.pdf',
  ]);
});

test('a file is saved where the user says, and removed', async () => {
  const { app, editor } = await open();
  fireEvent.drop(editor, { dataTransfer: { files: [aPlan()], types: ['Files'] } });
  app.desk.savePath = '/home/ada/Plan.pdf';
  await app.user.click(await screen.findByRole('button', { name: 'Save file: Plan.pdf' }));
  await waitFor(() =>
    expect(app.desk.asked).toContainEqual({ what: 'writeFile', about: { path: '/home/ada/Plan.pdf', size: 8 } }),
  );
  await app.user.click(screen.getByRole('button', { name: 'Remove file: Plan.pdf' }));
  expect(screen.queryByRole('list', { name: 'Files of the conversation' })).toBe(null);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add files' }));
});

test('a file that was removed comes back by undo, whatever was typed since, and nothing else is undone', async () => {
  const { app, editor } = await open();
  fireEvent.drop(editor, { dataTransfer: { files: [aPicture(), aPlan()], types: ['Files'] } });
  const remove = await screen.findByRole('button', { name: 'Remove file: Whiteboard.png' });
  await screen.findByRole('button', { name: 'Remove file: Plan.pdf' });
  const people = (await app.api.people.list({ shelf: 'current' })).length;
  await app.user.click(remove);
  expect((await screen.findAllByText('File removed: Whiteboard.png')).length).toBeGreaterThan(0);
  await app.user.type(screen.getByRole('textbox', { name: 'Title' }), 'Typed since');
  act(() => screen.getByRole('button', { name: 'Add files' }).focus());
  await app.user.keyboard('{Control>}z{/Control}');
  expect((await screen.findAllByText('Undone: file Whiteboard.png removed')).length).toBeGreaterThan(0);
  expect(within(await list()).getAllByRole('img').length).toBe(1);
  expect((await list()).textContent).toMatch(/Whiteboard\.png.*Plan\.pdf/);
  expect(screen.getByRole<HTMLInputElement>('textbox', { name: 'Title' }).value).toBe('Typed since');
  expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(people);
});

test('several that were removed come back one after the other, the last one first', async () => {
  const { app, editor } = await open();
  fireEvent.drop(editor, { dataTransfer: { files: [aPicture(), aPlan()], types: ['Files'] } });
  await app.user.click(await screen.findByRole('button', { name: 'Remove file: Whiteboard.png' }));
  await app.user.click(await screen.findByRole('button', { name: 'Remove file: Plan.pdf' }));
  await waitFor(() => expect(screen.getAllByRole('button', { name: 'Undo' })).toHaveLength(1));
  await app.user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await list()).textContent).toMatch(/^Plan\.pdf/));
  await app.user.keyboard('{Control>}z{/Control}');
  await waitFor(async () => expect((await list()).textContent).toMatch(/^Whiteboard\.png.*Plan\.pdf/));
});

test('once it is saved, undo takes the saving back and not the file', async () => {
  const { app, editor } = await open();
  fireEvent.drop(editor, { dataTransfer: { files: [aPlan()], types: ['Files'] } });
  await app.user.click(await screen.findByRole('button', { name: 'Remove file: Plan.pdf' }));
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('Saved', { selector: '[role="status"] *' });
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo' })).toBe(null));
  act(() => screen.getByRole('button', { name: 'Add files' }).focus());
  await app.user.keyboard('{Control>}z{/Control}');
  expect((await screen.findAllByText('Undone: save conversation')).length).toBeGreaterThan(0);
  expect(screen.queryByRole('list', { name: 'Files of the conversation' })).toBe(null);
});

test('the page of a person has the files of all conversations with them, to be saved or looked up', async () => {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  const opened = async () => {
    app.render({ page: 'person', id });
    await app.user.click(await screen.findByRole('tab', { name: 'Files' }));
  };
  await opened();
  await screen.findByText('No files yet');
  const { hash, name } = await app.api.files.add({ name: 'Whiteboard.png', content: png });
  const conversation = aConversation({ personIds: [id], files: [{ hash, name }] });
  const saved = await app.api.conversations.save({ conversation, draftId: null });
  const row = await screen.findByRole('row', { name: 'Whiteboard.png' });
  expect(row.textContent).toMatch(/Whiteboard\.png 12 bytes/);
  expect(await accessibilityProblems()).toEqual([]);
  app.desk.savePath = '/home/ada/Whiteboard.png';
  await app.user.click(within(row).getByRole('button', { name: 'Save file: Whiteboard.png' }));
  await waitFor(() =>
    expect(app.desk.asked).toContainEqual({ what: 'writeFile', about: { path: '/home/ada/Whiteboard.png', size: 12 } }),
  );
  act(() => row.focus());
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe(`#/conversation/${saved.id}`));
});

test('a file that is too large is named and left out', async () => {
  const { editor } = await open();
  const film = new File([new Uint8Array(25 * 1024 * 1024 + 1)], 'Film.mp4');
  fireEvent.drop(editor, { dataTransfer: { files: [film], types: ['Files'] } });
  expect((await screen.findAllByText(/Larger than 25 MB, so it was not added: Film.mp4/)).length).toBeGreaterThan(0);
  expect(screen.queryByRole('list', { name: 'Files of the conversation' })).toBe(null);
});

test('text that was copied with a picture beside it stays text', async () => {
  const { app, editor } = await open();
  fireEvent.paste(editor, { clipboardData: { files: [aPicture()], types: ['text/plain', 'Files'] } });
  await app.user.click(screen.getByRole('button', { name: /Save conversation/ }));
  await screen.findByText('Saved', { selector: '[role="status"] *' });
  expect(await app.api.files.total({})).toEqual({ count: 0, size: 0 });
});

test('Settings say how much the files take', async () => {
  const { app, editor } = await open();
  fireEvent.drop(editor, { dataTransfer: { files: [aPlan()], types: ['Files'] } });
  await list();
  await app.flush();
  await screen.findByText('Draft kept', { selector: '[role="status"] *' });
  await app.user.keyboard('{Control>},{/Control}');
  expect(await screen.findByText(/^1 file, 8/)).toBeTruthy();
});
