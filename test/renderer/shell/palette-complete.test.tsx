import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, waitFor, within } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { toastQueue } from '../../../renderer/ui/toast.ts';
import { ACTIONS, type Action, type ActionId } from '../../../shared/actions.ts';
import { startApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

// What one test did must not stand on the page of the next.
afterEach(() => toastQueue.clear());

/** Groups whose keys belong to the row or the card that has the focus; the palette takes the focus away from it. */
const OF_A_ROW: readonly Action['group'][] = ['In a list', 'In the weekly review', 'In hindsight'];

/** Every other action that has no entry of its own, and why. */
const WITHOUT_ENTRY: Partial<Record<ActionId, string>> = {
  palette: 'It is the palette.',
  back: 'Esc closes the palette first.',
  'brief-here': 'It is the same as Brief, by a letter.',
  'go-to-day': 'It moves the focus, which the palette has.',
  'next-part': 'It moves the focus, which the palette has.',
  'previous-part': 'It moves the focus, which the palette has.',
  'period-before': 'It turns a page, as often as it is pressed; the palette would close after one.',
  'period-after': 'It turns a page, as often as it is pressed; the palette would close after one.',
};

test('every action has an entry in the palette, or a reason not to', () => {
  const missing = ACTIONS.filter(({ palette, group }) => !palette && !OF_A_ROW.includes(group)).map(({ id }) => id);
  expect(missing.toSorted()).toEqual(Object.keys(WITHOUT_ENTRY).toSorted());
  expect(ACTIONS.filter(({ palette, group }) => palette && OF_A_ROW.includes(group))).toEqual([]);
});

test('every action in the palette is performed by something', () => {
  const folder = join(import.meta.dirname, '../../../renderer');
  const sources = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .filter((text) => /use(Action|Actions|Going)\(/.test(text))
    .join('\n');
  expect(ACTIONS.filter(({ id, palette }) => palette && !sources.includes(`'${id}'`)).map(({ id }) => id)).toEqual([]);
});

test('what the menu of a page offers is in the palette of that page, and done from there', async () => {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Anna Lindqvist' });
  app.render({ page: 'person', id });
  await screen.findByRole('heading', { level: 1, name: 'Anna Lindqvist' });
  const offered = async (text: string) => {
    await app.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
    await app.user.keyboard(`>${text}`);
    return names();
  };
  expect(await offered('person')).toEqual(
    expect.arrayContaining(['Archive this person', 'Move this person to the bin', 'Erase this person for good']),
  );
  await app.user.keyboard('{Escape}');
  expect(await offered('this person to the bin')).toEqual(['Move this person to the bin']);
  await app.user.keyboard('{Enter}');
  await waitFor(async () => expect(await app.api.people.list({ shelf: 'current' })).toEqual([]));
  await screen.findByText('In the bin');
  expect(await offered('person')).toContain('Restore this person');
  expect(names()).not.toContain('Move this person to the bin');
});

test('what can be done everywhere is in the palette on every page', async () => {
  const app = startApp();
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  await app.user.keyboard('{Control>}k{/Control}');
  const shown = within(await screen.findByRole('group', { name: 'Actions' }))
    .getAllByRole('option')
    .map((option) => option.querySelector('span')?.textContent);
  const everywhere = ACTIONS.filter(
    ({ palette, group }) => palette && (group === 'Everywhere' || group === 'Going places'),
  );
  expect(everywhere.filter(({ name }) => !shown.includes(name)).map(({ id }) => id)).toEqual([]);
});

async function openWithTags() {
  const app = startApp();
  await app.api.people.create({ name: 'Anna Lindqvist', fields: { tags: ['Renewal', 'boats'] } });
  await app.api.people.create({ name: 'Ben Okafor', fields: { tags: ['renewal'] } });
  await app.api.people.create({ name: 'Carla Follow' });
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  await app.user.keyboard('{Control>}k{/Control}');
  const line = within(await screen.findByRole('dialog', { name: 'Command palette' })).getByRole('combobox');
  return { app, line };
}

const names = () => screen.getAllByRole('option').map((option) => option.querySelector('span')?.textContent);
const groups = () => screen.getAllByRole('group').map((group) => group.firstElementChild?.textContent);

test('> asks for actions only, @ for people only', async () => {
  const { app } = await openWithTags();
  await app.user.keyboard('>follow');
  expect(groups()).toEqual(['Actions']);
  expect(names()).toContain('New follow-up');
  await app.user.keyboard('{Backspace>7/}@follow');
  expect(groups()).toEqual(['People']);
  expect(names()).toEqual(['Carla Follow']);
});

test('# asks for tags; Enter on one shows who has it', async () => {
  const { app, line } = await openWithTags();
  await app.user.keyboard('#');
  expect(groups()).toEqual(['Tags']);
  await app.user.keyboard('ren');
  expect(groups()).toEqual(['Tags', 'People']);
  await app.user.keyboard('{Enter}');
  expect((line as HTMLInputElement).value.toLowerCase()).toBe('#renewal');
  expect(groups()).toEqual(['People', 'Search']);
  expect(names()).toEqual(['Anna Lindqvist', 'Ben Okafor', 'Everything tagged “Renewal”']);
  await app.user.keyboard('{Enter}');
  expect(await screen.findByRole('heading', { level: 1, name: 'Anna Lindqvist' })).toBeTruthy();
});

test('a tag of conversations leads to them, somebody who is not listed to the search, and nothing found says so', async () => {
  const { app } = await openWithTags();
  const [anna] = await app.api.people.list({ shelf: 'current' });
  if (anna === undefined) throw new Error('Nobody is here.');
  await app.user.keyboard('#first call');
  expect(screen.queryAllByRole('option')).toEqual([]);
  expect(screen.getByText('Nothing is called that.')).toBeTruthy();
  const conversation = aConversation({ personIds: [anna.id], tags: ['first call'] });
  await app.api.conversations.save({ conversation, draftId: null });
  await waitFor(() => expect(names()).toEqual(['Everything tagged “first call”']));
  expect(screen.queryByText('Nothing is called that.')).toBe(null);
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(window.location.hash).toBe(`#/search/${encodeURIComponent('tag:"first call"')}`));

  await app.user.keyboard('{Control>}k{/Control}');
  await screen.findByRole('dialog', { name: 'Command palette' });
  await app.user.keyboard('@nobody of that name');
  expect(names()).toEqual(['Search the journal for “nobody of that name”']);
  await app.user.keyboard('{Control>}a{/Control}>no act of that name');
  expect(screen.getByText('Nothing is called that.')).toBeTruthy();
});

test('what is used often comes before what was used once, later', async () => {
  const { app } = await openWithTags();
  const use = async (text: string, heading: string): Promise<void> => {
    await app.user.keyboard(`>${text}{Enter}`);
    await screen.findByRole('heading', { level: 1, name: heading });
    await app.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
  };
  await use('backups', 'Backups');
  await use('backups', 'Backups');
  await use('help', 'Help');
  const lately = within(screen.getByRole('group', { name: 'Used lately' }));
  expect(lately.getAllByRole('option').map((option) => option.querySelector('span')?.textContent)).toEqual([
    'Backups',
    'Help',
  ]);
});

test('every part of Settings and Backups is reached from anywhere, with the focus in it', async () => {
  const app = startApp();
  app.render({ page: 'promises' });
  await screen.findByRole('heading', { level: 1, name: 'Promises' });
  const parts = ACTIONS.filter(({ group }) => group === 'Parts of settings and backups');
  for (const { name } of parts) {
    await app.user.keyboard('{Control>}k{/Control}');
    await screen.findByRole('dialog', { name: 'Command palette' });
    await app.user.keyboard(`>${name}{Enter}`);
    const [page = '', title = ''] = name.split(': ');
    await screen.findByRole('heading', { level: 1, name: page });
    await waitFor(() => expect(document.activeElement?.textContent).toBe(title));
    expect(document.activeElement?.tagName).toBe('H2');
  }
  // What has a heading there has an entry.
  for (const page of ['Settings', 'Backups']) {
    window.location.hash = `#/${page.toLowerCase()}`;
    await screen.findByRole('heading', { level: 1, name: page });
    await screen.findByRole('heading', { level: 2, name: page === 'Settings' ? 'Journal' : 'Second place' });
    const headings = screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => `${page}: ${textContent}`);
    const explained = ['Backups: When they are made', 'Backups: What a verified backup is'];
    const named = parts.map(({ name }) => name);
    expect(headings.filter((heading) => !named.includes(heading) && !explained.includes(heading))).toEqual([]);
  }
}, 60_000);
