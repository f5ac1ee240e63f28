import { configure, screen, waitFor } from '@testing-library/react';
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
