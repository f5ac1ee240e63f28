import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '../../../main/backups/content.ts';
import { backupBeforeMigration } from '../../../main/backups/make.ts';
import { readManifest } from '../../../main/backups/manifest.ts';
import { readSeal } from '../../../main/backups/seal.ts';
import { Database } from '../../../main/database/driver.ts';
import type { Workshop } from '../../../main/workshop/client.ts';
import type { Backup } from '../../../shared/backups/backup.ts';
import type { Progress } from '../../../shared/ipc.ts';
import { backupFiles, createFileServer, fillJournal, realWorkshop, workshopHere } from '../../support/backups.ts';
import type { TestServer } from '../../support/server.ts';

let app: TestServer;

beforeEach(async () => {
  app = createFileServer({ workshop: realWorkshop() });
  await fillJournal(app);
});
afterEach(() => app.dispose());

const folder = (): string => join(app.dataDir, 'Backups');

describe('a backup', () => {
  it('is named by local time and number, verified, and tells what it holds', async () => {
    const backup = await app.api.backups.now({});
    expect(backup).toEqual({
      name: 'Rapport 2026-11-21 1030 #0001.rapport',
      folder: folder(),
      sequence: 1,
      madeAt: '2026-11-21T09:30:00.000Z',
      reason: 'asked',
      size: statSync(join(folder(), backup.name)).size,
      counts: { people: 2, organisations: 1, conversations: 1, promises: 1, followUps: 1, drafts: 0 },
      verifiedAt: '2026-11-21T09:30:00.000Z',
      problem: null,
    });
    expect(await app.api.backups.list({})).toEqual([backup]);
    expect(await app.api.backups.state({})).toMatchObject({
      lastVerifiedAt: '2026-11-21T09:30:00.000Z',
      restoredAt: null,
    });
    expect(backupFiles(app)).toEqual([backup.name]);
  });

  it('carries a seal of exactly what the journal holds', async () => {
    const { name } = await app.api.backups.now({});
    const copy = new Database(join(folder(), name), { readonly: true });
    const seal = readSeal(copy);
    expect(seal).toMatchObject({ sequence: 1, reason: 'asked', content: contentOf(app.context.database) });
    expect(contentOf(copy)).toEqual(seal?.content);
    copy.close();
  });

  it('has a content hash that every change of the content changes', async () => {
    const hashes = new Set([contentOf(app.context.database).hash]);
    for (const change of [
      "UPDATE person SET name = name || ' '",
      "UPDATE contact SET value = label || value, label = ''",
      "UPDATE contact SET label = 'x'",
      'UPDATE observation SET mark = 1',
      "UPDATE promise SET due_on = '2026-12-01'",
      'DELETE FROM person_tag',
    ]) {
      app.context.database.exec(change);
      hashes.add(contentOf(app.context.database).hash);
    }
    // Moving nothing from one column to another changes nothing; every other change shows.
    expect(hashes.size).toBe(6);
    const before = contentOf(app.context.database);
    app.context.database.exec("UPDATE journal SET backup_sequence = 9, last_seen_at = '2027-01-01T00:00:00.000Z'");
    expect(contentOf(app.context.database)).toEqual(before);
  });

  it('never takes a number twice, even when the manifest and the journal forget', async () => {
    const first = await app.api.backups.now({});
    app.context.database.run('UPDATE journal SET backup_sequence = 0');
    writeFileSync(join(folder(), 'manifest.json'), 'rubbish');
    const second = await app.api.backups.now({});
    expect([first.sequence, second.sequence]).toEqual([1, 2]);
  });

  it('is made while the journal is written to', async () => {
    const writing = setInterval(
      () => app.context.database.exec("UPDATE journal SET last_seen_at = last_seen_at || 'x'"),
      1,
    );
    try {
      expect(await app.api.backups.now({})).toMatchObject({ problem: null, verifiedAt: '2026-11-21T09:30:00.000Z' });
    } finally {
      clearInterval(writing);
    }
  });

  it('is not made of a journal whose pages are damaged, and nothing is left', async () => {
    const path = app.context.journal.path;
    app.context.journal.close();
    const bytes = readFileSync(path);
    const at = bytes.indexOf('The budget is decided');
    // The head of the page that holds the note.
    bytes.fill(0xff, at - (at % 4096), at - (at % 4096) + 8);
    writeFileSync(path, bytes);
    app.context.journal.open('own');
    await expect(app.api.backups.now({})).rejects.toMatchObject({ code: 'damaged_journal' });
    expect(backupFiles(app)).toEqual([]);
  });

  it('mends a search index that does not match the text, in the copy', async () => {
    app.context.database.exec('DROP TRIGGER conversation_fts_update');
    app.context.database.exec("UPDATE conversation SET notes = 'Something else'");
    app.context.database.exec(
      `CREATE TRIGGER conversation_fts_update AFTER UPDATE OF key, title, notes, would_help ON conversation BEGIN
  INSERT INTO conversation_fts (conversation_fts, rowid, title, notes, would_help)
  VALUES ('delete', old.key, old.title, old.notes, old.would_help);
  INSERT INTO conversation_fts (rowid, title, notes, would_help) VALUES (new.key, new.title, new.notes, new.would_help);
END`,
    );
    const { name } = await app.api.backups.now({});
    const copy = new Database(join(folder(), name), { readonly: true });
    expect(copy.all("SELECT rowid FROM conversation_fts WHERE conversation_fts MATCH 'something'")).toHaveLength(1);
    copy.close();
  });

  it('cannot be made twice at once', async () => {
    const first = app.api.backups.now({});
    await expect(app.api.backups.now({})).rejects.toMatchObject({ code: 'conflict' });
    await first;
  });

  it('says so when the folder cannot be used', async () => {
    const { now } = app.api.backups;
    writeFileSync(folder(), 'a file where the folder should be');
    await expect(now({})).rejects.toMatchObject({ code: 'storage_failed' });
  });
});

