import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp, type TestApp } from '../../support/app.tsx';
import { workshopHere } from '../../support/backups.ts';

async function twoAlike(): Promise<TestApp> {
  const app = startApp({ journal: 'file', workshop: workshopHere() });
  await app.api.people.create({
    name: 'Anna Roth',
    fields: {
      kind: 'client',
      role: 'Design',
      situation: 'Has a new office.',
      contacts: [{ kind: 'email', label: '', value: 'anna@roth.example' }],
    },
  });
  await app.api.people.create({
    name: 'Anna Rothe',
    fields: {
      role: 'Head of design',
      situation: 'Looks for a painter.',
      pronunciation: 'Rote',
      contacts: [{ kind: 'email', label: '', value: 'Anna@roth.example' }],
    },
  });
  return app;
}

test('an empty list says when somebody would be in it', async () => {
  const app = startApp({ journal: 'file', workshop: workshopHere() });
  app.render({ page: 'duplicates' });
  await screen.findByText('Nobody seems to be here twice');
});

test('two who may be one are compared and merged field by field, and Undo makes them two again', async () => {
  const app = await twoAlike();
  app.render({ page: 'people' });
  await app.user.click(await screen.findByRole('link', { name: 'Possible duplicates' }));
  await screen.findByRole('heading', { level: 1, name: 'Possible duplicates' });
  await screen.findByText('Same email anna@roth.example · Names alike');
  await app.user.click(await screen.findByRole('button', { name: 'Compare' }));
  await screen.findByRole('heading', { level: 1, name: 'Merge two people' });

  const fields = await screen.findByRole('list', { name: 'What differs' });
  expect(
    within(fields)
      .getAllByRole('heading')
      .map(({ textContent }) => textContent),
  ).toEqual(['Name', 'Role', 'Channels', 'Situation']);
  await app.user.click(
    within(within(fields).getByRole('radiogroup', { name: 'Role' })).getByRole('radio', { name: 'Second' }),
  );
  await app.user.click(screen.getByRole('button', { name: 'Merge' }));
  await screen.findAllByText('Anna Roth and Anna Rothe are one person now');
  await screen.findByRole('heading', { level: 1, name: 'Anna Roth' });
  const [merged, ...others] = await app.api.people.list({ shelf: 'current' });
  expect(others).toEqual([]);
  expect(merged && (await app.api.people.get({ id: merged.id }))).toMatchObject({
    name: 'Anna Roth',
    kind: 'client',
    role: 'Head of design',
    pronunciation: 'Rote',
    situation: 'Has a new office.\n\nLooks for a painter.',
    contacts: [{ value: 'anna@roth.example' }],
  });
  await app.user.click(screen.getByRole('button', { name: 'Undo' }));
  await waitFor(async () => expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(2));
});

test('whoever merged a pair comes back to the pair in its place', async () => {
  const app = startApp({ journal: 'file', workshop: workshopHere() });
  for (const name of ['Ada Lind', 'Ben Moor', 'Cy Nord']) {
    await app.api.people.create({ name });
    await app.api.people.create({ name });
  }
  app.render({ page: 'duplicates' });
  const [first] = await screen.findAllByRole('row');
  first?.focus();
  await app.user.keyboard('{ArrowDown}');
  expect(document.activeElement?.getAttribute('aria-label')).toContain('Ben Moor');
  await app.user.keyboard('{Enter}');
  await screen.findByRole('region', { name: 'Second: Ben Moor' });
  await app.user.click(screen.getByRole('button', { name: 'Merge' }));
  await screen.findByRole('heading', { level: 1, name: 'Ben Moor' });
  window.history.back();
  await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toContain('Cy Nord'));
});

test('several are merged into the first, two at a time, and each can be told apart instead', async () => {
  const app = startApp({ journal: 'file', workshop: workshopHere() });
  const names = ['Ada', 'Bo', 'Cy', 'Di'];
  for (const name of names) await app.api.people.create({ name, fields: { tags: [name] } });
  app.render({ page: 'people' });
  await screen.findByRole('rowheader', { name: 'Di' });
  await app.user.keyboard('{ArrowDown}{Control>}a{/Control}');
  await app.user.click(await screen.findByRole('button', { name: 'Merge…' }));
  await screen.findByRole('region', { name: 'First: Ada' });
  expect(screen.getByRole('region', { name: 'Second: Bo' })).toBeTruthy();
  expect(await screen.findByText('Then the first with Cy, Di.')).toBeTruthy();
  await app.user.click(screen.getByRole('button', { name: 'Merge' }));
  await screen.findByRole('region', { name: 'Second: Cy' });
  expect(await screen.findByText('Then the first with Di.')).toBeTruthy();
  await app.user.click(screen.getByRole('button', { name: 'Keep apart' }));
  await screen.findByRole('region', { name: 'Second: Di' });
  expect(screen.queryByText(/^Then/)).toBeNull();
  await app.user.click(screen.getByRole('button', { name: 'Merge' }));
  await screen.findByRole('heading', { level: 1, name: 'Ada' });
  const people = await app.api.people.list({ shelf: 'current' });
  expect(people.map(({ name, tags }) => [name, ...tags])).toEqual([
    ['Ada', 'Ada', 'Bo', 'Di'],
    ['Cy', 'Cy'],
  ]);
  for (let step = 0; step < 3; step += 1) await app.api.undo.undo({});
  expect((await app.api.people.list({ shelf: 'current' })).map(({ name }) => name)).toEqual(names);
});

test('two people are not shown again', async () => {
  const app = await twoAlike();
  app.render({ page: 'duplicates' });
  await app.user.click(await screen.findByRole('button', { name: 'Keep apart' }));
  await screen.findByText('Nobody seems to be here twice');
  await waitFor(async () => expect((await app.api.duplicates.list({})).pairs).toEqual([]));
});

test('what has no room together is to be chosen before they are merged, and what would go is said', async () => {
  const app = startApp();
  const make = async (name: string, letter: string) =>
    (await app.api.people.create({ name, fields: { remember: letter.repeat(15_000) } })).id;
  const [id, otherId] = [await make('Anna Roth', 'a'), await make('Anna Rothe', 'b')];
  await app.api.relations.create({ personId: id, otherId, role: 'works_with', words: '', note: 'Sisters, I think.' });
  app.render({ page: 'merge', id, otherId });
  const remember = await screen.findByRole('radiogroup', { name: 'Remember' });
  expect(screen.getByText('To choose first: Remember')).toBeTruthy();
  expect(screen.getByText('Both together: 30,002 letters; 20,000 have room.')).toBeTruthy();
  expect(screen.getByText('Sisters, I think.')).toBeTruthy();
  expect(within(remember).queryByRole('radio', { name: 'Both' })).toBeNull();
  await app.user.click(screen.getByRole('button', { name: 'Merge' }));
  expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(2);
  await app.user.click(within(remember).getByRole('radio', { name: 'Second' }));
  await waitFor(() => expect(screen.queryByText('To choose first: Remember')).toBeNull());
  expect(screen.getByRole('button', { name: 'Merge' }).hasAttribute('disabled')).toBe(false);
});
