import { AppError } from '../../shared/errors.ts';
import type { PersonId, RelationId } from '../../shared/id.ts';
import type { Relation, RelationKind, RelationLink } from '../../shared/relations/relation.ts';
import { roleOf } from '../../shared/relations/rules.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

interface Row {
  readonly id: RelationId | null;
  readonly kind: RelationKind | 'introduction';
  readonly from_other: 0 | 1;
  readonly other_id: PersonId;
  readonly other_name: string;
  readonly other_archived_at: Instant | null;
  readonly words: string;
  readonly note: string;
}

const OTHER = 'other.id AS other_id, other.name AS other_name, other.archived_at AS other_archived_at';

// Both sides of the table and both sides of an introduction, each by its own index.
const LIST = `
  SELECT relation.id, relation.kind, 0 AS from_other, ${OTHER}, relation.words, relation.note
    FROM relation JOIN person AS other ON other.id = relation.other_id
   WHERE relation.person_id = :id AND relation.deleted_at IS NULL AND other.deleted_at IS NULL
  UNION ALL
  SELECT relation.id, relation.kind, 1, ${OTHER}, relation.words, relation.note
    FROM relation JOIN person AS other ON other.id = relation.person_id
   WHERE relation.other_id = :id AND relation.deleted_at IS NULL AND other.deleted_at IS NULL
  UNION ALL
  SELECT NULL, 'introduction', 0, ${OTHER}, '', ''
    FROM person JOIN person AS other ON other.id = person.introduced_by_id
   WHERE person.id = :id AND other.deleted_at IS NULL
  UNION ALL
  SELECT NULL, 'introduction', 1, ${OTHER}, '', ''
    FROM person AS other WHERE other.introduced_by_id = :id AND other.deleted_at IS NULL`;

function roleOfRow(kind: RelationKind | 'introduction', isFromOther: boolean): Relation['role'] {
  if (kind === 'introduction') return isFromOther ? 'introduced' : 'introduced_by';
  return roleOf(kind, isFromOther);
}

/** Every relation of a person to somebody who is not in the bin, introductions too. */
export function listRelations(database: Database, id: PersonId): readonly Relation[] {
  return database.all<Row>(LIST, { id }).map((row) => ({
    id: row.id,
    role: roleOfRow(row.kind, row.from_other === 1),
    otherId: row.other_id,
    otherName: row.other_name,
    otherArchived: row.other_archived_at !== null,
    words: row.words,
    note: row.note,
    isFromOther: row.from_other === 1,
  }));
}

interface LinkRow {
  readonly from_id: PersonId;
  readonly from_name: string;
  readonly to_id: PersonId;
  readonly to_name: string;
  readonly kind: RelationKind | 'introduction';
  readonly words: string;
}

/** A relation between two people outside the bin, from the side on which it was written. */
export interface Link extends RelationLink {
  readonly fromName: string;
  readonly toName: string;
}

const ENDS = `one.id AS from_id, one.name AS from_name, two.id AS to_id, two.name AS to_name`;
const BETWEEN = `JOIN person AS one ON one.id = relation.person_id JOIN person AS two ON two.id = relation.other_id`;
const THERE = 'relation.deleted_at IS NULL AND one.deleted_at IS NULL AND two.deleted_at IS NULL';
const WANTED = '(SELECT value FROM json_each(:ids))';

// UNION, not UNION ALL: what lies between two of them is found from both sides.
const LINKS = `
  SELECT ${ENDS}, relation.kind, relation.words FROM relation ${BETWEEN}
   WHERE relation.person_id IN ${WANTED} AND ${THERE}
  UNION
  SELECT ${ENDS}, relation.kind, relation.words FROM relation ${BETWEEN}
   WHERE relation.other_id IN ${WANTED} AND ${THERE}
  UNION
  SELECT ${ENDS}, 'introduction', '' FROM person AS one JOIN person AS two ON two.id = one.introduced_by_id
   WHERE one.id IN ${WANTED} AND one.deleted_at IS NULL AND two.deleted_at IS NULL
  UNION
  SELECT ${ENDS}, 'introduction', '' FROM person AS one JOIN person AS two ON two.id = one.introduced_by_id
   WHERE one.introduced_by_id IN ${WANTED} AND one.deleted_at IS NULL AND two.deleted_at IS NULL`;

