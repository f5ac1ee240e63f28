import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ACTIONS } from '../../../shared/actions.ts';
import { CUES } from '../../../shared/observations/vocabulary.ts';
import { startApp } from '../../support/app.tsx';
import { accessibilityProblems } from '../../support/axe.ts';

test('the page has its heading and no barrier', async () => {
  startApp().render({ page: 'help' });
  expect(await screen.findByRole('heading', { level: 1, name: 'Help' })).toBeTruthy();
  expect(await accessibilityProblems()).toEqual([]);
});

test('every action of the one table is listed with its keys', async () => {
  startApp().render({ page: 'help' });
  const keys = await screen.findByRole('region', { name: 'Keys' });
  for (const { name } of ACTIONS) expect(within(keys).getByRole('rowheader', { name })).toBeTruthy();
  const row = within(keys).getByRole('rowheader', { name: 'Command palette' }).closest('tr');
  expect(row?.textContent).toBe('Command paletteCtrlK');
});

test('every cue of the vocabulary is listed with its poles', async () => {
  startApp().render({ page: 'help' });
  const vocabulary = await screen.findByRole('region', { name: 'Vocabulary of cues' });
  for (const { name } of CUES) expect(within(vocabulary).getByRole('rowheader', { name })).toBeTruthy();
  expect(within(vocabulary).getByRole('row', { name: /^Pace slower – faster/ })).toBeTruthy();
});

test('the place of the journal and of its backups is named', async () => {
  const app = startApp({ journal: 'file' });
  app.render({ page: 'help' });
  const place = await screen.findByRole('region', { name: 'Where the data is' });
  expect(await within(place).findByText(app.context.journal.path)).toBeTruthy();
  expect(await within(place).findByText(app.context.journal.paths.backups)).toBeTruthy();
});

test('a source is opened outside only by way of the question that the desk asks', async () => {
  const app = startApp();
  app.render({ page: 'help' });
  const address = 'https://doi.org/10.1177/1529100619832930';
  await app.user.click(await screen.findByRole('button', { name: address }));
  expect(app.desk.asked).toEqual([{ what: 'openLink', about: address }]);
});
