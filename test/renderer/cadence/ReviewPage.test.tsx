import { screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

let app: TestApp;

beforeEach(() => {
  app = startApp({ now: '2026-09-01T09:30:00.000Z', zone: 'Europe/Berlin' });
});

async function three() {
  for (const name of ['Ana', 'Ben', 'Cho']) {
    await app.api.people.create({ name, fields: { cadence: { count: 1, unit: 'week' } } });
  }
  app.clock.advanceDays(30);
  app.render({ page: 'review' });
  await screen.findByRole('heading', { level: 2, name: 'Ana' });
}
const heading = (name: string) => screen.findByRole('heading', { level: 2, name });

test('a review of nobody teaches what it is for', async () => {
  app.render({ page: 'review' });
  expect(await screen.findByText('Nobody is past their cadence')).toBeTruthy();
  expect(screen.getByRole('heading', { level: 1, name: 'Weekly review' })).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('it walks through everybody key by key, forth and back, to the end', async () => {
  await three();
  expect(screen.getByRole('status', { name: 'Where you are' }).textContent).toBe('1 of 3: Ana');
  expect(screen.getByText(/Never spoken; added 4 weeks ago; you wanted every week/)).toBeTruthy();
  await app.user.keyboard('j');
  await heading('Ben');
  await app.user.keyboard('k');
  await heading('Ana');
  expect(await accessibilityProblems()).toEqual([]);
  await app.user.keyboard('jjj');
  expect(await screen.findByText('That was everybody')).toBeTruthy();
});

test('not now takes somebody out of the walk and goes on with the next', async () => {
  await three();
  await app.user.keyboard('n');
  await heading('Ben');
  expect(screen.getByRole('status', { name: 'Where you are' }).textContent).toBe('1 of 2: Ben');
});

test('a follow-up is set without leaving, and its letters are text', async () => {
  await three();
  await app.user.keyboard('f');
  await app.user.type(await screen.findByRole('textbox', { name: 'Follow up' }), 'Ask about the jn tomorrow{Enter}');
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  await heading('Ana');
  expect(await screen.findByText('Ask about the jn')).toBeTruthy();
});

test('a pause asks for its day', async () => {
  await three();
  await app.user.keyboard('p');
  await app.user.click(await screen.findByRole('button', { name: 'Pause' }));
  await heading('Ben');
  const [ana] = await app.api.people.list({ shelf: 'current' });
  expect((await app.api.people.get({ id: ana?.id as never })).cadencePausedUntil).toBe('2026-11-01');
});

test('where you left off and what was promised stand beside the reason', async () => {
  const { id } = await app.api.people.create({ name: 'Ana', fields: { cadence: { count: 1, unit: 'week' } } });
  const on = '2026-09-01' as CalendarDate;
  const conversation = aConversation({ personIds: [id], on, title: 'Kick-off', notes: 'They want a smaller step.' });
  await app.api.conversations.save({ conversation, draftId: null });
  await app.api.promises.create({ personId: id, conversationId: null, givenBy: 'me', words: 'the draft', dueOn: null });
  app.clock.advanceDays(42);
  app.render({ page: 'review' });
  await heading('Ana');
  expect(await screen.findByText('They want a smaller step.')).toBeTruthy();
  expect(screen.getByText(/6 weeks since you spoke; you wanted every week; you promised/)).toBeTruthy();
});

test('whoever looks at somebody and comes back goes on where they were', async () => {
  await three();
  await app.user.keyboard('jo');
  await screen.findByRole('heading', { level: 1, name: 'Ben' });
  window.history.back();
  await heading('Ben');
});
