import { problemOf } from '../../main/backups/problem.ts';
import { createWorkshop } from '../../main/workshop/client.ts';
import { startNodeWorkshop } from '../../main/workshop/node-process.ts';
import { BACKUP_PROBLEMS } from '../../shared/backups/problem.ts';
import { Problem } from '../runtime/problem.ts';
import { given, tell } from './lines.ts';

/**
 * `verify FILE`: checks a journal, open or not, or a backup, without changing it. The last line is
 * `{"ok","schemaVersion","counts","problems"}`; the exit code is 0 when all is well and 1 otherwise.
 */
export async function run(words: readonly string[]): Promise<void> {
  const [file] = words;
  if (file === undefined) throw new Problem('Name the file: npm run journal -- verify FILE');
  try {
    const { schemaVersion, counts } = await createWorkshop(startNodeWorkshop).run(
      'verifyFile',
      { path: given(file) },
      { report: tell },
    );
    tell({ ok: true, schemaVersion, counts, problems: [] });
  } catch (error) {
    tell({ ok: false, schemaVersion: null, counts: null, problems: [sentenceFor(error)] });
    process.exitCode = 1;
  }
}

/** What is wrong, in plain words. An error that is not about the file is thrown on. */
export function sentenceFor(error: unknown): string {
  const found = problemOf(error);
  if (found !== null) return BACKUP_PROBLEMS[found];
  if (error instanceof Error && 'code' in error && error.code === 'storage_failed') return BACKUP_PROBLEMS.unreadable;
  throw error;
}