/** Every relation that one of these people has with somebody outside the bin, each once. */
export function listLinks(database: Database, ids: readonly PersonId[]): readonly Link[] {
  return database.all<LinkRow>(LINKS, { ids: JSON.stringify(ids) }).map((row) => ({
    from: row.from_id,
    fromName: row.from_name,
    to: row.to_id,
    toName: row.to_name,
    role: roleOfRow(row.kind, false),
    words: row.words,
  }));
}

/** A row as it is kept. */
export interface KeptRelation {
  readonly personId: PersonId;
  readonly otherId: PersonId;
  readonly kind: RelationKind;
  readonly words: string;
}

/** Errors: `not_found`. */
export function getRelation(
  database: Database,
  id: RelationId,
): KeptRelation & { readonly note: string; readonly deletedAt: Instant | null } {
  const row = database.get<KeptRelation & { note: string; deletedAt: Instant | null }>(
    `SELECT person_id AS personId, other_id AS otherId, kind, words, note, deleted_at AS deletedAt
     FROM relation WHERE id = :id`,
    { id },
  );
  if (row === undefined) throw new AppError('not_found', { model: 'relation' });
  return row;
}

const SAME = `FROM relation
   WHERE min(person_id, other_id) = min(:personId, :otherId) AND max(person_id, other_id) = max(:personId, :otherId)
     AND kind = :kind AND words = :words AND deleted_at IS NULL`;

/** The relation of that kind between the two, from whichever side it was written; null when there is none. */
export function findRelation(database: Database, { personId, otherId, kind, words }: KeptRelation): RelationId | null {
  return database.get<{ id: RelationId }>(`SELECT id ${SAME}`, { personId, otherId, kind, words })?.id ?? null;
}

/** The same in the bin, the one that was moved there last. */
export function findBinnedRelation(
  database: Database,
  { personId, otherId, kind, words }: KeptRelation,
): RelationId | null {
  const row = database.get<{ id: RelationId }>(
    `SELECT id FROM relation
     WHERE person_id = :personId AND other_id = :otherId AND kind = :kind AND words = :words AND deleted_at IS NOT NULL
     ORDER BY +deleted_at DESC LIMIT 1`,
    { personId, otherId, kind, words },
  );
  return row?.id ?? null;
}

/** A new relation between two people. */
export function insertRelation(
  database: Database,
  relation: KeptRelation & { readonly id: RelationId; readonly note: string; readonly at: Instant },
): void {
  const { id, personId, otherId, kind, words, note, at } = relation;
  database.run(
    `INSERT INTO relation (id, person_id, other_id, kind, words, note, created_at, updated_at)
     VALUES (:id, :personId, :otherId, :kind, :words, :note, :at, :at)`,
    { id, personId, otherId, kind, words, note, at },
  );
}

/** Writes a relation that exists anew. */
export function updateRelation(
  database: Database,
  id: RelationId,
  relation: KeptRelation & { readonly note: string },
  at: Instant,
): void {
  const { personId, otherId, kind, words, note } = relation;
  database.run(
    `UPDATE relation SET person_id = :personId, other_id = :otherId, kind = :kind, words = :words, note = :note,
       updated_at = :at WHERE id = :id`,
    { id, personId, otherId, kind, words, note, at },
  );
}

/** To the bin at an instant, or out of it (null). The first instant stays: the 30 days run from it. */
export function updateRelationBinned(database: Database, id: RelationId, at: Instant | null): void {
  database.run('UPDATE relation SET deleted_at = :at WHERE id = :id AND (deleted_at IS NULL) <> (:at IS NULL)', {
    id,
    at,
  });
}
