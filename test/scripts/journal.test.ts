import { execFileSync, spawnSync } from 'node:child_process';
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Database } from '../../main/database/driver.ts';
import { migrate, SCHEMA_VERSION } from '../../main/database/migrate.ts';
import { migrations } from '../../main/database/migrations/index.ts';
import { closeJournal, openJournal } from '../../main/database/open.ts';
import { createFileServer, fillJournal } from '../support/backups.ts';
import type { TestServer } from '../support/server.ts';

vi.setConfig({ testTimeout: 30_000, hookTimeout: 60_000 });

const script = fileURLToPath(new URL('../../scripts/run.mjs', import.meta.url));
const counts = { people: 2, organisations: 1, conversations: 1, promises: 1, followUps: 1, drafts: 0 };
let app: TestServer;
let backup: string;

beforeAll(async () => {
  app = createFileServer();
  await fillJournal(app);
  const { folder, name } = await app.api.backups.now({});
  backup = join(folder, name);
});
afterAll(() => app.dispose());

/** Runs `npm run journal -- …` in the data folder: its exit code and its last line. */
function journal(...words: string[]): { readonly status: number | null; readonly last: unknown } {
  const { status, stdout } = spawnSync(process.execPath, [script, 'journal', ...words], {
    encoding: 'utf8',
    env: { ...process.env, INIT_CWD: app.dataDir },
  });
  return { status, last: JSON.parse(stdout.trimEnd().split('\n').at(-1) ?? 'null') };
}

describe('npm run journal -- verify', () => {
  it('approves of a journal that is open and being written to, and changes nothing', () => {
    const before = readFileSync(app.context.journal.path);
    expect(journal('verify', 'Journal.rapport')).toEqual({
      status: 0,
      last: { ok: true, schemaVersion: SCHEMA_VERSION, counts, problems: [] },
    });
    expect(readFileSync(app.context.journal.path).equals(before)).toBe(true);
    expect(readdirSync(app.dataDir).filter((name) => name.startsWith('.'))).toEqual([]);
  });

  it('approves of a closed journal and a backup, and leaves nothing beside them', () => {
    const closed = join(app.dataDir, 'Closed.rapport');
    copyFileSync(backup, closed);
    closeJournal(openJournal(closed));
    expect(journal('verify', closed)).toMatchObject({ status: 0, last: { ok: true, counts } });
    expect(journal('verify', backup)).toMatchObject({ status: 0, last: { ok: true, counts } });
    expect(readdirSync(app.dataDir).filter((name) => name.startsWith('Closed'))).toEqual(['Closed.rapport']);
  });

  it.each([
    ['a missing file', 'None.rapport', 'The file is not there.'],
    ['rubbish', 'Rubbish.rapport', 'It is not a journal of Rapport.'],
    ['a damaged backup', 'Damaged.rapport', 'Its content is not what was sealed when it was made.'],
  ])('names what is wrong with %s', (_, name, sentence) => {
    if (name === 'Rubbish.rapport') writeFileSync(join(app.dataDir, name), 'rubbish');
    if (name === 'Damaged.rapport') {
      const text = readFileSync(backup).toString('latin1').replaceAll('a long pause', 'a short one!');
      writeFileSync(join(app.dataDir, name), Buffer.from(text, 'latin1'));
    }
    expect(journal('verify', name)).toEqual({
      status: 1,
      last: { ok: false, schemaVersion: null, counts: null, problems: [sentence] },
    });
  });
});

describe('npm run journal -- restore-preview', () => {
  it('prints what a restore would do', async () => {
    await app.api.people.create({ name: 'Only in the present' });
    const { status, last } = journal('restore-preview', backup, '--into', 'Journal.rapport');
    expect(status).toBe(0);
    expect(last).toEqual(await app.api.backups.preview({ name: basename(backup) }));
    expect(last).toMatchObject({ totals: { added: 0, changed: 0, lost: 1 } });
  });

  it('says what is wrong with either file', () => {
    expect(journal('restore-preview', 'None.rapport', '--into', 'Journal.rapport')).toEqual({
      status: 1,
      last: { ok: false, problems: ['The file is not there.'] },
    });
    expect(journal('restore-preview', backup, '--into', 'None.rapport')).toMatchObject({ status: 1 });
  });

  it('compares with a journal of an earlier version, which stays as it is', () => {
    const earlier = join(app.dataDir, 'Earlier.rapport');
    const database = new Database(earlier);
    migrate(database, { steps: migrations.slice(0, 1) });
    database.close();
    const before = readFileSync(earlier);
    expect(journal('restore-preview', backup, '--into', earlier)).toMatchObject({
      status: 0,
      last: { isEarlier: false, present: { counts: { people: 0 } }, totals: { changed: 0, lost: 0 } },
    });
    expect(readFileSync(earlier).equals(before)).toBe(true);
  });

  it('asks for both files', () => {
    expect(() =>
      execFileSync(process.execPath, [script, 'journal', 'restore-preview', backup], { stdio: 'pipe' }),
    ).toThrow('Name both files');
  });
});
