import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { Route } from '../../../renderer/route.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { start, talk } from '../../support/brief.ts';

test('B on the page of a person and Ctrl+B in a conversation lead to it, and Esc leads back', async () => {
  const { app, anna } = await start();
  await talk(app, anna, { title: 'Renewal' });
  app.render({ page: 'person', id: anna });
  await screen.findByRole('heading', { level: 1, name: 'Anna Lindqvist' });
  await app.user.keyboard('b');
  await screen.findByRole('region', { name: 'Brief' });
  expect(window.location.hash).toBe(`#/brief/${anna}`);
  await app.user.keyboard('{Escape}');
  await waitFor(() => expect(window.location.hash).toBe(`#/person/${anna}`));
  const [conversation] = (await app.api.conversations.page({ personId: anna, shelf: 'current', before: null })).items;
  window.history.pushState({ depth: 1 }, '', `#/conversation/${conversation?.id}`);
  window.dispatchEvent(new HashChangeEvent('hashchange'));
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Brief' })).toBe(null));
  await app.user.keyboard('{Control>}b{/Control}');
  await waitFor(() => expect(window.location.hash).toBe(`#/brief/${anna}`));
});

test('Ctrl+B with nobody at hand asks for whom, those seen last first', async () => {
  const { app, anna } = await start();
  const { id: ben } = await app.api.people.create({ name: 'Ben Okafor' });
  await talk(app, ben, { on: '2026-11-19' as CalendarDate });
  await talk(app, anna, { on: '2026-11-20' as CalendarDate });
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  await app.user.keyboard('{Control>}b{/Control}');
  const dialog = await screen.findByRole('dialog', { name: 'Brief for whom?' });
  const rows = within(await within(dialog).findByRole('grid', { name: 'Seen last' })).getAllByRole('row');
  expect(rows.map(({ textContent }) => textContent)).toEqual(['yesterdayAnna Lindqvist', '2 days agoBen Okafor']);
  await app.user.click(rows[1] as HTMLElement);
  await waitFor(() => expect(window.location.hash).toBe(`#/brief/${ben}`));
});

test('Ctrl+B on a follow-up is about whom it is with', async () => {
  const { app, anna } = await start();
  await app.api.followUps.create({
    personId: anna,
    words: 'Coffee',
    dueOn: '2026-11-21' as CalendarDate,
    dueTime: null,
  });
  app.render({ page: 'follow-ups' });
  const row = await screen.findByRole('row', { name: /Anna Lindqvist/ });
  row.focus();
  await app.user.keyboard('{Control>}b{/Control}');
  await waitFor(() => expect(window.location.hash).toBe(`#/brief/${anna}`));
});

test('Ctrl+B on a row of any list is the brief of whom or what it is about', async () => {
  const { app, anna } = await start();
  const { id: ben } = await app.api.people.create({ name: 'Ben Okafor' });
  const { id: studio } = await app.api.organisations.create({ name: 'Studio Nord' });
  await app.api.promises.create({ personId: anna, conversationId: null, givenBy: 'me', words: 'Offer', dueOn: null });
  await talk(app, anna, { personIds: [anna, ben], title: 'Kick-off', notes: 'The harbour.' });
  const briefAt = async (route: Route, row: () => Promise<HTMLElement>): Promise<string> => {
    const { unmount } = app.render(route);
    (await row()).focus();
    await app.user.keyboard('{Control>}b{/Control}');
    await waitFor(() => expect(window.location.hash).toMatch(/^#\/(\w+-)?brief\//));
    unmount();
    return window.location.hash;
  };
  expect(await briefAt({ page: 'people' }, () => screen.findByRole('row', { name: /^Ben Okafor/ }))).toBe(
    `#/brief/${ben}`,
  );
  expect(await briefAt({ page: 'promises' }, () => screen.findByRole('row', { name: /Anna Lindqvist/ }))).toBe(
    `#/brief/${anna}`,
  );
  expect(await briefAt({ page: 'organisations' }, () => screen.findByRole('button', { name: /^Studio Nord/ }))).toBe(
    `#/organisation-brief/${studio}`,
  );
  // Nobody in particular is on the page of the search: those of the conversation are.
  const hit = () => screen.findByRole('link', { name: /Kick-off/ });
  expect(await briefAt({ page: 'search', text: 'harbour' }, hit)).toBe(`#/meeting-brief/${anna},${ben}`);
  // On the page of a person their conversations are about them.
  expect(await briefAt({ page: 'person', id: anna }, hit)).toBe(`#/brief/${anna}`);
});

test('Ctrl+B on somebody in the palette is their brief', async () => {
  const { app, anna } = await start();
  app.render({ page: 'today' });
  await screen.findByRole('heading', { level: 1, name: 'Today' });
  await app.user.keyboard('{Control>}k{/Control}');
  await app.user.keyboard('@anna');
  await screen.findByRole('option', { name: /Anna Lindqvist/ });
  await app.user.keyboard('{Control>}b{/Control}');
  await waitFor(() => expect(window.location.hash).toBe(`#/brief/${anna}`));
});
