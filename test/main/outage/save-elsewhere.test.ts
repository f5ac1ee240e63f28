import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { verifyBackup } from '../../../main/backups/verify.ts';
import { createFileServer } from '../../support/backups.ts';
import type { TestServer } from '../../support/server.ts';

let elsewhere: string;
let server: TestServer;
beforeEach(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'rapport-elsewhere-'));
  server = createFileServer();
});
afterEach(() => {
  server.dispose();
  rmSync(elsewhere, { recursive: true, force: true });
});

describe('a copy elsewhere', () => {
  it('is a verified backup with the text beside it, and writes nothing into a full journal', async () => {
    await server.api.people.create({ name: 'Mara Lindgren' });
    const { database } = server.context;
    database.pragma(`max_page_count = ${database.pragma<number>('page_count')}`);
    const path = join(elsewhere, 'Copy.rapport');
    server.desk.savePath = path;
    expect(await server.api.outage.saveElsewhere({ text: 'Typed in vain' })).toEqual({
      hasJournal: true,
      hasText: true,
    });
    expect(verifyBackup({ path, quarantine: join(elsewhere, 'Quarantine') }, () => undefined).counts.people).toBe(1);
    expect(readFileSync(join(elsewhere, 'Copy, unsaved text.txt'), 'utf8')).toBe('Typed in vain');
    expect(readdirSync(elsewhere).toSorted()).toEqual(['Copy, unsaved text.txt', 'Copy.rapport', 'Quarantine']);
  });

  it('takes no other file’s place', async () => {
    const path = join(elsewhere, 'Copy.rapport');
    writeFileSync(path, 'mine');
    server.desk.savePath = path;
    await expect(server.api.outage.saveElsewhere({ text: 'Typed' })).rejects.toMatchObject({ code: 'conflict' });
    expect(readFileSync(path, 'utf8')).toBe('mine');
    expect(readdirSync(elsewhere)).toEqual(['Copy.rapport']);
  });

  it('is the text alone while the journal is not there', async () => {
    const { journal } = server.context;
    renameSync(journal.path, `${journal.path}.away`);
    await server.api.people.create({ name: 'Mara' }).catch(() => undefined);
    server.desk.savePath = join(elsewhere, 'Text.txt');
    expect(await server.api.outage.saveElsewhere({ text: 'Typed' })).toEqual({ hasJournal: false, hasText: true });
    expect(readFileSync(join(elsewhere, 'Text.txt'), 'utf8')).toBe('Typed');
    renameSync(`${journal.path}.away`, journal.path);
  });

  it('is not made when the user changes their mind', async () => {
    expect(await server.api.outage.saveElsewhere({ text: 'Typed' })).toBe(null);
    expect(existsSync(join(elsewhere, 'Copy.rapport'))).toBe(false);
  });
});