describe('cancelling a backup', () => {
  it.each(['copying', 'checking', 'keeping'])('while %s leaves no file', async (phase) => {
    const phases: string[] = [];
    app.bridge.onChanged((event) => {
      if (event.kind !== 'progress') return;
      phases.push(event.progress.phase);
      if (event.progress.phase === phase) void app.bridge.call('tasks.cancel', 'task');
    });
    const envelope = await app.bridge.call('backups.now', {}, 'task');
    expect(phases).toContain(phase);
    expect(envelope).toMatchObject({ ok: false, code: 'cancelled' });
    expect(backupFiles(app)).toEqual([]);
    expect(await app.api.backups.list({})).toEqual([]);
  });
});

describe('the backup before a migration', () => {
  it('is made in place, pinned and noted', async () => {
    backupBeforeMigration(app.context.journal.paths, app.clock)(app.context.database);
    expect(await app.api.backups.list({})).toMatchObject([{ sequence: 1, reason: 'before_migration', problem: null }]);
    // The journal stays usable: its locks were not touched.
    await app.api.people.create({ name: 'Later' });
    expect(await app.api.people.list({ shelf: 'current' })).toHaveLength(3);
  });

  it('is not made of the sample', async () => {
    app.context.journal.create('sample');
    backupBeforeMigration(app.context.journal.paths, app.clock)(app.context.database);
    expect(await app.api.backups.list({})).toEqual([]);
  });
});

describe('the list of backups', () => {
  it('asks the files when the manifest is lost, and believes them only after a check', async () => {
    const made = await app.api.backups.now({});
    writeFileSync(join(folder(), 'manifest.json'), '{"version":1,"backups":[{"name":"../../etc/passwd"}]}');
    expect(await app.api.backups.list({})).toEqual([
      { ...made, verifiedAt: null, problem: 'It has not been checked on this computer yet.' },
    ]);
    expect((await app.api.backups.state({})).lastVerifiedAt).toBeNull();
    const progress: Progress[] = [];
    app.bridge.onChanged((event) => void (event.kind === 'progress' && progress.push(event.progress)));
    expect(await app.api.backups.verify({ name: made.name })).toEqual(made);
    expect((await app.api.backups.state({})).lastVerifiedAt).toBe(made.madeAt);
  });

  it('keeps what was noted while it asked the files', async () => {
    const here = workshopHere();
    let asked: Promise<readonly Backup[]> | undefined;
    let made: Promise<Backup> | undefined;
    const workshop: Workshop = {
      async run(job, input, options) {
        const value = await here.run(job, input, options);
        // The file has its name, and nobody has noted it yet.
        if (job === 'writeBackup') asked = other.api.backups.list({});
        if (job === 'inspectBackups') await made;
        return value;
      },
    };
    const other = createFileServer({ workshop });
    try {
      made = other.api.backups.now({});
      const noted = await made;
      expect(noted.verifiedAt).not.toBeNull();
      expect(await asked).toEqual([noted]);
      expect(await other.api.backups.list({})).toEqual([noted]);
      expect((await other.api.backups.state({})).lastVerifiedAt).toBe(noted.madeAt);
    } finally {
      other.dispose();
    }
  });

  it('does not bring back a backup that was thinned out while it asked the files', async () => {
    const here = workshopHere();
    const workshop: Workshop = {
      async run(job, input, options) {
        const value = await here.run(job, input, options);
        if (job === 'inspectBackups') rmSync(join(other.dataDir, 'Backups', name));
        return value;
      },
    };
    const other = createFileServer({ workshop });
    const { name } = await other.api.backups.now({});
    try {
      writeFileSync(join(other.dataDir, 'Backups', 'manifest.json'), 'rubbish');
      expect(await other.api.backups.list({})).toEqual([]);
      expect(readManifest(join(other.dataDir, 'Backups'))).toEqual([]);
    } finally {
      other.dispose();
    }
  });

  it('leaves out what is no backup and names what is a broken one', async () => {
    const made = await app.api.backups.now({});
    const bytes = readFileSync(join(folder(), made.name));
    writeFileSync(join(folder(), 'notes.txt'), 'text');
    writeFileSync(join(folder(), 'Something.rapport'), 'no database');
    writeFileSync(join(folder(), 'Rapport 2026-11-20 0900 #0000.rapport'), bytes.subarray(0, bytes.length - 4096));
    const list = await app.api.backups.list({});
    expect(list.map(({ name, problem }) => [name, problem])).toEqual([
      [made.name, null],
      ['Rapport 2026-11-20 0900 #0000.rapport', 'Its end is missing, or something was added to it.'],
    ]);
  });

  it('forgets a verified backup whose file was changed', async () => {
    const made = await app.api.backups.now({});
    const path = join(folder(), made.name);
    const bytes = readFileSync(path);
    bytes.write('bXdget', bytes.indexOf('budget'));
    writeFileSync(path, bytes);
    expect(await app.api.backups.list({})).toMatchObject([{ verifiedAt: null }]);
    await expect(app.api.backups.preview({ name: made.name })).rejects.toMatchObject({ code: 'damaged_journal' });
    expect(await app.api.backups.verify({ name: made.name })).toMatchObject({ verifiedAt: null });
  });

  it('leaves nothing in quarantine', async () => {
    const { name } = await app.api.backups.now({});
    await app.api.backups.preview({ name });
    expect(existsSync(join(app.dataDir, 'Quarantine')) ? readdirSync(join(app.dataDir, 'Quarantine')) : []).toEqual([]);
  });
});
