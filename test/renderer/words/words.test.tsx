import { configure, screen, waitFor, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import '../../../renderer/settings/SettingsPage.tsx';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

configure({ asyncUtilTimeout: 20_000 });

test('a word is added by Enter and taken away by Delete, and what is no word is said to be none', async () => {
  const app = startApp();
  app.render({ page: 'settings' });
  const section = await screen.findByRole('region', { name: 'Spelling' });
  // Elsewhere than on macOS it says that nothing is checked.
  expect(within(section).getByText(/spelling is not checked/)).toBeTruthy();
  await app.user.type(within(section).getByLabelText('Word of your own'), 'two words{Enter}');
  expect(await within(section).findByText(/^One word, without spaces/)).toBeTruthy();
  await app.user.clear(within(section).getByLabelText('Word of your own'));
  await app.user.type(within(section).getByLabelText('Word of your own'), 'Byron{Enter}');
  const row = await within(section).findByRole('row', { name: 'Byron' });
  expect(await accessibilityProblems()).toEqual([]);
  row.focus();
  await app.user.keyboard('{Delete}');
  await waitFor(() => expect(within(section).queryByRole('row', { name: 'Byron' })).toBeNull());
  expect(await app.api.words.list({})).toEqual([]);
});
