import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';

async function open() {
  const app = startApp();
  await app.api.people.create({ name: 'Ana', fields: { tags: ['renewal', 'boats'] } });
  await app.api.people.create({ name: 'Bob', fields: { tags: ['renewals'] } });
  app.render({ page: 'settings' });
  await screen.findByRole('grid', { name: 'Tags' });
  return app;
}

const rows = () =>
  within(screen.getByRole('grid', { name: 'Tags' }))
    .getAllByRole('row')
    .map((row) => row.getAttribute('aria-label') ?? row.textContent);

test('without tags it says what will stand here', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  expect(await screen.findByText(/^No tags yet/)).toBeTruthy();
});

test('a tag is merged into another by its name, said before, and undone from the toast', async () => {
  const app = await open();
  await app.user.click(await screen.findByRole('button', { name: 'Rename tag: renewals' }));
  const name = await screen.findByRole('textbox', { name: 'Name' });
  await app.user.clear(name);
  await app.user.type(name, 'Renewal');
  expect(screen.getByText('There is already a tag “renewal”: the two become one.')).toBeTruthy();
  await app.user.keyboard('{Enter}');
  await waitFor(() => expect(rows()).toHaveLength(2));
  await app.user.click(await screen.findByRole('button', { name: 'Undo' }));
  await waitFor(() => expect(rows()).toHaveLength(3));
});

test('a tag is deleted by a key on its row', async () => {
  const app = await open();
  const [first] = within(screen.getByRole('grid', { name: 'Tags' })).getAllByRole('row');
  first?.focus();
  await app.user.keyboard('{Delete}');
  await waitFor(async () =>
    expect((await app.api.tags.list({})).map(({ name }) => name)).toEqual(['renewal', 'renewals']),
  );
});
