import type { PreviewSide, RestorePreview } from '../../shared/backups/backup.ts';
import type { PersonId } from '../../shared/id.ts';
import { type CalendarDate, isCalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { migrate, SCHEMA_VERSION } from '../database/migrate.ts';
import { countAll } from '../journal/repository.ts';
import { checkHeader, openForChecks, type Report } from './check-journal.ts';
import { BELONGS_TO, ENTRIES, PARTS } from './entries.ts';
import { problem, reading } from './problem.ts';
import { checkBackup, inQuarantine } from './quarantine.ts';
import { newestOf } from './repository.ts';
import { checkSchema } from './schema.ts';

/** People of a preview: more than anybody has, so that one can be looked for among them. */
const MOST = 10_000;

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
    const isEarlier = checkBackup(copy, report, (backup, { schemaVersion }) => {
      migrate(backup);
      return schemaVersion < SCHEMA_VERSION;
    });
    report({ phase: 'comparing', done: 0, total: 0 });
    return { isEarlier, ...(present === null ? alone(copy) : reading(() => compare(copy, present))) };
  });
}

function sideOf(database: Database): PreviewSide {
  return { counts: countAll(database), ...newestOf(database) };
}

function alone(path: string): Omit<RestorePreview, 'isEarlier'> {
  const backup = openForChecks(path, { readonly: true });
  try {
    begin(backup);
    for (const { kind, visible } of ENTRIES) {
      backup.exec(
        `INSERT INTO temp.difference SELECT '${kind}', id, 'added' FROM main.${kind} AS entry WHERE ${visible}`,
      );
    }
    return { backup: sideOf(backup), present: null, ...summary(backup, { now: null, backup: 'main' }) };
  } finally {
    backup.close();
  }
}

function compare(path: string, presentPath: string): Omit<RestorePreview, 'isEarlier'> {
  const present = openForChecks(presentPath, { readonly: true });
  try {
    if (checkSchema(present) !== SCHEMA_VERSION) throw problem('structure');
    present.run('ATTACH :path AS backup', { path });
    begin(present);
    // One moment of the journal, which may be written to meanwhile.
    present.exec('BEGIN');
    findDifferences(present);
    const result = { present: sideOf(present), ...summary(present, { now: 'main', backup: 'backup' }) };
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

/** Names of the schemas in which the sides are. */
interface Sides {
  readonly now: string | null;
  readonly backup: string;
}

/** Day of a person's newest conversation on a side. */
function newestIn(side: string | null): string {
  if (side === null) return 'NULL';
  return `(SELECT talk.held_on FROM ${side}.conversation_person AS part
    JOIN ${side}.conversation AS talk ON talk.key = part.conversation_key
    WHERE part.person_id = names.id AND talk.deleted_at IS NULL ORDER BY part.conversation_key DESC LIMIT 1)`;
}

interface PersonRow {
  readonly id: PersonId;
  readonly name: string;
  readonly isInBackup: number;
  readonly newestNow: string | null;
  readonly newestInBackup: string | null;
  readonly added: number;
  readonly changed: number;
  readonly lost: number;
}

/** Totals, and the people with the most differences. */
function summary(database: Database, { now, backup }: Sides): Pick<RestorePreview, 'people' | 'totals'> {
  const sides = [now, backup].filter((side) => side !== null);
  const sums = `count(*) FILTER (WHERE what = 'added') AS added,
    count(*) FILTER (WHERE what = 'changed') AS changed, count(*) FILTER (WHERE what = 'lost') AS lost`;
  const totals = database.get<RestorePreview['totals']>(`SELECT ${sums} FROM temp.difference`);
  if (totals === undefined) throw new Error('A sum has no row.');
  const belongs = sides.flatMap((side) =>
    BELONGS_TO.map(({ kind, select }) => `SELECT '${kind}' AS kind, * FROM (${select(side)})`),
  );
  const names = sides.map((side) => `SELECT id, name FROM ${side}.person`);
  const people = database.all<PersonRow>(
    `WITH belongs (kind, id, person_id) AS (${belongs.join(' UNION ')}),
       names (id, name) AS (SELECT id, min(name) FROM (${names.join(' UNION ALL ')}) GROUP BY id)
     SELECT names.id, names.name,
       EXISTS (SELECT 1 FROM ${backup}.person WHERE id = names.id AND deleted_at IS NULL) AS isInBackup,
       ${newestIn(now)} AS newestNow, ${newestIn(backup)} AS newestInBackup, ${sums}
     FROM temp.difference JOIN belongs USING (kind, id) JOIN names ON names.id = belongs.person_id
     GROUP BY names.id ORDER BY count(*) DESC, names.name LIMIT ${MOST}`,
  );
  return {
    totals,
    people: people.map((row) => ({
      ...row,
      isInBackup: row.isInBackup === 1,
      newestNow: dayOrNull(row.newestNow),
      newestInBackup: dayOrNull(row.newestInBackup),
    })),
  };
}

/** A journal from elsewhere may hold anything in that column. */
function dayOrNull(text: string | null): CalendarDate | null {
  return text !== null && isCalendarDate(text) ? text : null;
}
