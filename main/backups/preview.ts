import type { PreviewSide, RestorePreview } from '../../shared/backups/backup.ts';
import type { Database } from '../database/driver.ts';
import { migrate, SCHEMA_VERSION } from '../database/migrate.ts';
import { countAll } from '../journal/repository.ts';
import { checkHeader, openForChecks, type Report } from './check-journal.ts';
import { BELONGS_TO, ENTRIES, PARTS } from './entries.ts';
import { problem, reading } from './problem.ts';
import { checkBackup, inQuarantine } from './quarantine.ts';
import { newestOf } from './repository.ts';
import { checkSchema } from './schema.ts';

interface PreviewInput {
  readonly path: string;
  readonly quarantine: string;
  /** The journal as it is now, which may be open in another process; null when there is none that can be read. */
  readonly present: string | null;
}

/** Checks a backup in quarantine and tells what restoring it would do to the present journal, person by person. */
export function previewRestore({ path, quarantine, present }: PreviewInput, report: Report): RestorePreview {
  checkHeader(path);
  return inQuarantine(path, quarantine, (copy) => {
    // A backup of an older version becomes one of ours, so that the two can be compared.
    checkBackup(copy, report, (backup) => migrate(backup));
    report({ phase: 'comparing', done: 0, total: 0 });
    return present === null ? alone(copy) : reading(() => compare(copy, present));
  });
}

function sideOf(database: Database): PreviewSide {
  return { counts: countAll(database), ...newestOf(database) };
}

function alone(path: string): RestorePreview {
  const backup = openForChecks(path, { readonly: true });
  try {
    begin(backup);
    for (const { kind, visible } of ENTRIES) {
      backup.exec(
        `INSERT INTO temp.difference SELECT '${kind}', id, 'added' FROM main.${kind} AS entry WHERE ${visible}`,
      );
    }
    return { backup: sideOf(backup), present: null, ...summary(backup, ['main']) };
  } finally {
    backup.close();
  }
}

function compare(path: string, presentPath: string): RestorePreview {
  const present = openForChecks(presentPath, { readonly: true });
  try {
    if (checkSchema(present) !== SCHEMA_VERSION) throw problem('structure');
    present.run('ATTACH :path AS backup', { path });
    begin(present);
    // One moment of the journal, which may be written to meanwhile.
    present.exec('BEGIN');
    findDifferences(present);
    const result = { present: sideOf(present), ...summary(present, ['main', 'backup']) };
    present.exec('COMMIT');
    return { backup: backupSide(path), ...result };
  } finally {
    present.close();
  }
}

function backupSide(path: string): PreviewSide {
  const backup = openForChecks(path, { readonly: true });
  try {
    return sideOf(backup);
  } finally {
    backup.close();
  }
}

function begin(database: Database): void {
  // Temporary tables live in memory and belong to this connection, which otherwise only reads.
  database.exec('CREATE TEMP TABLE difference (kind TEXT, id TEXT, what TEXT, PRIMARY KEY (kind, id)) WITHOUT ROWID');
}

/** Fills `difference`: entries that would be added, changed or lost. What is in the bin on a side is not there. */
function findDifferences(database: Database): void {
  const note = (select: string): void => database.exec(`INSERT OR IGNORE INTO temp.difference ${select}`);
  for (const { kind, visible, columns } of ENTRIES) {
    const missing = (from: string, other: string, what: string): string =>
      `SELECT '${kind}', id, '${what}' FROM ${from}.${kind} AS entry
       WHERE ${visible} AND id NOT IN (SELECT id FROM ${other}.${kind} AS entry WHERE ${visible})`;
    note(missing('backup', 'main', 'added'));
    note(missing('main', 'backup', 'lost'));
    const values = (side: string): string => columns.map((column) => `${side}.${column}`).join(', ');
    note(
      `SELECT '${kind}', entry.id, 'changed' FROM main.${kind} AS entry JOIN backup.${kind} AS other ON other.id = entry.id
       WHERE ${visible} AND (${values('entry')}) IS NOT (${values('other')})`,
    );
  }
  // Parts (tags, marks, …) are compared as sets; an entry with a part on one side only has changed.
  for (const { kind, select } of PARTS) {
    const changed = (from: string, other: string): string =>
      `SELECT '${kind}', id, 'changed' FROM
         (SELECT * FROM (${select(from)}) EXCEPT SELECT * FROM (${select(other)}))
       WHERE id IN (SELECT id FROM main.${kind} WHERE deleted_at IS NULL)
         AND id IN (SELECT id FROM backup.${kind} WHERE deleted_at IS NULL)`;
    note(changed('backup', 'main'));
    note(changed('main', 'backup'));
  }
}

/** Totals, and the hundred people with the most differences. */
function summary(database: Database, sides: readonly string[]): Pick<RestorePreview, 'people' | 'totals'> {
  const sums = `count(*) FILTER (WHERE what = 'added') AS added,
    count(*) FILTER (WHERE what = 'changed') AS changed, count(*) FILTER (WHERE what = 'lost') AS lost`;
  const totals = database.get<RestorePreview['totals']>(`SELECT ${sums} FROM temp.difference`);
  if (totals === undefined) throw new Error('A sum has no row.');
  const belongs = sides.flatMap((side) =>
    BELONGS_TO.map(({ kind, select }) => `SELECT '${kind}' AS kind, * FROM (${select(side)})`),
  );
  const names = sides.map((side) => `SELECT id, name FROM ${side}.person`);
  const people = database.all<RestorePreview['people'][number]>(
    `WITH belongs (kind, id, person_id) AS (${belongs.join(' UNION ')}),
       names (id, name) AS (SELECT id, min(name) FROM (${names.join(' UNION ALL ')}) GROUP BY id)
     SELECT names.name, ${sums}
     FROM temp.difference JOIN belongs USING (kind, id) JOIN names ON names.id = belongs.person_id
     GROUP BY names.id ORDER BY count(*) DESC, names.name LIMIT 100`,
  );
  return { totals, people };
}
