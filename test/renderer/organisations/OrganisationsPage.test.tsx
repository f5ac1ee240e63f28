import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { organisationRows } from '../../../renderer/organisations/organisation-rows.ts';
import type { OrganisationId, PersonId } from '../../../shared/id.ts';
import type { OrganisationSummary } from '../../../shared/organisations/organisation.ts';
import type { CalendarDate } from '../../../shared/time.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';
import { aConversation } from '../../support/conversations.ts';

interface Start {
  readonly app: TestApp;
  readonly hafen: OrganisationId;
  readonly anna: PersonId;
}

async function start(): Promise<Start> {
  const app = startApp();
  const hafen = (await app.api.organisations.create({ name: 'Hafen' })).id;
  await app.api.organisations.create({ name: 'Kontor' });
  const anna = (await app.api.people.create({ name: 'Anna', fields: { organisationId: hafen } })).id;
  await app.api.conversations.save({
    conversation: aConversation({ personIds: [anna], title: 'Crates' }),
    draftId: null,
  });
  const promise = { conversationId: null, givenBy: 'me', words: 'Send the list', dueOn: null } as const;
  await app.api.promises.create({ personId: anna, ...promise });
  return { app, hafen, anna };
}

describe('the list of organisations', () => {
  test('is reached by its key, says what goes on, is filtered and leads to one', async () => {
    const { app } = await start();
    app.render({ page: 'today' });
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await app.user.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    await screen.findByRole('heading', { level: 1, name: 'Organisations' });
    const list = await screen.findByRole('list', { name: 'Organisations' });
    const row = await within(list).findByRole('button', { name: /^Hafen/ });
    expect(row.textContent).toBe('Hafen 1 person 1 open promise Last spoken yesterday');
    expect(await accessibilityProblems()).toEqual([]);
    await app.user.type(screen.getByRole('searchbox', { name: 'Filter organisations' }), 'kon{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Kontor' })).toBeTruthy();
  });

  test('makes a new one, and opens the one that is there already', async () => {
    const { app } = await start();
    app.render({ page: 'organisations' });
    await app.user.click(await screen.findByRole('button', { name: 'Add an organisation' }));
    await app.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'Mole{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Mole' })).toBeTruthy();
    expect(await app.api.organisations.list({ shelf: 'current' })).toHaveLength(3);
  });

  test('teaches while there is none', async () => {
    const app = startApp();
    app.render({ page: 'organisations' });
    await app.user.clear(await screen.findByRole('searchbox', { name: 'Filter organisations' }));
    expect(await screen.findByText('Where people belong')).toBeTruthy();
  });

  test('has four orders', () => {
    const row = (name: string, lastSpokenOn: string | null, openPromises: number): OrganisationSummary => ({
      id: name as OrganisationId,
      name,
      peopleCount: 1,
      lastSpokenOn: lastSpokenOn as CalendarDate | null,
      openPromises,
    });
    const all = [row('Anker', '2026-01-01', 0), row('Bug', null, 2), row('Deck', '2026-02-01', 1)];
    const names = (order: Parameters<typeof organisationRows>[2]) =>
      organisationRows(all, '', order).map(({ name }) => name);
    expect(names('name')).toEqual(['Anker', 'Bug', 'Deck']);
    expect(names('spoken')).toEqual(['Deck', 'Anker', 'Bug']);
    expect(names('quiet')).toEqual(['Bug', 'Anker', 'Deck']);
    expect(names('promises')).toEqual(['Bug', 'Deck', 'Anker']);
    expect(organisationRows(all, 'DE', 'name')).toHaveLength(1);
  });
});

describe('the page of an organisation', () => {
  test('shows the conversations, promises and follow-ups of its people', async () => {
    const { app, hafen } = await start();
    app.render({ page: 'organisation', id: hafen });
    const timeline = await screen.findByRole('list', { name: 'Timeline' });
    expect((await within(timeline).findByRole('listitem')).textContent).toContain('with Anna');
    await app.user.click(screen.getByRole('tab', { name: /^Promises/ }));
    (await screen.findByRole('row', { name: /Send the list/ })).focus();
    await app.user.keyboard('d');
    expect(await screen.findByText('No open promises')).toBeTruthy();
    await app.user.click(screen.getByRole('tab', { name: /^Follow-ups/ }));
    expect(await screen.findByText('No open follow-ups')).toBeTruthy();
    expect(await accessibilityProblems()).toEqual([]);
  });

  test('begins a conversation with one of its people, and makes somebody new there', async () => {
    const { app, hafen } = await start();
    const view = app.render({ page: 'organisation', id: hafen });
    await screen.findByRole('link', { name: 'Anna' });
    await app.user.keyboard('{Control>}{Shift>}N{/Shift}{/Control}');
    const dialog = within(await screen.findByRole('dialog', { name: 'New person' }));
    await app.user.type(dialog.getByRole('textbox', { name: 'Name' }), 'Ben{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Ben' });
    expect((await app.api.organisations.get({ id: hafen })).peopleCount).toBe(2);
    view.unmount();
    app.render({ page: 'organisation', id: hafen });
    await app.user.click(await screen.findByRole('button', { name: 'Record a conversation' }));
    await app.user.click(await screen.findByRole('menuitem', { name: 'With Anna' }));
    expect(await screen.findAllByRole('region', { name: 'Conversation' })).not.toHaveLength(0);
  });

  test('says before the merge that what is known of both has no room together', async () => {
    const { app, hafen } = await start();
    await app.api.organisations.edit({ id: hafen, fields: { about: 'a'.repeat(12_000) } });
    await app.api.organisations.create({ name: 'Konvoi', about: 'b'.repeat(12_000) });
    app.render({ page: 'organisation', id: hafen });
    await screen.findByRole('heading', { level: 1, name: 'Hafen' });
    await app.user.click(screen.getByRole('button', { name: 'More' }));
    await app.user.click(await screen.findByRole('menuitem', { name: /^Merge with/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Merge another into Hafen' }));
    await app.user.type(dialog.getByRole('combobox', { name: 'The other organisation' }), 'konv{Enter}');
    await dialog.findByText(/longer together than one may hold/);
    const before = (await app.api.organisations.list({ shelf: 'current' })).length;
    await app.user.click(dialog.getByRole('button', { name: 'Merge organisations' }));
    expect(await app.api.organisations.list({ shelf: 'current' })).toHaveLength(before);
  });

  test('is merged with another, and undone', async () => {
    const { app, hafen } = await start();
    app.render({ page: 'organisation', id: hafen });
    await screen.findByRole('heading', { level: 1, name: 'Hafen' });
    await app.user.click(screen.getByRole('button', { name: 'More' }));
    await app.user.click(await screen.findByRole('menuitem', { name: /^Merge with/ }));
    const dialog = within(await screen.findByRole('dialog', { name: 'Merge another into Hafen' }));
    await app.user.type(dialog.getByRole('combobox', { name: 'The other organisation' }), 'kon{Enter}');
    await app.user.click(dialog.getByRole('button', { name: 'Merge organisations' }));
    await waitFor(async () => expect(await app.api.organisations.list({ shelf: 'current' })).toHaveLength(1));
    await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await app.api.organisations.list({ shelf: 'current' })).toHaveLength(2));
  });
});
