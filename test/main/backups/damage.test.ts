import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { checkForDamage } from '../../../main/backups/damage.ts';
import { createFileServer, fillJournal, realWorkshop } from '../../support/backups.ts';
import type { TestServer } from '../../support/server.ts';

vi.setConfig({ testTimeout: 30_000 });

let app: TestServer;

beforeEach(async () => {
  app = createFileServer({ workshop: realWorkshop() });
  await fillJournal(app);
});
afterEach(() => app.dispose());

describe('the check after the start', () => {
  it('finds nothing in a sound journal that is being used', async () => {
    await checkForDamage(app.context);
    expect((await app.api.backups.state({})).damage).toBeNull();
    expect(app.topics).toEqual([]);
  });

  it('tells of damage that opening did not meet, and keeps it apart from the next journal', async () => {
    const { path } = app.context.journal;
    app.context.journal.close();
    const bytes = readFileSync(path);
    const at = bytes.indexOf('The budget is decided');
    bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 8);
    writeFileSync(path, bytes);
    app.context.journal.open('own');
    expect((await app.api.journal.state({})).state).toBe('open');

    await checkForDamage(app.context);
    expect((await app.api.backups.state({})).damage).toBe('It is damaged: parts of it cannot be read.');
    expect(app.topics).toEqual(['backups']);

    app.context.journal.create('sample');
    expect((await app.api.backups.state({})).damage).toBeNull();
  });
});
