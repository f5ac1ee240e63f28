import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { contentTables } from '../../../main/backups/content.ts';
import { JOURNAL_TABLES } from '../../../renderer/help/texts.ts';
import { startApp } from '../../support/app.tsx';

test('the help says where the data is, what is backed up when, what is promised, and how to read it without the app', async () => {
  startApp().render({ page: 'help' });
  const data = await screen.findByRole('region', { name: 'Your data' });
  expect(
    within(data)
      .getAllByRole('heading', { level: 3 })
      .map(({ textContent }) => textContent),
  ).toEqual([
    'Where the data is',
    'What is backed up, and when',
    'What is promised',
    'What is not',
    'Deleting and erasing',
    'Reading it without Rapport',
  ]);
});

test('the tables it names are in the journal', () => {
  const app = startApp();
  const tables = contentTables(app.context.database);
  for (const { table } of JOURNAL_TABLES) expect(tables).toContain(table);
});
