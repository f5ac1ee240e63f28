import { Database } from '../database/driver.ts';
import { migrate, SCHEMA_VERSION } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import { problem } from './problem.ts';

/** What SQLite's own ANALYZE makes; it holds no content and is never taken over. */
const STATISTICS: readonly string[] = [
  'CREATE TABLE sqlite_stat1(tbl,idx,stat)',
  'CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)',
];

interface Entry {
  readonly type: string;
  readonly name: string;
  readonly tbl_name: string;
  readonly sql: string | null;
}

function entriesOf(database: Database): readonly string[] {
  return database
    .all<Entry>('SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name')
    .filter(({ sql }) => !STATISTICS.includes(sql ?? ''))
    .map((entry) => JSON.stringify([entry.type, entry.name, entry.tbl_name, entry.sql]));
}

/** The schema of a version as our own migrations make it. */
function expected(version: number): readonly string[] {
  const database = new Database(':memory:');
  try {
    migrate(database, { steps: migrations.slice(0, version) });
    return entriesOf(database);
  } finally {
    database.close();
  }
}

/**
 * Compares the text of every table, index, trigger and view with ours for the file's version, and answers with that
 * version. Anything more, less or different is refused: what a foreign schema brings could act when its tables are used.
 */
export function checkSchema(database: Database): number {
  const version = database.pragma<number>('user_version');
  if (version > SCHEMA_VERSION) throw problem('newer');
  if (version < 1) throw problem('structure');
  const ours = expected(version);
  const count = database.get<{ count: number }>('SELECT count(*) AS count FROM sqlite_schema')?.count ?? 0;
  if (count > ours.length + STATISTICS.length) throw problem('structure');
  const theirs = entriesOf(database);
  if (theirs.length !== ours.length || theirs.some((entry, index) => entry !== ours[index])) throw problem('structure');
  return version;
}
