import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { DraftId, PersonId } from '../../../shared/id.ts';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { isBob, line, open, saved, understood } from './quick-capture.tsx';

test('begins with the caret in the line, without the frame around the other pages', async () => {
  await open();
  expect(document.activeElement).toBe(line());
  expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Quick capture');
  expect(screen.queryByRole('navigation', { name: 'Main' })).toBe(null);
  expect(await accessibilityProblems()).toEqual([]);
});

test('says who is missing instead of saving, and goes there', async () => {
  const app = await open();
  await app.user.keyboard('Something about the price{Control>}{Enter}{/Control}');
  expect(await screen.findByText('Say with whom it was: @ and a name.')).toBeTruthy();
  expect(document.activeElement).toBe(line());
  expect(await saved(app)).toEqual([]);
  expect(await app.api.drafts.list({})).toHaveLength(1);
});

test('a day that is half typed, and folded away, is shown instead of saving', async () => {
  const app = await open();
  await app.user.keyboard('@ana about the price');
  const when = () => screen.getByRole('button', { name: 'When, how long and by which channel' });
  await app.user.click(when());
  const part = () => within(screen.getByRole('group', { name: 'Day' })).getAllByRole('spinbutton')[0];
  part()?.focus();
  for (let key = 0; key < 4 && part()?.getAttribute('aria-valuetext') !== 'Empty'; key += 1) {
    await app.user.keyboard('{Backspace}');
  }
  await app.user.click(when());
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('The day or the time is half typed: finish it, or empty it.');
  expect(when().getAttribute('aria-expanded')).toBe('true');
  await waitFor(() => expect(screen.getByRole('group', { name: 'Day' }).contains(document.activeElement)).toBe(true));
  expect(await saved(app)).toEqual([]);
});

test('Esc hides the small window and keeps the draft; the next opening brings it back', async () => {
  const app = await open({ hasWindow: true });
  await app.user.keyboard('@ana half a thought{Escape}');
  await waitFor(() => expect(app.desk.asked.map(({ what }) => what)).toContain('hideQuickCapture'));
  expect(line().value).toBe('@ana half a thought');
  expect(await app.api.drafts.list({})).toMatchObject([{ personName: 'Ana Lindqvist', beginning: 'half a thought' }]);
});

test.each([
  ['Esc', '{Escape}{Escape}{Escape}', 0],
  ['Ctrl+Enter', '{Control>}{Enter}{Enter}{Enter}{/Control}', 1],
])('%s pressed more often than needed leads the small window nowhere else', async (_key, keys, count) => {
  const app = await open({ hasWindow: true });
  let isShown = true;
  let asked = 0;
  // A window that is out of sight is not hidden again.
  app.desk.hideQuickCapture = () => {
    const wasShown = isShown;
    isShown = false;
    asked += 1;
    return wasShown;
  };
  await app.user.keyboard(`@ana half a thought${keys}`);
  await waitFor(() => expect(asked).toBe(1));
  await waitFor(async () => expect(await saved(app)).toHaveLength(count));
  await app.flush();
  expect(window.location.hash).toBe('#/quick-capture');
  expect(screen.queryByText('Say with whom it was: @ and a name.')).toBe(null);
  expect(await saved(app)).toHaveLength(count);
  // Shown again, it takes keys.
  isShown = true;
  fireEvent.focus(window);
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(asked).toBe(2));
  expect(window.location.hash).toBe('#/quick-capture');
});

test('a capture that was not finished when the app ended is taken up again', async () => {
  const app = await open();
  await app.user.keyboard('@ana half a thought');
  await app.flush();
  window.location.hash = '#/today';
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  window.location.hash = '#/quick-capture';
  await waitFor(() => expect(line().value).toBe('@ana half a thought'));
});

test('after saving, the small window goes and the next text begins anew', async () => {
  const app = await open({ hasWindow: true });
  await app.user.keyboard('@ana done{Control>}{Enter}{/Control}');
  await waitFor(() => expect(line().value).toBe(''));
  expect(app.desk.asked.map(({ what }) => what)).toContain('hideQuickCapture');
  expect(await saved(app)).toHaveLength(1);
});

test('says how long after the conversation it is written', async () => {
  const app = await open();
  await app.user.keyboard('@ana yesterday 3pm 30m');
  expect(await screen.findByText('Written 1 day after the conversation')).toBeTruthy();
});

test('shows the text that another window wrote into the same draft', async () => {
  const app = await open();
  await app.user.keyboard('@ana half a thought');
  await app.flush();
  const [summary] = await app.api.drafts.list({});
  const id = summary?.id ?? ('' as DraftId);
  const { body, personId } = await app.api.drafts.get({ id });
  const theirs = { ...(JSON.parse(body) as object), notes: 'Written in the other window' };
  await app.api.drafts.keep({ id, conversationId: null, personId, beginning: '', body: JSON.stringify(theirs) });
  await waitFor(() =>
    expect(screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Notes' }).value).toBe(
      'Written in the other window',
    ),
  );
});

