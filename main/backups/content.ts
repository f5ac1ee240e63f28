import { createHash } from 'node:crypto';
import type { Database } from '../database/driver.ts';

/** What a journal holds: the rows of each table, and one hash over all of them. */
export interface Content {
  readonly tables: Readonly<Record<string, number>>;
  readonly hash: string;
}

/** What is about a file rather than in the journal: the seal, and what the app notes about its own running. */
const SEAL = 'seal';
const NOT_CONTENT: Readonly<Record<string, readonly string[]>> = {
  journal: ['backup_sequence', 'last_seen_at', 'last_seen_zone'],
};

export interface Column {
  readonly name: string;
  readonly type: string;
  /** Place in the primary key, from 1; 0 when it is not part of it. */
  readonly pk: number;
}

/** Names of the tables that hold content, in order. Search indexes hold nothing of their own. */
export function contentTables(database: Database): readonly string[] {
  return database
    .all<{ name: string }>(
      `SELECT name FROM pragma_table_list
       WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`,
    )
    .map(({ name }) => name)
    .filter((name) => name !== SEAL);
}

/** The columns of a table, in its order. */
export function columnsOf(database: Database, table: string): readonly Column[] {
  return database.all<Column>('SELECT name, type, pk FROM pragma_table_info(:table) ORDER BY cid', { table });
}

/** The columns of the primary key, in its order. */
export function keyOf(columns: readonly Column[]): readonly string[] {
  return columns
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => name);
}

/**
 * Counts and hashes every table. Format of the hash, SHA-256 over, for each table by name:
 * `table(column type, …)` and a line feed; then each row in the order of its key: the length in bytes of every value
 * (`n` for NULL) and the values that are not NULL, all joined by colons; then a line feed. Lengths first make it
 * impossible for two different rows to read the same; the types are held by the STRICT tables. The values are hashed as
 * the bytes that are stored, so that damage to a text's encoding shows.
 */
export function contentOf(database: Database): Content {
  const hash = createHash('sha256');
  const tables: Record<string, number> = {};
  for (const table of contentTables(database)) {
    const columns = columnsOf(database, table).filter(({ name }) => !NOT_CONTENT[table]?.includes(name));
    hash.update(`${table}(${columns.map(({ name, type }) => `${name} ${type}`).join(', ')})\n`);
    const names = columns.map(({ name }) => name);
    const lengths = names.map((name) => `coalesce(octet_length(${name}), 'n')`);
    const sql = `SELECT CAST(concat_ws(':', ${[...lengths, ...names].join(', ')}) AS BLOB) AS bytes
      FROM ${table} ORDER BY ${keyOf(columns).join(', ')}`;
    let rows = 0;
    for (const { bytes } of database.each<{ bytes: Uint8Array }>(sql)) {
      hash.update(bytes);
      rows += 1;
    }
    hash.update('\n');
    tables[table] = rows;
  }
  return { tables, hash: hash.digest('hex') };
}

/** True when two journals hold the same rows. */
export function isSameContent(one: Content, other: Content): boolean {
  const names = Object.keys(one.tables);
  return (
    one.hash === other.hash &&
    names.length === Object.keys(other.tables).length &&
    names.every((name) => one.tables[name] === other.tables[name])
  );
}
