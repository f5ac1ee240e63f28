import { cleanup, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { forgetPeopleView } from '../../../renderer/people/people-view.ts';
import { NO_FILTERS } from '../../../shared/people/table.ts';
import { startApp, type TestApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

async function aJournal(): Promise<TestApp> {
  const app = startApp();
  const { api } = app;
  const ada = await api.people.create({ name: 'Ada', fields: { kind: 'client', tags: ['fair'] } });
  await api.people.create({ name: 'Bo', fields: { kind: 'client' } });
  await api.people.create({ name: 'Cy', fields: { kind: 'partner', tags: ['fair'] } });
  await api.people.create({ name: 'Di', fields: { kind: 'prospect', cadence: { count: 1, unit: 'week' } } });
  await api.conversations.save({ conversation: aConversation({ personIds: [ada.id] }), draftId: null });
  return app;
}

/** The names in the table, in its order. */
async function names(): Promise<readonly (string | null)[]> {
  const table = await screen.findByRole('grid', { name: 'People' });
  return within(table)
    .getAllByRole('rowheader')
    .map((cell) => cell.textContent);
}

async function shown(...expected: readonly string[]): Promise<void> {
  await waitFor(async () => expect(await names()).toEqual(expected));
}

/** Shows the table with two filters: only Ada is a client from the fair. */
async function filterTwice(app: TestApp): Promise<void> {
  app.render({ page: 'people' });
  await shown('Ada', 'Bo', 'Cy', 'Di');
  await app.user.click(screen.getByRole('button', { name: 'Filters' }));
  await app.user.keyboard('Client{Enter}{Tab}fair{Enter}{Escape}');
  await shown('Ada');
}

async function toTable(app: TestApp): Promise<void> {
  await shown('Ada', 'Bo', 'Cy', 'Di');
  await app.user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('row'));
}

/** What a message says, which is written and spoken. */
const told = (words: string) => screen.findAllByText(words);

const rowWithFocus = () => document.activeElement?.closest('[role=row]')?.textContent;

const chosenRows = () => screen.queryAllByRole('row', { selected: true }).map((row) => row.textContent?.slice(0, 2));

describe('the table', () => {
  test('is sorted by a heading, the other way round by the same again, and says so', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di');
    const kind = screen.getByRole('columnheader', { name: 'Kind' });
    await app.user.click(within(kind).getByRole('button'));
    await shown('Di', 'Ada', 'Bo', 'Cy');
    expect(kind.getAttribute('aria-sort')).toBe('ascending');
    await app.user.click(within(kind).getByRole('button'));
    await shown('Cy', 'Ada', 'Bo', 'Di');
    expect(kind.getAttribute('aria-sort')).toBe('descending');
  });

  test('answers what is typed best first, which no heading claims, and by name when that is asked for', async () => {
    const app = startApp();
    for (const name of ['Ben Annas', 'Cy', 'Zoë Anna']) await app.api.people.create({ name });
    app.render({ page: 'people' });
    await shown('Ben Annas', 'Cy', 'Zoë Anna');
    const sorted = () => screen.getAllByRole('columnheader').map((heading) => heading.getAttribute('aria-sort'));
    const status = () => screen.getAllByRole('status').map(({ textContent }) => textContent);
    expect(sorted()[0]).toBe('ascending');
    expect(status()).toContain('3 people, by name, ascending');
    await app.user.keyboard('anna');
    await shown('Zoë Anna', 'Ben Annas');
    expect(new Set(sorted())).toEqual(new Set(['none']));
    expect(status()).toContain('2 people, best first');
    await app.user.click(within(screen.getByRole('columnheader', { name: 'Name' })).getByRole('button'));
    await shown('Ben Annas', 'Zoë Anna');
    expect(sorted()[0]).toBe('ascending');
    await app.user.clear(screen.getByRole('searchbox', { name: 'Filter people' }));
    await shown('Ben Annas', 'Cy', 'Zoë Anna');
    await app.user.keyboard('anna');
    await shown('Zoë Anna', 'Ben Annas');
  });

  test('begins with the first answer to what is typed, wherever one was before', async () => {
    const app = await aJournal();
    for (const name of ['Dia', 'Dibo']) await app.api.people.create({ name });
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di', 'Dia', 'Dibo');
    await app.user.keyboard('{ArrowDown}{End}/di');
    await shown('Di', 'Dia', 'Dibo');
    await app.user.keyboard('{ArrowDown}');
    await waitFor(() => expect(rowWithFocus()).toContain('DiProspect'));
  });

  test('shows the columns that are chosen', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di');
    expect(screen.queryByRole('columnheader', { name: 'Conversations' })).toBeNull();
    await app.user.click(screen.getByRole('button', { name: 'Columns' }));
    await app.user.click(screen.getByRole('checkbox', { name: 'Conversations' }));
    await app.user.click(screen.getByRole('checkbox', { name: 'Tags' }));
    await app.user.keyboard('{Escape}');
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Kind',
      'Role',
      'Organisation',
      'Last spoken',
      'Cadence',
      'Conversations',
    ]);
  });

  test('keeps its columns for the next time that the app is started', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di');
    await app.user.click(screen.getByRole('button', { name: 'Columns' }));
    for (const box of screen.getAllByRole('checkbox', { checked: true })) await app.user.click(box);
    await app.user.click(screen.getByRole('checkbox', { name: 'Next follow-up' }));
    await waitFor(async () => expect((await app.api.settings.get({})).peopleColumns).toEqual(['follow_up']));
    cleanup();
    // What this run remembers is gone.
    forgetPeopleView();
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di');
    expect(screen.getAllByRole('columnheader').map(({ textContent }) => textContent)).toEqual([
      'Name',
      'Next follow-up',
    ]);
  });

  test('is filtered by several things at once, which stand above it and can be removed', async () => {
    const app = await aJournal();
    await filterTwice(app);
    const chips = screen.getByRole('list', { name: 'Filters' });
    expect(
      within(chips)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(['Client', '#fair']);
    await app.user.click(within(chips).getByRole('button', { name: 'Remove Client' }));
    await shown('Ada', 'Cy');
    await app.user.click(screen.getByRole('button', { name: 'Remove #fair' }));
    await shown('Ada', 'Bo', 'Cy', 'Di');
    expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull();
  });

  test('is rid of all filters with one key, wherever one is', async () => {
    const app = await aJournal();
    await filterTwice(app);
    screen.getByRole('button', { name: 'Remove #fair' }).focus();
    await app.user.keyboard('{Control>}l{/Control}');
    await shown('Ada', 'Bo', 'Cy', 'Di');
    expect(screen.queryByRole('list', { name: 'Filters' })).toBeNull();
    // What had the focus is gone.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Filters' })));
  });

  test('that the filters leave empty says so and offers to remove them', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di');
    await app.user.click(screen.getByRole('button', { name: 'Filters' }));
    await app.user.keyboard('Referrer{Enter}{Escape}');
    await screen.findByText('Nobody is in all of these filters');
    await app.user.click(screen.getByRole('button', { name: 'Remove the filters' }));
    await shown('Ada', 'Bo', 'Cy', 'Di');
  });

  test('is left for the filter with /, and the arrow leads back to the same row', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await toTable(app);
    await app.user.keyboard('j');
    const row = document.activeElement;
    expect(row?.textContent).toContain('Bo');
    await app.user.keyboard('/');
    expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Filter people' }));
    await app.user.keyboard('{ArrowDown}');
    expect(document.activeElement).toBe(row);
  });
});

