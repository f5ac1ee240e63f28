import { configure, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../../renderer/conversations/ConversationPage.tsx';
import { navigate } from '../../../renderer/route.ts';
import { readDraft } from '../../../shared/drafts/draft-content.ts';
import type { CalendarDate, Zone } from '../../../shared/time.ts';
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
