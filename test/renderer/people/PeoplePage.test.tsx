import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

async function shown(): Promise<readonly string[]> {
  const table = await screen.findByRole('grid', { name: 'People' });
  return within(table)
    .getAllByRole('rowheader')
    .map(({ parentElement: row }) => wordsOf(row as HTMLElement));
}

/** The cells of a row, those that are not empty. */
function wordsOf(row: HTMLElement): string {
  return [...row.children]
    .map((cell) => (cell.textContent ?? '').replaceAll(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
    .join(' ');
}

/** A list of another shelf. */
async function listed(): Promise<readonly string[]> {
  const list = await screen.findByRole('list', { name: 'People' });
  return within(list)
    .queryAllByRole('button')
    .map((row) => (row.textContent ?? '').replaceAll(/\s+/g, ' ').trim());
}

async function someJournal(): Promise<TestApp> {
  const app = startApp();
  const { api } = app;
  const hafen = (await api.organisations.create({ name: 'Hafen & Söhne', about: '' })).id;
  await api.people.create({ name: 'Zoë Park', fields: { kind: 'prospect', role: 'Buyer' } });
  const anna = await api.people.create({
    name: 'Anna Roth',
    fields: { kind: 'client', role: 'Head of design', organisationId: hafen, tags: ['renewal'] },
  });
  await api.people.create({ name: 'José Núñez', fields: { kind: 'client', tags: ['fair'] } });
  await api.conversations.save({ conversation: aConversation({ personIds: [anna.id] }), draftId: null });
  return app;
}

const filter = () => screen.findByRole('searchbox', { name: 'Filter people' });

describe('the list', () => {
  test('says who they are, where, and when you spoke, by name', async () => {
    (await someJournal()).render({ page: 'people' });
    expect(await screen.findByRole('heading', { level: 1, name: 'People' })).toBeTruthy();
    await waitFor(async () =>
      expect(await shown()).toEqual([
        'Anna Roth Client Head of design Hafen & Söhne renewal yesterday',
        'José Núñez Client fair Not yet spoken',
        'Zoë Park Prospect Buyer Not yet spoken',
      ]),
    );
    expect(screen.getByText('3 people')).toBeTruthy();
  });

  test('follows what is typed, whatever the accents and the field it stands in', async () => {
    const app = await someJournal();
    app.render({ page: 'people' });
    await app.user.type(await filter(), 'nunez');
    await waitFor(async () => expect(await shown()).toEqual(['José Núñez Client fair Not yet spoken']));
    for (const [text, name] of [
      ['hafen', 'Anna Roth'],
      ['renewal anna', 'Anna Roth'],
      ['buyer', 'Zoë Park'],
      ['fair', 'José Núñez'],
    ] as const) {
      await app.user.clear(await filter());
      await app.user.type(await filter(), text);
      await waitFor(async () => expect((await shown()).map((row) => row.slice(0, name.length))).toEqual([name]));
    }
  });

  test('shows one kind when asked to', async () => {
    const app = await someJournal();
    app.render({ page: 'people' });
    await app.user.click(await screen.findByRole('button', { name: 'Filters' }));
    await app.user.keyboard('Client{Enter}{Escape}');
    await waitFor(async () => expect(await shown()).toHaveLength(2));
  });

  test('is walked with the arrow keys from the filter on, and Enter opens', async () => {
    const app = await someJournal();
    app.render({ page: 'people' });
    await waitFor(async () => expect(await shown()).toHaveLength(3));
    expect(document.activeElement).toBe(await filter());
    await app.user.keyboard('{ArrowDown}');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Anna Roth'));
    await app.user.keyboard('{ArrowDown}{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'José Núñez' })).toBeTruthy();
  });

  test('opens the first match on Enter in the filter', async () => {
    const app = await someJournal();
    app.render({ page: 'people' });
    await app.user.type(await filter(), 'zoe{Enter}');
    expect(await screen.findByRole('heading', { level: 1, name: 'Zoë Park' })).toBeTruthy();
  });

  test('is as it was left when one comes back, on the row that was opened', async () => {
    const app = await someJournal();
    app.render({ page: 'people' });
    await app.user.type(await filter(), 'client');
    await app.user.clear(await filter());
    await app.user.type(await filter(), 'an');
    await waitFor(async () => expect((await shown())[0]).toContain('Anna Roth'));
    await app.user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Anna Roth' });
    window.history.back();
    await screen.findByRole('heading', { level: 1, name: 'People' });
    expect((await filter()).getAttribute('value')).toBe('an');
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Anna Roth'));
  });

  test('changes when somebody is added elsewhere', async () => {
    const app = await someJournal();
    app.render({ page: 'people' });
    await waitFor(async () => expect(await shown()).toHaveLength(3));
    await app.api.people.create({ name: 'Bo' });
    await waitFor(async () =>
      expect((await shown()).map((row) => row.split(' ')[0])).toEqual(['Anna', 'Bo', 'José', 'Zoë']),
    );
  });
});

describe('the shelves', () => {
  test('hold who is archived, the organisations, and the bin', async () => {
    const app = await someJournal();
    const [anna, jose] = await app.api.people.list({ shelf: 'current' });
    if (anna === undefined || jose === undefined) throw new Error('The journal has people.');
    await app.api.people.archive({ id: anna.id });
    await app.api.people.bin({ id: jose.id });
    const kontor = await app.api.organisations.create({ name: 'Kontor' });
    await app.api.organisations.bin(kontor);
    app.render({ page: 'people' });
    await waitFor(async () => expect(await shown()).toHaveLength(1));

    await app.user.click(screen.getByRole('radio', { name: 'Archived' }));
    await waitFor(async () => expect((await shown())[0]).toContain('Anna Roth'));

    await app.user.click(screen.getByRole('radio', { name: 'Bin' }));
    await waitFor(async () =>
      expect((await listed()).map((row) => row.split(' In the bin')[0])).toEqual([
        'José Núñez Client fair',
        'Kontor 0 people',
      ]),
    );

    await app.user.click(screen.getByRole('radio', { name: 'Organisations' }));
    const organisations = await screen.findByRole('list', { name: 'Organisations' });
    await app.user.click(await within(organisations).findByRole('button', { name: /Hafen/ }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Hafen & Söhne' })).toBeTruthy();
  });
});

describe('with nobody to show', () => {
  test('an empty journal says what will be here and offers to begin', async () => {
    const app = startApp();
    app.render({ page: 'people' });
    await screen.findByText('The people you work with');
    const buttons = within(screen.getByRole('main')).getAllByRole('button', { name: 'Add a person' });
    await app.user.click(buttons[1] as HTMLElement);
    expect(await screen.findByRole('dialog', { name: 'New person' })).toBeTruthy();
  });

  test('a filter without a match offers to make that person', async () => {
    const app = await someJournal();
    app.render({ page: 'people' });
    await app.user.type(await filter(), 'Quentin');
    await app.user.click(await screen.findByRole('button', { name: 'Add “Quentin”' }));
    expect(await screen.findByRole('heading', { level: 1, name: 'Quentin' })).toBeTruthy();
    expect((await app.api.people.list({ shelf: 'current' })).map(({ name }) => name)).toContain('Quentin');
  });

  test('a failure is said in one sentence, and no empty list is shown in its place', async () => {
    const app = await someJournal();
    app.context.database.exec('ALTER TABLE person_tag RENAME TO taken_away');
    app.render({ page: 'people' });
    expect((await screen.findByRole('alert')).textContent).toBe(
      'Something went wrong in Rapport; what you wrote is kept.',
    );
    expect(screen.queryByText('The people you work with')).toBeNull();
  });
});
