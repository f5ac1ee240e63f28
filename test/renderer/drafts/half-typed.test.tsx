import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../../renderer/conversations/ConversationPage.tsx';
import { navigate } from '../../../renderer/route.ts';
import { readDraft } from '../../../shared/drafts/draft-content.ts';
import type { DraftId } from '../../../shared/id.ts';
import type { CalendarDate, Instant, Zone } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';

const START = {
  personIds: [],
  on: '2026-01-01' as CalendarDate,
  at: null,
  zone: 'UTC' as Zone,
  channel: 'phone',
} as const;

// The page is large, and so is the wait on a busy machine.
configure({ asyncUtilTimeout: 20_000 });

const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name, { selector: 'input' });

/** What the only draft holds of what was typed and not chosen. */
async function keptTyping({ api }: TestApp) {
  const [draft] = await api.drafts.list({});
  return draft && readDraft((await api.drafts.get({ id: draft.id })).body, START).typed;
}

test('half a name and half a tag are kept with the draft, and stand in their fields when it is taken up again', async () => {
  const app = startApp();
  await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation' });
  await app.user.type(await field('With'), 'Grace Ho');
  await app.user.type(await field('Tags'), 'renew');
  await waitFor(async () => expect(await keptTyping(app)).toEqual({ people: 'Grace Ho', tag: 'renew' }));
  navigate({ page: 'people' });
  await waitFor(() => expect(screen.queryByLabelText('Tags', { selector: 'input' })).toBeNull());
  const [draft] = await app.api.drafts.list({});
  if (draft === undefined) throw new Error('There is no draft.');
  expect(draft.beginning).toBe('Grace Ho');
  navigate({ page: 'draft', id: draft.id });
  expect((await field('With')).value).toBe('Grace Ho');
  expect((await field('Tags')).value).toBe('renew');
});

test('half of the words for the day are kept with the draft, and what they mean stays what it was when they were typed', async () => {
  const app = startApp({ now: '2026-11-19T12:30:00.000Z', zone: 'UTC' });
  app.render({ page: 'new-conversation' });
  await app.user.type(await field('When, in plain words'), 'last Tue');
  await screen.findByText('Tue, Nov 17, 2026; “last Tue” was not read as Tue, Nov 10, 2026');
  const kept = async () => {
    const [draft] = await app.api.drafts.list({});
    if (draft === undefined) return null;
    const { on, at, whenWords } = readDraft((await app.api.drafts.get({ id: draft.id })).body, START);
    return { id: draft.id, on, at, text: whenWords?.text };
  };
  await waitFor(async () => expect(await kept()).toMatchObject({ on: '2026-11-17', at: null, text: 'last Tue' }));
  app.clock.set('2026-11-27T08:00:00.000Z' as Instant);
  navigate({ page: 'people' });
  await waitFor(() => expect(screen.queryByLabelText('Tags', { selector: 'input' })).toBeNull());
  navigate({ page: 'draft', id: (await kept())?.id as DraftId });
  expect((await field('When, in plain words')).value).toBe('last Tue');
  await screen.findByText('Tue, Nov 17, 2026');
  await app.user.type(await field('When, in plain words'), 's');
  await screen.findByText('Not understood as a day that was');
  await app.user.clear(await field('When, in plain words'));
  await waitFor(async () => expect(await kept()).toMatchObject({ on: '2026-11-19', at: '12:30', text: undefined }));
});

test('words for the day that are not understood keep a conversation from being saved; understood ones go with it', async () => {
  const app = startApp({ now: '2026-11-19T12:30:00.000Z', zone: 'UTC' });
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: id });
  await app.user.type(await field('When, in plain words'), 'yestrday');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('Say on which day it was.');
  await app.user.clear(await field('When, in plain words'));
  await app.user.type(await field('When, in plain words'), 'yesterday 3pm');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => {
    const { items } = await app.api.conversations.page({ personId: id, shelf: 'current', before: null });
    expect(items).toMatchObject([{ on: '2026-11-18', at: '15:00' }]);
  });
  expect((await field('When, in plain words')).value).toBe('');
});

test('saving adds the tag as it is written, and asks who is meant by a name that nobody was chosen for', async () => {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: id });
  await app.user.type(await field('Tags'), '#renew');
  await app.user.type(await field('With'), 'Gra');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('Choose who “Gra” is, or empty the field.');
  expect(document.activeElement).toBe(await field('With'));
  await app.user.clear(await field('With'));
  await app.user.type(await field('Title'), 'A call');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => {
    const { items } = await app.api.conversations.page({ personId: id, shelf: 'current', before: null });
    const saved = await Promise.all(items.map((item) => app.api.conversations.get({ id: item.id })));
    expect(saved.map(({ title, tags }) => ({ title, tags }))).toEqual([{ title: 'A call', tags: ['renew'] }]);
  });
  expect((await field('Tags')).value).toBe('');
});

/** What the only draft holds of days and times that are begun. */
async function keptHalves({ api }: TestApp) {
  const [draft] = await api.drafts.list({});
  return draft && { id: draft.id, ...readDraft((await api.drafts.get({ id: draft.id })).body, START).halfTyped };
}

