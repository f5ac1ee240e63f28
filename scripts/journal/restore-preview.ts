import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkHeader, openForChecks } from '../../main/backups/check-journal.ts';
import { copyIn } from '../../main/backups/files.ts';
import { reading } from '../../main/backups/problem.ts';
import { checkSchema } from '../../main/backups/schema.ts';
import { migrate } from '../../main/database/migrate.ts';
import { createWorkshop } from '../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../main/workshop/node-process.ts';
import { Problem } from '../runtime/problem.ts';
import { given, tell } from './lines.ts';
import { sentenceFor } from './verify.ts';

/**
 * `restore-preview BACKUP --into FILE`: what restoring a backup would do to a journal, which is not changed. The last
 * line is the preview, or `{"ok":false,"problems"}` with exit code 1.
 */
export async function run(words: readonly string[]): Promise<void> {
  const [backup, option, into] = words;
  if (backup === undefined || option !== '--into' || into === undefined) {
    throw new Problem('Name both files: npm run journal -- restore-preview BACKUP --into FILE');
  }
  try {
    tell(await preview(given(backup), given(into)));
  } catch (error) {
    tell({ ok: false, problems: [sentenceFor(error)] });
    process.exitCode = 1;
  }
}

async function preview(path: string, journal: string): Promise<object> {
  // A journal that is open somewhere is read where it is; any other in a copy, so that nothing appears beside it.
  const isOpen = existsSync(`${journal}-wal`);
  checkHeader(journal, { closed: !isOpen });
  const quarantine = mkdtempSync(join(dirname(journal), '.rapport-check-'));
  try {
    const present = isOpen ? journal : copyOf(journal, quarantine);
    return await createWorkshop(startNodeWorkshop).run(
      'previewRestore',
      { path, quarantine, present },
      { report: tell },
    );
  } finally {
    rmSync(quarantine, { recursive: true, force: true });
  }
}

/** A copy as this version would open it: an older journal is compared as what it would become. */
function copyOf(journal: string, quarantine: string): string {
  const copy = copyIn(journal, quarantine);
  reading(() => {
    const database = openForChecks(copy);
    try {
      checkSchema(database);
      migrate(database);
    } finally {
      database.close();
    }
  });
  return copy;
}
