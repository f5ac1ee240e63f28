import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { contentOf } from '../../../main/backups/content.ts';
import { readPart } from '../../../main/backups/part.ts';
import { previewRestore } from '../../../main/backups/preview.ts';
import { rebuildJournal } from '../../../main/backups/rebuild.ts';
import { writePart } from '../../../main/backups/restore-part.ts';
import { writeSeal } from '../../../main/backups/seal.ts';
import { verifyBackup } from '../../../main/backups/verify.ts';
import { Database } from '../../../main/database/driver.ts';
import { migrate, SCHEMA_VERSION } from '../../../main/database/migrate.ts';
import { migrations } from '../../../main/database/migrations/index.ts';
import { createJournal, openJournal } from '../../../main/database/open.ts';
import type { PersonId } from '../../../shared/id.ts';
import type { Instant } from '../../../shared/time.ts';

// There is one version so far: a second one as it may come, so that every released one is older than the present.
vi.mock('../../../main/database/migrations/index.ts', async (original) => {
  const actual = await original<{ readonly migrations: typeof migrations }>();
  const version = actual.migrations.length + 1;
  const sql = "ALTER TABLE person ADD COLUMN later TEXT NOT NULL DEFAULT 'not yet';";
  return { migrations: [...actual.migrations, { version, sql }] };
});

const at = '2026-11-21T09:30:00.000Z' as Instant;
const ignore = (): void => undefined;
let folder: string;
const backup = (): string => join(folder, 'Rapport 2026-11-21 1030 #0001.rapport');
const quarantine = (): string => join(folder, 'Quarantine');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rapport-older-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A sealed backup as a build of an older version wrote it. */
function writeOlder(version: number): void {
  const database = new Database(backup());
  migrate(database, { steps: migrations.slice(0, version) });
  database.run(
    'INSERT INTO journal (id, journal_id, kind, created_at, last_seen_at) VALUES (1, :id, :kind, :at, :at)',
    { id: 'older', kind: 'own', at },
  );
  database.run(
    `INSERT INTO person (key, id, name, kind, remember, created_at, updated_at)
     VALUES (1, 'mara', 'Mara Lindgren', 'client', 'quiet mornings', :at, :at)`,
    { at },
  );
  writeSeal(database, { sequence: 1, reason: 'asked', madeAt: at, content: contentOf(database) });
  database.close();
}

describe.each(migrations.slice(0, -1).map(({ version }) => version))('a backup of version %i', (version) => {
  it('proves itself as it is', () => {
    writeOlder(version);
    const checked = verifyBackup({ path: backup(), quarantine: quarantine() }, ignore);
    expect(checked).toMatchObject({ schemaVersion: version, counts: { people: 1 } });
  });

  it('gives one person back to a journal of the present version', () => {
    writeOlder(version);
    const present = join(folder, 'Present.rapport');
    createJournal(present, { id: 'present', kind: 'own', at }).close();
    // The id of a person whom an older build wrote; its form is checked where it comes from a page.
    const part = { personId: 'mara' as PersonId, conversationId: null };
    const { preview, rows } = readPart({ path: backup(), quarantine: quarantine(), present, part }, ignore);
    expect(preview).toMatchObject({ name: 'Mara Lindgren', person: 'missing', totals: { added: 1, changed: 0 } });
    const journal = openJournal(present);
    journal.transaction(() => writePart(journal, rows, at));
    expect(journal.all('SELECT id, name, remember, later FROM person')).toEqual([
      { id: 'mara', name: 'Mara Lindgren', remember: 'quiet mornings', later: 'not yet' },
    ]);
    journal.close();
  });

  it('is compared and restored as a journal of the present version, with every row', () => {
    writeOlder(version);
    const input = { path: backup(), quarantine: quarantine() };
    expect(previewRestore({ ...input, present: null }, ignore)).toMatchObject({
      isEarlier: true,
      totals: { added: 1, changed: 0, lost: 0 },
    });

    const target = join(folder, 'Journal.rapport');
    rebuildJournal({ ...input, target, sequence: 7, at }, ignore);
    const restored = new Database(target, { mustExist: true });
    expect(restored.pragma('user_version')).toBe(SCHEMA_VERSION);
    expect(restored.all('SELECT name, remember, later FROM person')).toEqual([
      { name: 'Mara Lindgren', remember: 'quiet mornings', later: 'not yet' },
    ]);
    expect(restored.all("SELECT rowid FROM person_fts WHERE person_fts MATCH 'mornings'")).toHaveLength(1);
    expect(restored.get('SELECT journal_id AS id, backup_sequence AS sequence FROM journal')).toEqual({
      id: 'older',
      sequence: 7,
    });
    restored.close();
    // The backup itself stays of its own version.
    expect(verifyBackup(input, ignore).schemaVersion).toBe(version);
  });
});