describe('choosing people', () => {
  test('goes by Space, Shift with the arrows, Ctrl+A, and Esc ends it', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await toTable(app);
    await app.user.keyboard(' ');
    expect(chosenRows()).toEqual(['Ad']);
    await app.user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(chosenRows()).toEqual(['Ad', 'Bo', 'Cy']);
    await app.user.keyboard('{Shift>}{ArrowUp}{/Shift}');
    expect(chosenRows()).toEqual(['Ad', 'Bo']);
    await app.user.keyboard('{Control>}a{/Control}');
    expect(chosenRows()).toEqual(['Ad', 'Bo', 'Cy', 'Di']);
    expect(screen.getByText('4 people chosen')).toBeTruthy();
    await app.user.keyboard('{Escape}');
    expect(chosenRows()).toEqual([]);
    expect(screen.getByRole('heading', { level: 1, name: 'People' })).toBeTruthy();
    // A click with Shift reaches from the row that was chosen last, however the focus has gone there.
    await app.user.keyboard(' ');
    const last = screen.getAllByRole('row').at(-1);
    await app.user.keyboard('{Shift>}');
    if (last !== undefined) await app.user.click(last);
    await app.user.keyboard('{/Shift}');
    expect(chosenRows()).toEqual(['Bo', 'Cy', 'Di']);
  });

  test('outlasts a look at one of them', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await toTable(app);
    await app.user.keyboard(' {ArrowDown} {Enter}');
    await screen.findByRole('heading', { level: 1, name: 'Bo' });
    window.history.back();
    await shown('Ada', 'Bo', 'Cy', 'Di');
    expect(chosenRows()).toEqual(['Ad', 'Bo']);
    await app.user.keyboard('{Control>}1{/Control}');
    await screen.findByRole('heading', { level: 1, name: 'Today' });
    await app.user.keyboard('{Control>}2{/Control}');
    await shown('Ada', 'Bo', 'Cy', 'Di');
    expect(chosenRows()).toEqual([]);
  });

  test('tags them all with one act, which one Undo takes back', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await toTable(app);
    await app.user.keyboard('{Control>}a{/Control}');
    const bar = screen.getByRole('region', { name: 'Chosen people' });
    await app.user.click(within(bar).getByRole('button', { name: 'Tags' }));
    await app.user.keyboard('fair{Enter}');
    await told('Tagged 2 people “fair”');
    const tags = async () => (await app.api.people.table({ shelf: 'current' })).map((row) => row.tags.join());
    expect(await tags()).toEqual(['fair', 'fair', 'fair', 'fair']);
    await app.user.click(screen.getByRole('button', { name: 'Undo' }));
    await waitFor(async () => expect(await tags()).toEqual(['fair', '', 'fair', '']));
  });

  test('archives them, and moves them to the bin', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await toTable(app);
    await app.user.keyboard(' {ArrowDown} ');
    await app.user.click(screen.getByRole('button', { name: 'Archive' }));
    await told('Archived 2 people');
    await shown('Cy', 'Di');
    // The button that was pressed is gone with those who were chosen.
    await waitFor(() => expect(rowWithFocus()).toContain('DiProspect'));
    await app.user.click(screen.getAllByRole('row')[1] as HTMLElement);
    await screen.findByRole('heading', { level: 1, name: 'Cy' });
  });

  test('of two leads to merging them', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await toTable(app);
    await app.user.keyboard(' {ArrowDown} ');
    await app.user.click(screen.getByRole('button', { name: 'Merge…' }));
    await screen.findByRole('heading', { level: 1, name: 'Merge two people' });
    expect(await screen.findByRole('region', { name: 'First: Ada' })).toBeTruthy();
    expect(screen.getByRole('region', { name: 'Second: Bo' })).toBeTruthy();
  });
});

