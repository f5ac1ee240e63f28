import { act, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
// Read before the first test, so that none waits for it.
import '../../../renderer/conversations/ConversationPage.tsx';
import { navigate, type Route } from '../../../renderer/route.ts';
import { readDraft } from '../../../shared/drafts/draft-content.ts';
import type { ConversationId, PersonId } from '../../../shared/id.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

vi.setConfig({ testTimeout: 20_000 });
configure({ asyncUtilTimeout: 5000 });
afterEach(() => void vi.useRealTimers());

const notes = () => screen.getByLabelText<HTMLTextAreaElement>('Notes', { selector: 'textarea' });
// By selectors: roles are computed anew at every look, and an open editor has many.
const region = () => screen.findByLabelText('Conversation', { selector: 'section' });
const statusText = () =>
  document.querySelector('section[aria-label="Conversation"] [role="status"]')?.textContent ?? '';

function type(text: string): void {
  fireEvent.change(notes(), { target: { value: text } });
}

/** Lets the clock of the page run. */
async function pass(milliseconds: number): Promise<void> {
  await act(() => vi.advanceTimersByTimeAsync(milliseconds));
}

async function open(route: Route | ((desk: { ada: PersonId; id: ConversationId }) => Route)) {
  const app = startApp({ now: '2026-11-21T09:33:00.000Z', zone: 'Europe/Berlin' });
  const { id: ada } = await app.api.people.create({ name: 'Ada Byron' });
  const conversation = aConversation({ personIds: [ada], notes: 'As saved' });
  const { id } = await app.api.conversations.save({ conversation, draftId: null });
  app.render(typeof route === 'function' ? route({ ada, id }) : route);
  await region();
  vi.useFakeTimers();
  return { app, ada, id };
}

/** The notes of every unfinished draft in the journal. */
async function kept({ api }: TestApp): Promise<readonly string[]> {
  const drafts = await Promise.all((await api.drafts.list({})).map(({ id }) => api.drafts.get({ id })));
  const start = {
    personIds: [],
    on: '2026-11-21' as CalendarDate,
    at: null,
    zone: 'UTC' as Zone,
    channel: 'video' as const,
  };
  return drafts.map(({ body }) => readDraft(body, start).notes);
}

/** From now on these calls take so long, and the test sees how many are under way. */
function slow(app: TestApp, method: string, milliseconds: number) {
  const { call } = app.bridge;
  const seen = { underWay: 0, most: 0, calls: 0 };
  app.bridge.call = async (name, input, task) => {
    if (name !== method) return await call(name, input, task);
    seen.calls += 1;
    seen.underWay += 1;
    seen.most = Math.max(seen.most, seen.underWay);
    await new Promise((resolve) => setTimeout(resolve, milliseconds));
    const answer = await call(name, input, task);
    seen.underWay -= 1;
    return answer;
  };
  return seen;
}

/** While it holds, nothing can be written to the journal. */
function lockJournal(app: TestApp, locked: boolean): void {
  app.context.database.pragma(`query_only = ${locked ? 'ON' : 'OFF'}`);
}

describe('a draft', () => {
  test('is not made by looking, and is in the journal within 300 ms of the first key', async () => {
    const { app } = await open({ page: 'new-conversation' });
    await pass(5000);
    expect(await kept(app)).toEqual([]);
    const field = notes();
    field.focus();
    type('S');
    expect(statusText()).toBe('');
    await pass(300);
    expect(await kept(app)).toEqual(['S']);
    await pass(300);
    expect(statusText()).toBe('Draft kept');
    const [draft] = await app.api.drafts.list({});
    expect(window.location.hash).toBe(`#/draft/${draft?.id}`);
    // Still the same field, with the caret in it.
    expect([notes() === field, document.activeElement === field]).toEqual([true, true]);
  });

  test('says nothing while the keys go on, and loses at most 300 ms of them', async () => {
    const { app } = await open({ page: 'new-conversation' });
    const said = new Set<string>();
    let text = '';
    for (let key = 0; key < 30; key += 1) {
      text += 'x';
      type(text);
      await pass(70);
      said.add(statusText());
      const [inJournal = ''] = await kept(app);
      expect(text.length - inJournal.length).toBeLessThanOrEqual(Math.ceil(300 / 70));
    }
    expect([...said]).toEqual(['']);
    await pass(600);
    expect([await kept(app), statusText()]).toEqual([[text], 'Draft kept']);
  });

  test('is kept by one call at a time, the last text last, however slow the disk', async () => {
    const { app } = await open({ page: 'new-conversation' });
    const seen = slow(app, 'drafts.keep', 1000);
    for (const text of ['a', 'ab', 'abc', 'abcd']) {
      type(text);
      await pass(400);
    }
    await pass(5000);
    expect([seen.most, await kept(app)]).toEqual([1, ['abcd']]);
  });

  test('that cannot be kept says so, stays in the field, and is kept as soon as it can be', async () => {
    const { app } = await open({ page: 'new-conversation' });
    lockJournal(app, true);
    type('No room');
    await pass(300);
    expect(statusText()).toMatch(/^Not kept yet\. The journal could not be written to/);
    type('No room, still typing');
    await pass(1000);
    expect([notes().value, statusText().startsWith('Not kept yet')]).toEqual(['No room, still typing', true]);
    lockJournal(app, false);
    await pass(4000);
    expect([await kept(app), statusText()]).toEqual([['No room, still typing'], 'Draft kept']);
  });

  test.each([
    ['the page is left', () => act(() => navigate({ page: 'help' }))],
    ['Esc is pressed', () => act(() => void fireEvent.keyDown(notes(), { key: 'Escape' }))],
    ['the field is left', () => act(() => void fireEvent.blur(notes()))],
    ['the window loses the focus', () => act(() => void window.dispatchEvent(new Event('blur')))],
    [
      'the window is hidden',
      () => {
        vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
        act(() => void document.dispatchEvent(new Event('visibilitychange')));
      },
    ],
  ])('is kept at once when %s in the middle of the typing', async (_, leave) => {
    const { app } = await open({ page: 'new-conversation' });
    type('Half a sent');
    leave();
    vi.restoreAllMocks();
    expect(await kept(app)).toEqual(['Half a sent']);
  });

  test('is kept when main asks, before the window closes or the machine sleeps, and main waits for it', async () => {
    const { app } = await open({ page: 'new-conversation' });
    slow(app, 'drafts.keep', 800);
    type('The last instant');
    let isFlushed = false;
    const flush = app.flush().then(() => {
      isFlushed = true;
    });
    await pass(700);
    expect(isFlushed).toBe(false);
    await pass(200);
    await flush;
    expect(await kept(app)).toEqual(['The last instant']);
  });

  test('that was left while it could not be kept is still there on coming back, and kept later', async () => {
    const { app, id } = await open(({ id: conversation }) => ({ page: 'conversation', id: conversation }));
    lockJournal(app, true);
    type('As saved, and more');
    act(() => navigate({ page: 'help' }));
    await pass(500);
    act(() => navigate({ page: 'conversation', id }));
    await pass(0);
    expect(notes().value).toBe('As saved, and more');
    lockJournal(app, false);
    act(() => navigate({ page: 'help' }));
    await pass(5000);
    expect(await kept(app)).toEqual(['As saved, and more']);
    await pass(60_000);
    expect(vi.getTimerCount()).toBe(0);
  });

  test('of a saved conversation begins with the first change and goes on where it was left', async () => {
    const { app, id } = await open(({ id: conversation }) => ({ page: 'conversation', id: conversation }));
    expect(await kept(app)).toEqual([]);
    type('As saved, changed');
    act(() => navigate({ page: 'help' }));
    await pass(0);
    vi.useRealTimers();
    act(() => navigate({ page: 'conversation', id }));
    await waitFor(() => expect(notes().value).toBe('As saved, changed'));
    vi.useFakeTimers();
    type('As saved, changed twice');
    await pass(300);
    expect(await kept(app)).toEqual(['As saved, changed twice']);
    expect((await app.api.conversations.get({ id })).notes).toBe('As saved');
    expect(window.location.hash).toBe(`#/conversation/${id}`);
  });

  test('that is blank again when it is left leaves nothing behind', async () => {
    const { app } = await open({ page: 'new-conversation' });
    type('x');
    await pass(300);
    type('');
    await pass(300);
    expect(await kept(app)).toEqual(['']);
    act(() => navigate({ page: 'help' }));
    await pass(300);
    expect(await kept(app)).toEqual([]);
  });

  test('ends when its conversation is saved; what is typed while it is being saved begins another', async () => {
    const { app, ada } = await open(({ ada: person }) => ({ page: 'new-conversation', personId: person }));
    type('Saved');
    await pass(300);
    slow(app, 'conversations.save', 500);
    fireEvent.keyDown(notes(), { key: 'Enter', ctrlKey: true });
    await pass(100);
    type('Saved, and typed meanwhile');
    await pass(2000);
    const { items } = await app.api.conversations.page({ personId: ada, shelf: 'current', before: null });
    expect(items.map(({ beginning }) => beginning)).toEqual(['Saved', 'As saved']);
    expect(await kept(app)).toEqual(['Saved, and typed meanwhile']);
    expect((await app.api.drafts.list({}))[0]?.conversationId).toBe(items[0]?.id);
    fireEvent.keyDown(notes(), { key: 'Enter', ctrlKey: true });
    await pass(2000);
    expect([await kept(app), statusText()]).toEqual([[], 'Saved']);
    const [last] = (await app.api.conversations.page({ personId: ada, shelf: 'current', before: null })).items;
    expect(last?.beginning).toBe('Saved, and typed meanwhile');
  });

  test('is kept when saving fails, and the page says why', async () => {
    const { app } = await open(({ ada }) => ({ page: 'new-conversation', personId: ada }));
    lockJournal(app, true);
    type('Not lost');
    fireEvent.keyDown(notes(), { key: 'Enter', ctrlKey: true });
    await pass(100);
    expect(screen.getByText('Not saved')).toBeTruthy();
    lockJournal(app, false);
    await pass(4000);
    expect([await kept(app), statusText()]).toEqual([['Not lost'], 'Draft kept']);
  });

  test('of a conversation that is gone meanwhile is saved as one of its own', async () => {
    const { app, id } = await open(({ id: conversation }) => ({ page: 'conversation', id: conversation }));
    app.context.database.run('DELETE FROM conversation WHERE id = :id', { id });
    type('As saved, but orphaned');
    await pass(300);
    fireEvent.keyDown(notes(), { key: 'Enter', ctrlKey: true });
    await pass(300);
    const { items } = await app.api.conversations.page({ personId: null, shelf: 'current', before: null });
    expect(items.map(({ beginning }) => beginning)).toEqual(['As saved, but orphaned']);
    expect(await kept(app)).toEqual([]);
  });

  test('does not follow into another journal', async () => {
    const { app } = await open({ page: 'new-conversation' });
    type('Belongs here');
    app.send({ kind: 'changed', topics: ['*'] });
    await pass(10_000);
    expect(await kept(app)).toEqual([]);
  });
});

describe('discarding', () => {
  test('moves a draft to the bin and goes back; Undo brings it back', async () => {
    const { app } = await open({ page: 'new-conversation' });
    type('Away with it');
    await pass(300);
    vi.useRealTimers();
    await app.user.click(screen.getByRole('button', { name: 'Discard draft' }));
    await waitFor(() => expect(window.location.hash).toBe('#/today'));
    expect(await kept(app)).toEqual([]);
    await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await kept(app)).toEqual(['Away with it']));
  });

  test('shows a saved conversation as it is saved; Undo brings the changes back', async () => {
    const { app } = await open(({ id }) => ({ page: 'conversation', id }));
    type('As saved, changed');
    await pass(300);
    vi.useRealTimers();
    await app.user.click(screen.getByRole('button', { name: 'Discard changes' }));
    await waitFor(() => expect(notes().value).toBe('As saved'));
    await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(() => expect(notes().value).toBe('As saved, changed'));
  });
});