const parts = (name: string) =>
  within(screen.getByRole('group', { name })).getAllByRole('spinbutton', { name: new RegExp(`, ${name}`) });
const shown = (name: string) => parts(name).map(({ textContent }) => textContent);

async function leaveAndReturn(app: TestApp): Promise<void> {
  const id = (await keptHalves(app))?.id as DraftId;
  navigate({ page: 'people' });
  await waitFor(() => expect(screen.queryByLabelText('Tags', { selector: 'input' })).toBeNull());
  navigate({ page: 'draft', id });
  await field('Tags');
}

test('half of the day of a promise is kept with the draft, and holds the promise until it is whole', async () => {
  const app = startApp({ now: '2026-11-19T12:30:00.000Z', zone: 'UTC' });
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: id });
  await app.user.type(await field('Promise'), 'Send the offer');
  parts('Due')[0]?.focus();
  await app.user.keyboard('1205');
  await waitFor(async () => expect(await keptHalves(app)).toMatchObject({ due: { month: 12, day: 5 } }));
  await leaveAndReturn(app);
  expect(shown('Due')).toEqual(['12', '05', 'yyyy']);

  await app.user.click(screen.getByRole('button', { name: 'Add promise' }));
  await screen.findByText('The day is half typed: finish it, or empty it.');
  expect((await field('Promise')).value).toBe('Send the offer');
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('The day is half typed: finish it, or empty it.');
  expect((await app.api.conversations.page({ personId: id, shelf: 'current', before: null })).items).toEqual([]);

  parts('Due')[2]?.focus();
  await app.user.keyboard('2026');
  await app.user.click(screen.getByRole('button', { name: 'Add promise' }));
  await screen.findByText('by Sat, Dec 5, 2026');
  expect(shown('Due')).toEqual(['mm', 'dd', 'yyyy']);
  await waitFor(async () => expect(await keptHalves(app)).toEqual({ id: expect.anything() }));
});

test('half of the plain words in the calendar is kept with the draft, in sight, and can be emptied', async () => {
  const app = startApp({ now: '2026-11-19T12:30:00.000Z', zone: 'UTC' });
  app.render({ page: 'new-conversation' });
  await field('Tags');
  const open = () =>
    app.user.click(within(screen.getByRole('group', { name: 'Due' })).getByRole('button', { name: /calendar/i }));
  await open();
  await app.user.type(await field('In plain words'), 'in 3 wee');
  await waitFor(async () => expect(await keptHalves(app)).toMatchObject({ dueWords: 'in 3 wee' }));
  await app.user.keyboard('{Escape}');
  await screen.findByText('“in 3 wee” is not understood as a day to come yet.');
  await leaveAndReturn(app);
  await screen.findByText('“in 3 wee” is not understood as a day to come yet.');
  await open();
  expect((await field('In plain words')).value).toBe('in 3 wee');
  await app.user.type(await field('In plain words'), 'ks');
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(shown('Due')).toEqual(['12', '10', '2026']));
  await waitFor(async () => expect(await keptHalves(app)).toEqual({ id: expect.anything() }));
  await open();
  await app.user.type(await field('In plain words'), 'whenever');
  await app.user.keyboard('{Escape}');
  await app.user.click(screen.getByRole('button', { name: 'Clear Due' }));
  expect(screen.queryByText(/is not understood as a day to come yet/)).toBeNull();
});

test('half of the day and of the time of a conversation are kept with the draft, and keep it from being saved', async () => {
  const app = startApp({ now: '2026-11-19T12:30:00.000Z', zone: 'UTC' });
  const { id } = await app.api.people.create({ name: 'Ada Byron' });
  app.render({ page: 'new-conversation', personId: id });
  await waitFor(() => expect(shown('Time')).toEqual(['12', '30', 'PM']));
  async function empty(name: string, index: number): Promise<void> {
    const part = (): HTMLElement | undefined => parts(name)[index];
    part()?.focus();
    // Digit by digit.
    while (part()?.getAttribute('aria-valuetext') !== 'Empty') await app.user.keyboard('{Backspace}');
  }
  await empty('Time', 1);
  await empty('Day', 0);
  await waitFor(async () =>
    expect(await keptHalves(app)).toMatchObject({ day: { day: 19, year: 2026 }, time: { hour: 12 } }),
  );
  await leaveAndReturn(app);
  await waitFor(() => expect(shown('Time')).toEqual(['12', '––', 'PM']));
  expect(shown('Day')).toEqual(['mm', '19', '2026']);

  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await screen.findByText('The day or the time is half typed: finish it, or empty it.');
  parts('Time')[1]?.focus();
  await app.user.keyboard('15');
  parts('Day')[0]?.focus();
  await app.user.keyboard('10');
  await waitFor(async () => expect(await keptHalves(app)).toEqual({ id: expect.anything() }));
  await app.user.keyboard('{Control>}{Enter}{/Control}');
  await waitFor(async () => {
    const { items } = await app.api.conversations.page({ personId: id, shelf: 'current', before: null });
    expect(items).toMatchObject([{ on: '2026-10-19', at: '12:15' }]);
  });
});
