import { contentTables } from '../backups/content.ts';
import { Database } from '../database/driver.ts';
import { migrate, SCHEMA_VERSION } from '../database/migrate.ts';
import { migrations } from '../database/migrations/index.ts';
import type { Pages } from './pages.ts';
import type { Field } from './record.ts';
import { type Stored, type TreeKind, Trees } from './tree.ts';

export type Values = Readonly<Record<string, Field>>;

/** What was read of one table. */
export interface TableRead {
  readonly table: string;
  readonly rows: readonly Values[];
  /** Rows that were met and could not be read, at least. */
  readonly unread: number;
  /** Some of its pages tell nothing, so that there may have been more. */
  readonly isTorn: boolean;
  /** What each of its indexes says: the indexed columns and the key of every row. */
  readonly index: readonly Values[];
}

export interface JournalRead {
  readonly version: number;
  readonly tables: readonly TableRead[];
  readonly altered: number;
}

interface Column {
  readonly name: string;
  readonly type: string;
  readonly isRequired: boolean;
}

/** How a table or an index of ours lies in a file. */
interface Layout {
  readonly table: string;
  readonly kind: TreeKind;
  readonly isIndex: boolean;
  /** In the order of the record. */
  readonly columns: readonly Column[];
  /** The column that is the row's number, and empty in the record. */
  readonly number: string | null;
}

/** Reads every row of our tables that can be read, whatever else is damaged. */
export function readJournal(pages: Pages): JournalRead {
  const entries = schemaEntries(pages);
  const version = versionOf(entries, pages.version);
  const layouts = layoutsOf(version);
  const trees = new Trees(pages);
  const tables = new Map<string, { rows: Values[]; index: Values[]; unread: number; isTorn: boolean }>();
  let altered = 0;
  for (const layout of layouts.values()) {
    if (!layout.isIndex) tables.set(layout.table, { rows: [], index: [], unread: 0, isTorn: false });
  }
  const take = (layout: Layout, stored: Stored): boolean => {
    const values = valuesOf(layout, stored);
    if (values === null) return false;
    const found = tables.get(layout.table);
    if (layout.isIndex) found?.index.push(values);
    else found?.rows.push(values);
    if (stored.isAltered && !layout.isIndex) altered += 1;
    return true;
  };
  // Tables first: what an index says is kept only where its table has lost something.
  const order = [...layouts].sort(([, one], [, other]) => Number(one.isIndex) - Number(other.isIndex));
  for (const [name, layout] of order) {
    const found = tables.get(layout.table);
    const root = entries.get(name)?.root;
    if (root === undefined) {
      if (found !== undefined && !layout.isIndex) found.isTorn = true;
      continue;
    }
    const { rows, damagedPages, damagedRows } = trees.walk(root, layout.kind);
    if (layout.isIndex && found?.isTorn === false && found.unread === 0) continue;
    const refused = rows.filter((row) => !take(layout, row)).length;
    if (found === undefined || layout.isIndex) continue;
    found.unread += refused + damagedRows;
    found.isTorn ||= damagedPages > 0;
  }
  const torn = [...layouts.values()].filter(({ table, isIndex }) => !isIndex && tables.get(table)?.isTorn === true);
  for (const orphan of torn.length === 0 ? [] : trees.orphans()) {
    const fitting = torn.filter(({ kind }) => kind === orphan.kind).filter((layout) => fits(layout, orphan.rows));
    // Rows that could be of two tables are of neither.
    const [layout] = fitting.length === 1 ? fitting : [];
    if (layout !== undefined) for (const row of orphan.rows) take(layout, row);
  }
  return { version, tables: [...tables].map(([table, read]) => ({ table, ...read })), altered };
}

const KINDS: readonly string[] = ['table', 'index', 'trigger', 'view'];

interface SchemaEntry {
  readonly root: number;
  readonly sql: Field;
}

/** The entries of the schema, wherever they lie: the way to them begins on the first page, which is damaged most often. */
function schemaEntries(pages: Pages): ReadonlyMap<string, SchemaEntry> {
  const trees = new Trees(pages);
  const found = new Map<string, SchemaEntry>();
  for (let number = 1; number <= pages.count; number += 1) {
    for (const { fields } of trees.leaf(number)?.rows ?? []) {
      const [type, name, , root, sql] = fields;
      // Rows of one page are all of one table.
      if (fields.length !== 5 || typeof type !== 'string' || !KINDS.includes(type)) break;
      if (typeof name !== 'string' || typeof root !== 'number' || root < 2) continue;
      found.set(name, { root, sql: sql ?? null });
    }
  }
  return found;
}

