import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentOf } from '../../../main/backups/content.ts';
import { HOSTILE_FILES } from '../../../scripts/torture/hostile-files.ts';
import { createFileServer, fillJournal, realWorkshop, workshopHere } from '../../support/backups.ts';
import type { TestServer } from '../../support/server.ts';

let app: TestServer;
let sound: string;
// Every fourth kind: each is two processes. `npm run torture -- hostile` has all of them.
const SOME = HOSTILE_FILES.filter((_, index) => index % 4 === 0);
const NAME = 'Rapport 2026-01-01 1000 #0000.rapport';
const place = (): string => join(app.dataDir, 'Backups', NAME);

beforeAll(async () => {
  app = createFileServer({ workshop: realWorkshop() });
  await fillJournal(app);
  const backup = await app.api.backups.now({});
  sound = join(backup.folder, backup.name);
});
afterAll(() => app.dispose());

describe('a file in place of a backup', () => {
  const fingerprint = (): string =>
    createHash('sha256')
      .update(JSON.stringify(contentOf(app.context.database)))
      .digest('hex');

  it.each(SOME)('with $kind is refused: $problem', async ({ problem, make }) => {
    const before = fingerprint();
    make({ sound, place: place() });
    try {
      const code = problem === 'newer' ? 'newer_journal' : 'damaged_journal';
      await expect(app.api.backups.preview({ name: NAME })).rejects.toMatchObject({ code, details: { problem } });
      await expect(app.api.backups.restore({ name: NAME })).rejects.toMatchObject({ code, details: { problem } });
      expect(app.desk.asked).toEqual([]);
      expect(fingerprint()).toBe(before);
    } finally {
      rmSync(place(), { recursive: true, force: true });
    }
  });

  it('that keeps the check busy is given up in less than twenty seconds', async () => {
    const limits = new Map<string, number | undefined>();
    const here = workshopHere();
    const other = createFileServer({
      workshop: {
        run(job, input, options) {
          if (job !== 'writeBackup') limits.set(job, options?.timeLimit);
          return here.run(job, input, options);
        },
      },
    });
    try {
      await fillJournal(other);
      const { name, folder } = await other.api.backups.now({});
      rmSync(join(folder, 'manifest.json'));
      await other.api.backups.list({});
      await other.api.backups.preview({ name });
      await other.api.backups.verify({ name });
      await other.api.backups.restore({ name });
    } finally {
      other.dispose();
    }
    expect([...limits.keys()].sort()).toEqual(['inspectBackups', 'previewRestore', 'rebuildJournal', 'verifyBackup']);
    for (const limit of limits.values()) expect(limit).toBeLessThan(18_000);
  });

  it('with a foreign WAL beside it is read without the WAL', async () => {
    copyFileSync(sound, place());
    writeFileSync(`${place()}-wal`, readFileSync(`${app.context.journal.path}-wal`));
    try {
      expect((await app.api.backups.preview({ name: NAME })).totals).toEqual({ added: 0, changed: 0, lost: 0 });
    } finally {
      rmSync(place());
      rmSync(`${place()}-wal`);
    }
  });
});