test('begins anew when its draft was discarded in another window', async () => {
  const app = await open();
  await app.user.keyboard('@ana half a thought');
  await app.flush();
  const [summary] = await app.api.drafts.list({});
  await app.api.drafts.discard({ id: summary?.id ?? ('' as DraftId) });
  await waitFor(() => expect(line().value).toBe(''));
  expect(await app.api.drafts.list({})).toEqual([]);
});

test('the button and the key in the app open it', async () => {
  const app = startApp();
  app.render({ page: 'today' });
  await app.user.click(await screen.findByRole('button', { name: 'Quick capture' }));
  await waitFor(() => expect(window.location.hash).toBe('#/quick-capture'));
  expect(app.desk.asked.map(({ what }) => what)).toContain('openQuickCapture');
});

test('opened for somebody, it has them filled in, and keeps nothing until something is typed', async () => {
  const app = await open({ hasWindow: true });
  await app.user.keyboard('@ana half a thought');
  const [bob] = await app.api.people.list({ shelf: 'current' }).then((people) => people.filter(isBob));
  await app.api.quickCapture.open({ personId: bob?.id ?? ('' as PersonId) });
  await waitFor(() => expect(line().value).toBe('@Bob Ito '));
  await waitFor(() => expect(understood()).toEqual(['Bob Ito']));
  expect(document.activeElement).toBe(line());
  expect(line().selectionStart).toBe('@Bob Ito '.length);
  // What was written before is a draft, and the only one.
  await app.flush();
  expect(await app.api.drafts.list({})).toMatchObject([{ personName: 'Ana Lindqvist', beginning: 'half a thought' }]);

  await app.user.keyboard('The demo{Control>}{Enter}{/Control}');
  await waitFor(async () =>
    expect(await saved(app)).toMatchObject([{ title: 'The demo', people: [{ name: 'Bob Ito' }] }]),
  );
  expect(await app.api.quickCapture.takePerson({})).toBe(null);
});

test('opened for somebody and put away untouched, it is for anybody the next time', async () => {
  const app = await open({ hasWindow: true });
  const [bob] = await app.api.people.list({ shelf: 'current' }).then((people) => people.filter(isBob));
  await app.api.quickCapture.open({ personId: bob?.id ?? ('' as PersonId) });
  await waitFor(() => expect(line().value).toBe('@Bob Ito '));
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(line().value).toBe(''));
  expect(await app.api.drafts.list({})).toEqual([]);
});

test.each([
  ['Ana "Annie" Ruiz', '@"Ana Annie Ruiz" '],
  ['3M', '@"3M" '],
  ['Maria da Silva dos Santos Lima', '@"Maria da Silva dos Santos Lima" '],
])('%s is filled in so that it is read as them', async (name, expected) => {
  const app = await open({ hasWindow: true });
  const { id } = await app.api.people.create({ name });
  await app.api.quickCapture.open({ personId: id });
  await waitFor(() => expect(line().value).toBe(expected));
  await app.user.keyboard('Hello{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toMatchObject([{ title: 'Hello', people: [{ id }] }]));
  expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(3);
});

test('files that are dropped or pasted go into its draft and stand below the note, within reach of the keys', async () => {
  const app = await open();
  const files = () => screen.queryByRole('list', { name: 'Files of the conversation' });
  // Until there is one, the field takes no room.
  expect(screen.queryByRole('button', { name: 'Add files' })).toBe(null);
  await app.user.keyboard('@ana The whiteboard');
  const plan = new File(['%PDF-1.7'], 'Plan.pdf');
  fireEvent.drop(screen.getByRole('heading', { level: 1 }), { dataTransfer: { files: [plan], types: ['Files'] } });
  await screen.findByText('Plan.pdf');
  const picture = new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])], 'Board.png');
  fireEvent.paste(line(), { clipboardData: { files: [picture], types: ['Files'] } });
  await screen.findByText('Board.png');
  const notes = screen.getByRole('textbox', { name: 'Notes' });
  const promise = screen.getByRole('textbox', { name: 'Promise' });
  const follows = (one: Element | null, other: Element): number => other.compareDocumentPosition(one ?? other);
  expect(follows(files(), notes)).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  expect(follows(files(), promise)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  expect(await accessibilityProblems()).toEqual([]);

  await app.flush();
  const [draft] = await app.api.drafts.list({});
  const { body } = await app.api.drafts.get({ id: draft?.id ?? ('' as DraftId) });
  expect(body).toContain('Plan.pdf');

  const remove = screen.getByRole('button', { name: 'Remove file: Plan.pdf' });
  notes.focus();
  for (let key = 0; key < 20 && document.activeElement !== remove; key += 1) await app.user.tab();
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(screen.queryByText('Plan.pdf')).toBe(null));
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Add files' }));
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => expect(await saved(app)).toHaveLength(1));
  const conversationId = (await saved(app))[0]?.id ?? ('' as never);
  expect(await app.api.files.ofConversation({ conversationId })).toMatchObject([{ name: 'Board.png' }]);
});

test('the key for adding files works in it as well', async () => {
  const app = await open();
  const chosen = vi.spyOn(HTMLInputElement.prototype, 'click').mockImplementation(() => undefined);
  await app.user.keyboard('{Control>}{Shift>}a{/Shift}{/Control}');
  expect(chosen.mock.instances[0]).toBe(screen.getByLabelText('Choose files'));
  chosen.mockRestore();
});