/** The version whose tables these are, by their text; else what the file says; else the newest. */
function versionOf(entries: ReadonlyMap<string, SchemaEntry>, written: number | null): number {
  for (let version = SCHEMA_VERSION; version > 0; version -= 1) {
    const ours = withSchema(version, (database) =>
      database.all<{ name: string; sql: string }>("SELECT name, sql FROM sqlite_schema WHERE type = 'table'"),
    );
    const known = ours.filter(({ name }) => entries.has(name));
    const isAll = [...entries].every(
      ([name, { sql }]) =>
        typeof sql !== 'string' || !/^CREATE TABLE/.test(sql) || ours.some((own) => own.name === name),
    );
    if (known.length > 0 && isAll && known.every(({ name, sql }) => entries.get(name)?.sql === sql)) return version;
  }
  return written !== null && written >= 1 && written <= SCHEMA_VERSION ? written : SCHEMA_VERSION;
}

function withSchema<T>(version: number, work: (database: Database) => T): T {
  const database = new Database(':memory:');
  try {
    migrate(database, { steps: migrations.slice(0, version) });
    return work(database);
  } finally {
    database.close();
  }
}

/** By the name of the table or index. */
function layoutsOf(version: number): ReadonlyMap<string, Layout> {
  return withSchema(version, (database) => {
    const layouts = new Map<string, Layout>();
    for (const table of contentTables(database)) {
      const columns = database
        .all<{ name: string; type: string; notnull: number; pk: number }>(
          'SELECT name, type, "notnull", pk FROM pragma_table_info(:table) ORDER BY cid',
          { table },
        )
        .map(({ notnull, ...rest }) => ({ ...rest, isRequired: notnull === 1 || rest.pk > 0 }));
      const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk);
      const hasRowid = database.get(
        "SELECT 1 FROM pragma_table_list WHERE schema = 'main' AND name = :table AND wr = 0",
        { table },
      );
      const number = hasRowid !== undefined && key.length === 1 && key[0]?.type === 'INTEGER' ? key[0].name : null;
      // A table without row numbers is stored in the order of its key.
      const stored = hasRowid === undefined ? [...key, ...columns.filter(({ pk }) => pk === 0)] : columns;
      layouts.set(table, {
        table,
        kind: hasRowid === undefined ? 'index' : 'table',
        isIndex: false,
        columns: stored.map((column) => (column.name === number ? { ...column, isRequired: false } : column)),
        number,
      });
      for (const { name } of database.all<{ name: string }>('SELECT name FROM pragma_index_list(:table)', { table })) {
        // -1 stands for the number of the row, -2 for an expression.
        const indexed = database.all<{ cid: number; name: string | null }>(
          'SELECT cid, name FROM pragma_index_xinfo(:name) ORDER BY seqno',
          { name },
        );
        const named = indexed.map((column): Column => {
          const of = columns.find((each) => each.name === (column.cid === -1 ? number : column.name));
          return { name: of?.name ?? '', type: of?.type ?? 'ANY', isRequired: false };
        });
        if (!layouts.has(name))
          layouts.set(name, { table, kind: 'index', isIndex: true, columns: named, number: null });
      }
    }
    return layouts;
  });
}

/** The row by its columns; null when its fields cannot be what the columns hold. */
function valuesOf({ columns, number }: Layout, { rowid, fields }: Stored): Values | null {
  if (fields.length > columns.length) return null;
  const values: Record<string, Field> = {};
  // A column that was added later is missing in older rows, and has its default.
  for (const [index, field] of fields.entries()) {
    const column = columns[index];
    if (column === undefined || !isOfType(column, field)) return null;
    if (column.name !== '') values[column.name] = field;
  }
  if (number !== null && rowid !== null) values[number] = rowid;
  return values;
}

function isOfType({ type, isRequired }: Column, field: Field): boolean {
  if (field === null) return !isRequired;
  switch (type) {
    case 'TEXT':
      return typeof field === 'string';
    case 'INTEGER':
      return typeof field === 'number' || typeof field === 'bigint';
    case 'BLOB':
      return field instanceof Uint8Array;
    default:
      return true;
  }
}

function fits(layout: Layout, rows: readonly Stored[]): boolean {
  return rows.every((row) => row.fields.length === layout.columns.length && valuesOf(layout, row) !== null);
}
