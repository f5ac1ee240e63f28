import type { Database } from './driver.ts';

/** The text of a journal's schema, as SQLite keeps it: tables, then indexes and triggers, each by name. */
export function schemaText(database: Database): string {
  // The tables of the search indexes are made by FTS5 itself, and SQLite's own are not ours to describe.
  const rows = database.all<{ sql: string }>(
    `SELECT sql FROM sqlite_schema
     WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'
       AND (type <> 'table' OR sql LIKE 'CREATE VIRTUAL%' OR name NOT LIKE '%\\_fts\\_%' ESCAPE '\\')
     ORDER BY CASE type WHEN 'table' THEN 0 WHEN 'index' THEN 1 WHEN 'trigger' THEN 2 ELSE 3 END, name`,
  );
  return rows.map(({ sql }) => `${sql};\n`).join('\n');
}
