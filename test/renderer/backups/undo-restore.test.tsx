import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { createFileServer, fillJournal, startAgain, workshopHere } from '../../support/backups.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 30_000 });
const PROCESS = { timeout: 10_000 };

let dataDir: string;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapport-undo-'));
  const first = createFileServer({ dataDir });
  await fillJournal(first);
  const { name } = await first.api.backups.now({});
  await first.api.people.create({ name: 'Only in the present' });
  await first.api.backups.restore({ name });
  first.dispose();
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const peopleAfter = async (): Promise<readonly string[]> => {
  const app = startAgain(dataDir);
  const people = await app.api.people.list({ shelf: 'current' });
  app.dispose();
  return people.map(({ name }) => name);
};

describe('after a restore', () => {
  it('the page offers to undo it, and the next start has what was replaced', async () => {
    expect(await peopleAfter()).not.toContain('Only in the present');
    const app = startApp({ journal: 'file', workshop: workshopHere(), dataDir });
    app.render({ page: 'backups' });
    await app.user.click(await screen.findByRole('button', { name: 'Undo restore' }, PROCESS));
    expect(await screen.findByText(/Rapport starts again with it/, {}, PROCESS)).toBeDefined();
    app.context.journal.close();
    expect(await peopleAfter()).toContain('Only in the present');
  });

  it('the page stops offering it when the user keeps the restored journal', async () => {
    await peopleAfter();
    const app = startApp({ journal: 'file', workshop: workshopHere(), dataDir });
    app.render({ page: 'backups' });
    await app.user.click(await screen.findByRole('button', { name: 'Keep it' }, PROCESS));
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Undo restore' })).toBeNull());
  });
});

describe('in place of a journal that does not open', () => {
  it('the page says what was found and restores a backup', async () => {
    await peopleAfter();
    writeFileSync(join(dataDir, 'Journal.rapport'), 'rubbish '.repeat(1000));
    const app = startApp({ journal: 'file', workshop: workshopHere(), dataDir });
    app.render();
    expect(
      await screen.findByRole('heading', { level: 1, name: /The (journal is damaged|file is not a journal)/ }),
    ).toBeDefined();
    expect(screen.getByRole('list', { name: 'What was found' }).textContent).toMatch(/The file/);
    expect(screen.getByText(join(dataDir, 'Journal.rapport'))).toBeDefined();
    await app.user.click(screen.getByRole('button', { name: 'Show in folder' }));
    const [newest] = await screen.findAllByRole('button', { name: 'Restore…' }, PROCESS);
    if (newest === undefined) throw new Error('There is no backup in the list.');
    await app.user.click(newest);
    expect(await screen.findByText(/entries would come back\.$/, {}, PROCESS)).toBeDefined();
    await app.user.click(screen.getByRole('button', { name: 'Replace journal' }));
    expect(await screen.findByText(/Rapport closes now/, {}, PROCESS)).toBeDefined();
    expect(app.desk.asked.map(({ what }) => what)).toEqual(['showInFolder', 'relaunch']);
    app.context.journal.close();
    expect(await peopleAfter()).toContain('Only in the present');
  });

  it('the page quits the app when asked, and never starts an empty journal', async () => {
    await peopleAfter();
    writeFileSync(join(dataDir, 'Journal.rapport'), '');
    const app = startApp({ journal: 'file', workshop: workshopHere(), dataDir });
    app.render();
    await app.user.click(await screen.findByRole('button', { name: 'Quit' }, PROCESS));
    expect(app.desk.asked).toEqual([{ what: 'quit', about: null }]);
    expect(screen.queryByRole('button', { name: 'Start empty' })).toBeNull();
  });
});
