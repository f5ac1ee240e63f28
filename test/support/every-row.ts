import type { Context } from '../../main/context.ts';

/** Every row that a command can change, by table; what it does to the search indexes follows from these. */
export function everyRow({ database }: Context): Readonly<Record<string, readonly string[]>> {
  const tables = database.all<{ name: string }>(
    `SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'
       AND name NOT GLOB 'sqlite_*' AND name NOT GLOB '*_fts*' ORDER BY name`,
  );
  return Object.fromEntries(
    tables.map(({ name }) => [
      name,
      database
        .all(`SELECT * FROM ${name}`)
        .map((row) => JSON.stringify(row))
        .toSorted(),
    ]),
  );
}