describe('saved views', () => {
  test('keep filters, columns and order under a name, and bring them back', async () => {
    const app = await aJournal();
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di');
    await app.user.click(screen.getByRole('button', { name: 'Filters' }));
    await app.user.keyboard('Client{Enter}{Escape}');
    await shown('Ada', 'Bo');
    await app.user.click(screen.getByRole('button', { name: 'Views' }));
    await app.user.click(await screen.findByRole('menuitem', { name: 'Save as a view…' }));
    await app.user.type(await screen.findByRole('textbox', { name: 'Name' }), 'My clients{Enter}');
    await told('The view “My clients” is saved');
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('button', { name: 'My clients' })));
    await app.user.click(screen.getByRole('button', { name: 'Remove Client' }));
    await shown('Ada', 'Bo', 'Cy', 'Di');
    await app.user.click(await screen.findByRole('button', { name: 'My clients, changed' }));
    await app.user.click(await screen.findByRole('menuitem', { name: 'My clients' }));
    await shown('Ada', 'Bo');
    await app.user.click(screen.getByRole('button', { name: 'My clients' }));
    await app.user.click(await screen.findByRole('menuitem', { name: 'Remove “My clients”' }));
    await told('The view “My clients” is removed');
    expect(await app.api.people.views({})).toEqual([]);
  });

  test('are put in order, renamed and removed with the keys', async () => {
    const app = await aJournal();
    const fields = { columns: [], sort: { column: 'name', direction: 'up' }, filters: NO_FILTERS } as const;
    for (const name of ['First', 'Second', 'Third']) await app.api.people.saveView({ name, ...fields });
    app.render({ page: 'people' });
    await shown('Ada', 'Bo', 'Cy', 'Di');
    const order = async () => (await app.api.people.views({})).map(({ name }) => name);
    await app.user.click(screen.getByRole('button', { name: 'Views' }));
    await app.user.click(await screen.findByRole('menuitem', { name: 'All views…' }));
    const list = await screen.findByRole('grid', { name: 'Saved views' });
    within(list).getByRole('row', { name: 'First' }).focus();
    await app.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
    await waitFor(async () => expect(await order()).toEqual(['Second', 'First', 'Third']));
    await waitFor(() => expect(within(list).getAllByRole('row')[0]?.textContent).toContain('Second'));
    within(list).getByRole('row', { name: 'Third' }).focus();
    await app.user.keyboard('{Delete}');
    await told('The view “Third” is removed');
    within(list).getByRole('row', { name: 'First' }).focus();
    await app.user.keyboard('e');
    const field = await screen.findByRole('textbox', { name: 'Name' });
    await app.user.clear(field);
    await app.user.keyboard('Last{Enter}');
    await told('The view is called “Last”');
    expect(await order()).toEqual(['Second', 'Last']);
  });

  test('are found in the palette from every page', async () => {
    const app = await aJournal();
    await app.api.people.saveView({
      name: 'Fairgoers',
      columns: ['tags'],
      sort: { column: 'name', direction: 'down' },
      filters: { ...NO_FILTERS, tags: ['fair'] },
    });
    app.render({ page: 'promises' });
    await screen.findByRole('heading', { level: 1, name: 'Promises' });
    await app.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
    await app.user.keyboard('fairgo');
    await screen.findByRole('option', { name: /Fairgoers/ });
    await app.user.keyboard('{Enter}');
    await shown('Cy', 'Ada');
  });
});

