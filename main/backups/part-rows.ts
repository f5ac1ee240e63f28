import type { BackupPart } from '../../shared/backups/part.ts';
import { AppError } from '../../shared/errors.ts';
import type { Database, Value } from '../database/driver.ts';
import { type Reference, type Shape, type Shapes, shapesOf } from './shape.ts';

export type Row = Readonly<Record<string, Value>>;

/** One row of a backup that is to be brought back. */
export interface PartRow {
  readonly table: string;
  readonly row: Row;
  /** Only needed by others: it is written when it is missing, and otherwise left as it is. */
  readonly isSupport: boolean;
}

/**
 * Everything that hangs on a person or a conversation, by the references of the schema, so that tables to come are
 * walked too: what is theirs (a tag, a promise, a mark), the conversations they took part in with all that is in them,
 * and what these need (an organisation, a file). What was in the bin stays out. Errors: `not_found`.
 */
export function rowsOfPart(backup: Database, { personId, conversationId }: BackupPart): readonly PartRow[] {
  const shapes = shapesOf(backup);
  const person = rootOf(backup, 'person', personId);
  const collection = new Collection(backup, shapes);
  if (conversationId === null) {
    collection.addRoot('person', person);
  } else {
    collection.addRoot('conversation', rootOf(backup, 'conversation', conversationId));
    collection.addSupport('person', minimal(shapeIn(shapes, 'person'), person));
  }
  return collection.rows();
}

function rootOf(backup: Database, table: 'person' | 'conversation', id: string): Row {
  const row = backup.get<Row>(`SELECT * FROM ${table} WHERE id = :id AND deleted_at IS NULL`, { id });
  if (row === undefined) throw new AppError('not_found', { model: table });
  return row;
}

/** As little as can be written: who it is. */
function minimal({ required }: Shape, row: Row): Row {
  return Object.fromEntries([...new Set([...required, 'key'])].map((name) => [name, row[name] ?? null]));
}

function shapeIn(shapes: Shapes, table: string): Shape {
  const shape = shapes.get(table);
  if (shape === undefined) throw new Error(`There is no table ${table}.`);
  return shape;
}

class Collection {
  readonly #backup: Database;
  readonly #shapes: Shapes;
  readonly #found = new Map<string, PartRow>();

  constructor(backup: Database, shapes: Shapes) {
    this.#backup = backup;
    this.#shapes = shapes;
  }

  /** Those that others refer to come first. */
  rows(): readonly PartRow[] {
    const order = [...this.#shapes.keys()];
    return [...this.#found.values()].sort((one, other) => order.indexOf(one.table) - order.indexOf(other.table));
  }

  addRoot(table: string, row: Row): void {
    this.#add(table, row, false);
    // What names it without being a part of it: a draft with this person, a promise from this conversation. A draft that
    // changes a conversation is no part of what was held.
    for (const [child, reference] of this.#referencesTo(table)) {
      const isOther = child.table !== table && !(table === 'conversation' && child.table === 'draft');
      if (!reference.isOwner && isOther) this.#addMembers(child, reference, row[reference.to] ?? null);
    }
  }

  addSupport(table: string, row: Row): void {
    this.#add(table, row, true);
  }

  #add(table: string, row: Row, isSupport: boolean): void {
    const shape = shapeIn(this.#shapes, table);
    const name = JSON.stringify([table, ...shape.key.map((column) => row[column] ?? null)]);
    const before = this.#found.get(name);
    if (before !== undefined && (isSupport || !before.isSupport)) return;
    this.#found.set(name, { table, row, isSupport });
    if (isSupport && table === 'person') return;
    this.#addNeeded(shape, row);
    if (isSupport) return;
    for (const [child, reference] of this.#referencesTo(table)) {
      if (reference.isOwner) this.#addMembers(child, reference, row[reference.to] ?? null);
    }
    if (table === 'draft') this.#addFilesOfDraft(row);
  }

  #referencesTo(table: string): readonly (readonly [Shape, Reference])[] {
    return [...this.#shapes.values()].flatMap((shape) =>
      shape.references.filter((reference) => reference.table === table).map((reference) => [shape, reference] as const),
    );
  }

  #addMembers(shape: Shape, { from }: Reference, value: Value): void {
    if (value === null) return;
    for (const row of this.#backup.all<Row>(`SELECT * FROM ${shape.table} WHERE ${from} = :value`, { value })) {
      if (isThere(row)) this.#add(shape.table, row, false);
    }
  }

  /** What the row refers to. Other people are not brought back with it, and a promise does not bring its conversation. */
  #addNeeded({ references }: Shape, row: Row): void {
    for (const { from, table, to, isOwner } of references) {
      const value = row[from] ?? null;
      if (value === null || table === 'person' || (table === 'conversation' && !isOwner)) continue;
      const parent = this.#backup.get<Row>(`SELECT * FROM ${table} WHERE ${to} = :value`, { value });
      if (parent !== undefined && isThere(parent)) this.#add(table, parent, !isOwner);
    }
  }

  /** A draft names its files in its text. */
  #addFilesOfDraft({ body = '' }: Row): void {
    const files = this.#backup.all<Row>('SELECT * FROM file WHERE instr(:body, hash) > 0', { body });
    for (const file of files) this.#add('file', file, true);
  }
}

/** Neither in the bin nor a draft that has become a conversation. */
function isThere({ deleted_at: deletedAt = null, saved_at: savedAt = null }: Row): boolean {
  return deletedAt === null && savedAt === null;
}
