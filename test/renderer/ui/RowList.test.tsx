import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../shared/id.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';

const focused = () => document.activeElement;
const focusedName = () => focused()?.getAttribute('aria-label');
const row = (name: RegExp) => screen.findByRole('row', { name });
const rowGone = (name: RegExp) => waitFor(() => expect(screen.queryByRole('row', { name })).toBeNull());

async function promise(app: TestApp, personId: PersonId, words: string, givenBy: 'me' | 'them'): Promise<void> {
  await app.api.promises.create({
    personId,
    conversationId: null,
    givenBy,
    words,
    dueOn: '2026-11-21' as CalendarDate,
  });
}

/** Two lists of promises: two by me, one by them. */
async function showPromises(): Promise<TestApp> {
  const app = startApp({ now: '2026-11-21T09:30:00.000Z', zone: 'Europe/Berlin' });
  const { id } = await app.api.people.create({ name: 'Ana Ruiz' });
  await promise(app, id, 'Read her proposal', 'me');
  await promise(app, id, 'Send the draft', 'me');
  await promise(app, id, 'Introduce me to Lee', 'them');
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  return app;
}

async function toMore(app: TestApp): Promise<void> {
  (await row(/Read her proposal/)).focus();
  await app.user.keyboard('{ArrowLeft}');
  expect(focused()?.getAttribute('aria-label')).toBe('More');
}

test.each(['{Enter}', ' ', '{ArrowDown}'])('%s on the menu of a row opens it on its first entry', async (key) => {
  const app = await showPromises();
  await toMore(app);
  await app.user.keyboard(key);
  const [first] = await screen.findAllByRole('menuitem');
  await waitFor(() => expect(focused()).toBe(first));
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(focused()?.getAttribute('aria-label')).toBe('More'));
  expect(window.location.hash).toBe('#/promises');
});

test('Esc puts the name of a button away before it leaves the page', async () => {
  const app = await showPromises();
  await toMore(app);
  expect((await screen.findByRole('tooltip')).textContent).toBe('More');
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('tooltip')).toBeNull());
  expect(window.location.hash).toBe('#/promises');
  expect(focused()?.getAttribute('aria-label')).toBe('More');
});

test('the focus goes from a row that leaves to the next one, and from the last row of a list to the next list', async () => {
  const app = await showPromises();
  (await row(/Read her proposal/)).focus();
  await app.user.keyboard('d');
  await rowGone(/Read her proposal/);
  await waitFor(() => expect(focusedName()).toContain('Send the draft'));
  await app.user.keyboard('d');
  await rowGone(/Send the draft/);
  await waitFor(() => expect(focusedName()).toContain('Introduce me to Lee'));
});

test('the focus goes back to the list before when the last list leaves', async () => {
  const app = await showPromises();
  (await row(/Introduce me to Lee/)).focus();
  await app.user.keyboard('d');
  await rowGone(/Introduce me to Lee/);
  await waitFor(() => expect(focusedName()).toContain('Send the draft'));
});