test('from a person’s page one goes on to the next of the list as it was, and back to the list', async () => {
  const app = await aJournal();
  app.render({ page: 'people' });
  await shown('Ada', 'Bo', 'Cy', 'Di');
  await app.user.click(within(screen.getByRole('columnheader', { name: 'Kind' })).getByRole('button'));
  await shown('Di', 'Ada', 'Bo', 'Cy');
  await app.user.click(screen.getByRole('rowheader', { name: 'Ada' }));
  await screen.findByRole('heading', { level: 1, name: 'Ada' });
  await app.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await screen.findByRole('heading', { level: 1, name: 'Bo' });
  // Faster than anybody is looked up: each key counts.
  for (const key of ['ArrowUp', 'ArrowDown', 'ArrowDown', 'ArrowUp'] as const) {
    fireEvent.keyDown(document.body, { key, altKey: true });
  }
  fireEvent.keyDown(document.body, { key: 'ArrowDown', altKey: true });
  await screen.findByRole('heading', { level: 1, name: 'Cy' });
  await app.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await screen.findByRole('heading', { level: 1, name: 'Bo' });
  await app.user.keyboard('{Alt>}{ArrowUp}{ArrowUp}{/Alt}');
  await screen.findByRole('heading', { level: 1, name: 'Di' });
  await app.user.keyboard('{Alt>}{ArrowUp}{/Alt}');
  await told('That was the first person of the list');
  await app.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await screen.findByRole('heading', { level: 1, name: 'Ada' });
  await app.user.keyboard('{Alt>}{ArrowDown}{/Alt}');
  await screen.findByRole('heading', { level: 1, name: 'Bo' });
  window.history.back();
  await shown('Di', 'Ada', 'Bo', 'Cy');
  // On the row of whom one saw last.
  await waitFor(() => expect(rowWithFocus()).toContain('BoClient'));
  expect(document.activeElement?.getAttribute('aria-current')).toBe('true');
});