describe('taking a draft up again', () => {
  async function withDraft() {
    const app = startApp({ now: '2026-11-21T09:33:00.000Z', zone: 'Europe/Berlin' });
    const { id: ada } = await app.api.people.create({ name: 'Ada Byron' });
    app.render({ page: 'new-conversation', personId: ada });
    await region();
    await app.user.type(notes(), 'She paused');
    await app.user.keyboard('{Escape}');
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    const [draft] = await app.api.drafts.list({});
    return { app, ada, draft };
  }

  test('works from the list on Today, and the caret is at the end of the notes', async () => {
    const { app, draft } = await withDraft();
    const list = await screen.findByRole('grid', { name: 'Drafts' });
    const row = within(list).getByRole('row', { name: 'Ada Byron: She paused' });
    row.focus();
    await app.user.keyboard('{Enter}');
    await region();
    expect(window.location.hash).toBe(`#/draft/${draft?.id}`);
    await waitFor(() => expect(document.activeElement).toBe(notes()));
    await app.user.keyboard(' at the price');
    await waitFor(async () => expect(await kept(app)).toEqual(['She paused at the price']));
  });

  test('works from anywhere on one key', async () => {
    const { app, draft } = await withDraft();
    await app.user.keyboard('{Control>}d{/Control}');
    await region();
    expect(window.location.hash).toBe(`#/draft/${draft?.id}`);
    expect(notes().value).toBe('She paused');
  });

  test('is offered when the app starts', async () => {
    const app = startApp();
    const body = JSON.stringify('not read here');
    await app.api.drafts.keep({ id: null, conversationId: null, personId: null, beginning: 'Left behind', body });
    app.render();
    await app.user.click(await screen.findByRole('button', { name: /Continue draft/ }));
    await region();
    // A body that no editor wrote is shown as it is.
    expect(notes().value).toBe('"not read here"');
  });

  test('is said to be impossible once it was saved', async () => {
    const { app, draft } = await withDraft();
    if (draft === undefined) throw new Error('There is no draft.');
    await app.api.drafts.discard({ id: draft.id });
    act(() => navigate({ page: 'draft', id: draft.id }));
    expect(await screen.findByText('This draft was saved or discarded')).toBeTruthy();
  });
});
