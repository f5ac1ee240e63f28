import type { Database } from '../database/driver.ts';

interface SchemaRow {
  readonly name: string;
  readonly sql: string;
}

/**
 * Runs `load` without the triggers that keep the search indexes, which would make a hundred thousand inserts an affair of
 * hours, puts the triggers back as they were and builds the indexes from their tables. Only for a journal that nobody has
 * open and that is thrown away when this fails.
 */
export function loadWithoutIndexing(database: Database, load: () => void, onIndexing: (table: string) => void): void {
  const triggers = database.all<SchemaRow>("SELECT name, sql FROM sqlite_schema WHERE type = 'trigger' ORDER BY rowid");
  const indexes = database.all<SchemaRow>(
    "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND sql LIKE '%USING fts5%' ORDER BY rowid",
  );
  // Speed now for safety later: the file counts only when it is complete.
  database.pragma('synchronous = OFF');
  database.pragma('secure_delete = OFF');
  for (const { name } of triggers) database.exec(`DROP TRIGGER ${name}`);
  load();
  for (const { sql } of triggers) database.exec(sql);
  for (const { name } of indexes) {
    onIndexing(name);
    database.exec(`INSERT INTO ${name} (${name}) VALUES ('rebuild')`);
  }
  database.pragma('secure_delete = ON');
  database.pragma('synchronous = FULL');
}
