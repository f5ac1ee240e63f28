import type { Database, Value } from '../database/driver.ts';
import type { JournalRead, Values } from './read.ts';

/** What became of the rows of one table. */
export interface Filled {
  readonly table: string;
  /** Rows that the table did not take: they say what it does not allow. */
  readonly refused: number;
}

/** The place of one whose place is lost: behind the others. */
const LAST = 1_000_000;

/** Writes the rows that were read, each table's own and then what its indexes know of others. */
export function fill(journal: Database, { tables }: JournalRead): readonly Filled[] {
  return tables.map(({ table, rows, index, isTorn, unread }) => {
    const columns = journal.all<{ name: string; required: number }>(
      `SELECT name, "notnull" = 1 AND dflt_value IS NULL AS required FROM pragma_table_info(:table)`,
      { table },
    );
    const refused = rows.filter((row) => !insert(journal, table, row)).length;
    if (isTorn || unread > 0 || refused > 0) {
      for (const known of index) {
        const isWhole = columns.every(({ name, required }) => required === 0 || name in known || name === 'position');
        if (isWhole)
          insert(
            journal,
            table,
            placed(
              known,
              columns.some(({ name }) => name === 'position'),
            ),
          );
      }
    }
    return { table, refused };
  });
}

function placed(row: Values, hasPosition: boolean): Values {
  return hasPosition && !('position' in row) ? { ...row, position: LAST } : row;
}

/** False when the table does not take it; one that is there already is no loss. */
function insert(journal: Database, table: string, row: Values): boolean {
  const names = Object.keys(row);
  const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map((name) => `:${name}`).join(', ')})
    ON CONFLICT DO NOTHING`;
  try {
    // Fields are text, numbers, bytes or nothing, as they were stored.
    journal.run(sql, row as Readonly<Record<string, Value>>);
    return true;
  } catch (error) {
    if (error instanceof Error && error.name === 'SqliteError' && 'code' in error) {
      if (String(error.code).startsWith('SQLITE_CONSTRAINT')) return false;
    }
    throw error;
  }
}
