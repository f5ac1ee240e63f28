import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cleanup, screen, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { startApp } from '../../support/app.tsx';
import { createFileServer, dump, fillJournal, startAgain, workshopHere } from '../../support/backups.ts';

vi.setConfig({ testTimeout: 30_000 });

let dataDir: string;
let before: ReturnType<typeof dump>;
const file = (): string => join(dataDir, 'Journal.rapport');

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'rapport-salvage-'));
  const app = createFileServer({ dataDir, workshop: workshopHere() });
  await fillJournal(app);
  before = dump(app.context.database);
  app.dispose();
});
afterEach(() => {
  cleanup();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Starts on a journal whose first page is rubbish, and on which more is overwritten. */
function startDamaged(damage: (bytes: Buffer) => void = () => undefined) {
  const bytes = readFileSync(file()).fill(0x5a, 0, 4096);
  damage(bytes);
  writeFileSync(file(), bytes);
  const app = startApp({ dataDir, journal: 'file', workshop: workshopHere() });
  app.render();
  return { app, bytes };
}

describe('a journal that does not open', () => {
  it('is salvaged at the press of a button, and opened only on another', async () => {
    const { app, bytes } = startDamaged();
    const section = await screen.findByRole('region', { name: 'Salvage' });
    expect(within(section).queryByRole('button', { name: 'Open the salvaged journal' })).toBeNull();
    await app.user.click(within(section).getByRole('button', { name: 'Salvage what can be read' }));
    expect(await within(section).findByText('Everything that the file held could be read.')).toBeDefined();
    expect(within(section).getByRole('row', { name: 'People 2' })).toBeDefined();
    // Until it is wanted, nothing has happened to the journal.
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect(existsSync(join(dataDir, 'restore-intent.json'))).toBe(false);

    within(section).getByRole('button', { name: 'Open the salvaged journal' }).focus();
    await app.user.keyboard('{Enter}');
    expect(await within(section).findByText(/Rapport closes now/)).toBeDefined();
    expect(app.desk.asked).toContainEqual({ what: 'relaunch', about: null });
    cleanup();
    app.dispose();

    const next = startAgain(dataDir, { workshop: workshopHere() });
    expect(dump(next.context.database)).toEqual(before);
    const [aside = ''] = readdirSync(join(dataDir, 'Replaced'));
    expect(readFileSync(join(dataDir, 'Replaced', aside)).equals(bytes)).toBe(true);
    // The damaged file stays also when undoing is no longer offered.
    await next.api.backups.dismissRestore({});
    expect(readdirSync(join(dataDir, 'Replaced'))).toEqual([aside]);
    next.dispose();
  });

  it('tells what could not be read, and of whom', async () => {
    const { app } = startDamaged((bytes) => {
      const at = bytes.indexOf('The budget is decided');
      bytes.fill(0xa5, at - (at % 4096), at - (at % 4096) + 4096);
    });
    const section = await screen.findByRole('region', { name: 'Salvage' });
    await app.user.click(within(section).getByRole('button', { name: 'Salvage what can be read' }));
    const list = await within(section).findByRole('list', { name: 'What could not be read' });
    expect(within(list).getByText('1 conversation could not be read.')).toBeDefined();
    expect(section.textContent).toContain('Known to have lost something: Jonas Weber, Mara Lindgren');
  });

  it('is left alone when it is given up, and a start removes what was not wanted', async () => {
    const { app, bytes } = startDamaged();
    await app.api.backups.salvage({});
    app.dispose();
    const next = startAgain(dataDir, { workshop: workshopHere() });
    expect(next.context.journal.state.state).toBe('problem');
    expect(readFileSync(file()).equals(bytes)).toBe(true);
    expect(existsSync(`${file()}.restoring`)).toBe(false);
    await expect(next.api.backups.openSalvaged({})).rejects.toMatchObject({ code: 'conflict' });
    next.dispose();
  });

  it('with nothing in it is answered with one sentence', async () => {
    const { app } = startDamaged((bytes) => bytes.fill(0x5a));
    const section = await screen.findByRole('region', { name: 'Salvage' });
    await app.user.click(within(section).getByRole('button', { name: 'Salvage what can be read' }));
    expect((await within(section).findByRole('alert')).textContent).toContain('Nothing was changed.');
  });
});
