import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { navigate } from '../../../renderer/route.ts';
import { startApp } from '../../support/app.tsx';

test('a page that comes takes the focus that went with the one before, and leaves it to what asks for it', async () => {
  const app = startApp({ now: '2026-11-21T09:30:00.000Z' });
  const { id } = await app.api.people.create({ name: 'Ana Ruiz' });
  const heading = (name: string) => screen.findByRole('heading', { level: 1, name });
  app.render({ page: 'people' });
  const row = await screen.findByRole('row', { name: /Ana Ruiz/ });
  row.focus();
  await app.user.keyboard('{Enter}');
  const person = await heading('Ana Ruiz');
  await waitFor(() => expect(document.activeElement).toBe(person));
  expect(person.tabIndex).toBe(-1);

  await app.user.keyboard('{Control>}b{/Control}');
  const brief = await screen.findByRole('region', { name: 'Brief' });
  await waitFor(() => expect(document.activeElement).toBe(brief));

  navigate({ page: 'search', text: '' });
  const box = await screen.findByRole('searchbox', { name: 'Search the journal' });
  await waitFor(() => expect(document.activeElement).toBe(box));

  // What stays has the focus still.
  const link = screen.getByRole('link', { name: 'Settings' });
  link.focus();
  await app.user.keyboard('{Enter}');
  await heading('Settings');
  expect(document.activeElement).toBe(link);
  navigate({ page: 'person', id });
  await heading('Ana Ruiz');
  expect(document.activeElement).toBe(link);
});
