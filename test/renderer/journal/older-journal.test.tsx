import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanup, screen } from '@testing-library/react';
import { afterEach, expect, test } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { writeOlderJournal } from '../../support/older-journal.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'rapport-older-'));

afterEach(() => {
  cleanup();
  rmSync(dataDir, { recursive: true, force: true });
});

test('a journal of an older version says what takes so long before it is brought up to date, and then opens', async () => {
  writeOlderJournal(join(dataDir, 'Journal.rapport'));
  const app = startApp({ dataDir, journal: 'none' });
  app.context.journal.openUnlessOlder('own');
  app.render({ page: 'people' });

  expect(await screen.findByRole('heading', { level: 1, name: 'Bringing the journal up to date' })).toBeDefined();
  expect(app.context.journal.state.state).toBe('older');
  expect(await screen.findByRole('heading', { level: 1, name: 'People' })).toBeDefined();
  expect(await screen.findByRole('rowheader', { name: 'Mara Lindgren' })).toBeDefined();
});
