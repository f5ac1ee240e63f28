import { screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { aConversation } from '../../support/conversations.ts';

test('what is to be asked stands on the page of a person until it was asked', async () => {
  const app = startApp();
  const { id } = await app.api.people.create({ name: 'Anna Roth' });
  await app.api.conversations.save({
    conversation: aConversation({ personIds: [id], notes: 'Ask: who decides?' }),
    draftId: null,
  });
  app.render({ page: 'person', id });
  const region = await screen.findByRole('region', { name: 'To ask' });
  expect(await within(region).findByRole('link', { name: 'Fri, Nov 20, 2026' })).toBeTruthy();
  // Nobody was asked anything so far.
  expect(within(region).queryByRole('button', { name: 'Asked' })).toBe(null);
  await app.user.click(within(region).getByRole('button', { name: 'Add a question' }));
  await app.user.keyboard('How was Bremen?{Enter}');
  await app.user.click(await within(region).findByRole('button', { name: 'Move to the bin: How was Bremen?' }));
  await waitFor(() => expect(within(region).queryByText('How was Bremen?')).toBe(null));
  await app.user.click(within(region).getByRole('checkbox', { name: 'Asked: Who decides?' }));
  await app.user.click(await within(region).findByRole('button', { name: 'Asked' }));
  const asked = await within(region).findByRole('list', { name: 'Asked' });
  expect(asked.textContent).toContain('Who decides? asked today');
  await app.user.click(within(asked).getByRole('button', { name: 'Ask again: Who decides?' }));
  expect(await within(region).findByRole('checkbox', { name: 'Asked: Who decides?' })).toBeTruthy();
});
