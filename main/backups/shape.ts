import type { Database } from '../database/driver.ts';
import { contentTables } from './content.ts';

/** One column that names a row of another table. */
export interface Reference {
  readonly from: string;
  readonly table: string;
  readonly to: string;
  /** The row goes when the other goes: it is a part of it. */
  readonly isOwner: boolean;
  readonly isRequired: boolean;
}

interface UniqueIndex {
  /** What may be there only once, as SQL over the columns. */
  readonly values: string;
  /** For which rows that holds; null for all. */
  readonly where: string | null;
}

/** What a table looks like, as far as rows of it are carried from one journal to another. */
export interface Shape {
  readonly table: string;
  readonly columns: readonly string[];
  /** Columns without which no row can be written. */
  readonly required: readonly string[];
  readonly key: readonly string[];
  /** What tells one row from another in every copy: the key, or what is unique where the key is only a number. */
  readonly identity: readonly string[];
  readonly references: readonly Reference[];
  readonly uniques: readonly UniqueIndex[];
  /** Rows have an id of their own, by which they are the same in every copy of a journal. */
  readonly hasId: boolean;
  /** Rows also have a number, which is not the same in every copy. */
  readonly hasNumber: boolean;
}

export type Shapes = ReadonlyMap<string, Shape>;

/** The shape of every table that holds content; what others refer to comes before them. */
export function shapesOf(database: Database): Shapes {
  const shapes = contentTables(database).map((table) => shapeOf(database, table));
  const ordered = new Map<string, Shape>();
  let waiting = shapes;
  while (waiting.length > 0) {
    const isReady = ({ table, references }: Shape): boolean =>
      references.every((reference) => reference.table === table || ordered.has(reference.table));
    const ready = waiting.filter(isReady);
    if (ready.length === 0) throw new Error('Tables refer to each other in a circle.');
    for (const shape of ready) ordered.set(shape.table, shape);
    waiting = waiting.filter((shape) => !ordered.has(shape.table));
  }
  return ordered;
}

function shapeOf(database: Database, table: string): Shape {
  const columns = database.all<{ name: string; pk: number; notnull: number; dflt_value: string | null }>(
    'SELECT name, pk, "notnull", dflt_value FROM pragma_table_info(:table) ORDER BY cid',
    { table },
  );
  const notNull = new Set(columns.filter(({ notnull, pk }) => notnull === 1 || pk > 0).map(({ name }) => name));
  const key = columns
    .filter(({ pk }) => pk > 0)
    .sort((one, other) => one.pk - other.pk)
    .map(({ name }) => name);
  const names = columns.map(({ name }) => name);
  const uniques = uniquesOf(database, table);
  const isNumbered = key.length === 1 && key[0] === 'key';
  const identity = isNumbered && !names.includes('id') ? uniques[0]?.values.split(', ') : undefined;
  return {
    table,
    columns: names,
    required: columns
      .filter(({ name, dflt_value }) => notNull.has(name) && dflt_value === null)
      .map(({ name }) => name),
    key,
    identity: identity ?? key,
    references: referencesOf(database, table, notNull),
    uniques,
    hasId: names.includes('id'),
    hasNumber: names.includes('id') && isNumbered,
  };
}

function referencesOf(database: Database, table: string, notNull: ReadonlySet<string>): readonly Reference[] {
  return database
    .all<{ from: string; table: string; to: string | null; on_delete: string; seq: number }>(
      'SELECT "from", "table", "to", on_delete, seq FROM pragma_foreign_key_list(:table) ORDER BY id',
      { table },
    )
    .map(({ from, table: other, to, on_delete, seq }) => {
      if (seq > 0 || to === null) throw new Error(`${table} refers to ${other} in a way that is not carried over.`);
      return { from, table: other, to, isOwner: on_delete === 'CASCADE', isRequired: notNull.has(from) };
    });
}

function uniquesOf(database: Database, table: string): readonly UniqueIndex[] {
  return database
    .all<{ name: string; sql: string | null }>(
      `SELECT indexes.name, entry.sql FROM pragma_index_list(:table) AS indexes
       JOIN sqlite_schema AS entry ON entry.type = 'index' AND entry.name = indexes.name
       WHERE indexes."unique" = 1 AND indexes.origin <> 'pk' ORDER BY indexes.name`,
      { table },
    )
    .map(({ name, sql }) => (sql === null ? uniqueOfColumns(database, name) : uniqueOf(sql)))
    .filter(({ values }) => values !== 'id');
}

function uniqueOfColumns(database: Database, index: string): UniqueIndex {
  const columns = database.all<{ name: string; collation: string }>(
    'SELECT name, coll AS collation FROM pragma_index_xinfo(:index) WHERE "key" = 1 ORDER BY seqno',
    { index },
  );
  const values = columns.map(({ name, collation }) => (collation === 'BINARY' ? name : `${name} COLLATE ${collation}`));
  return { values: values.join(', '), where: null };
}

/** From the text of our own schema, because what an index is made of may be an expression. */
function uniqueOf(sql: string): UniqueIndex {
  const [, values, where = null] = /^CREATE UNIQUE INDEX \w+ ON \w+ \((.*?)\)(?:\s+WHERE (.*))?$/s.exec(sql) ?? [];
  if (values === undefined) throw new Error('A unique index is written in a way that is not understood.');
  return { values, where };
}
