import type { BinEntry, BinPlace } from '../../shared/bin/contract.ts';
import { goesOn } from '../../shared/bin/rules.ts';
import type { RelationKind } from '../../shared/relations/relation.ts';
import { roleInWords } from '../../shared/relations/rules.ts';
import type { CalendarDate, Instant, Zone } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { PAGE } from '../database/page.ts';

interface Row {
  readonly kind: BinEntry['kind'];
  readonly id: string;
  readonly name: string;
  readonly people: string;
  readonly held_on: CalendarDate | null;
  readonly deleted_at: Instant;
}

const NOBODY = "'[]'";
const ONE = 'CASE WHEN person.name IS NULL THEN json_array() ELSE json_array(person.name) END';
const EVERYBODY = `(SELECT json_group_array(person.name ORDER BY conversation_person.position)
  FROM conversation_person JOIN person ON person.id = conversation_person.person_id
  WHERE conversation_person.conversation_key = entry.key)`;
const OF_PERSON = 'LEFT JOIN person ON person.id = entry.person_id';

/** One kind of entry: found by the index of its bin, which is small. */
function part(kind: BinEntry['kind'], table: string, name: string, people: string, join = '', on = 'NULL'): string {
  return `SELECT '${kind}' AS kind, entry.id, ${name} AS name, ${people} AS people, ${on} AS held_on, entry.deleted_at
    FROM ${table} AS entry ${join}
    WHERE entry.deleted_at IS NOT NULL AND (:at IS NULL OR (entry.deleted_at, entry.id) < (:at, :id))`;
}

const LIST = `${[
  part('person', 'person', 'entry.name', NOBODY),
  part('organisation', 'organisation', 'entry.name', NOBODY),
  part('conversation', 'conversation', 'entry.title', EVERYBODY, '', 'entry.held_on'),
  part('promise', 'promise', 'entry.words', ONE, OF_PERSON),
  part('follow-up', 'follow_up', 'entry.words', ONE, OF_PERSON),
  part('draft', 'draft', 'entry.beginning', ONE, OF_PERSON),
  part('question', 'question', 'entry.words', ONE, OF_PERSON),
  part(
    'relation',
    'relation',
    "entry.kind || ' ' || entry.words",
    'json_array(person.name, other.name)',
    `${OF_PERSON} LEFT JOIN person AS other ON other.id = entry.other_id`,
  ),
].join(' UNION ALL ')} ORDER BY deleted_at DESC, id DESC LIMIT ${PAGE + 1}`;

/** One page of the bin, what was deleted last first. */
export function listBin(
  database: Database,
  { before, zone }: { readonly before: BinPlace | null; readonly zone: Zone },
): { readonly items: readonly BinEntry[]; readonly next: BinPlace | null } {
  const rows = database.all<Row>(LIST, { at: before?.deletedAt ?? null, id: before?.id ?? null });
  const items = rows.slice(0, PAGE).map(
    (row): BinEntry => ({
      kind: row.kind,
      id: row.id,
      name: row.kind === 'relation' ? relationName(row.name) : row.name,
      // SQLite wrote this JSON in the statement above.
      people: JSON.parse(row.people) as readonly string[],
      on: row.held_on,
      deletedAt: row.deleted_at,
      goesOn: goesOn(row.deleted_at, zone),
    }),
  );
  const last = items.at(-1);
  return {
    items,
    next: rows.length > PAGE && last !== undefined ? { deletedAt: last.deletedAt, id: last.id } : null,
  };
}

/** What a relation is called, from its kind and the user's own words. */
function relationName(kept: string): string {
  const [kind = '', ...words] = kept.split(' ');
  // The table holds kinds only, and each of them is a role.
  return roleInWords(kind as RelationKind, words.join(' '));
}

const YOUNGER = 'deleted_at > :cutoff';

// What belongs to a person goes with them. So a person waits for whatever of theirs was moved to the bin later: it can be
// restored until its own day, and they with it.
const REMOVE: readonly string[] = [
  remove('promise'),
  remove('follow_up'),
  remove('draft'),
  // A draft that ended in a saved conversation is kept for undoing only.
  remove('draft', 'saved_at <= :cutoff'),
  remove('relation'),
  remove('question'),
  remove('conversation'),
  remove(
    'person',
    `deleted_at <= :cutoff
     AND NOT EXISTS (SELECT 1 FROM promise WHERE promise.person_id = person.id AND promise.${YOUNGER})
     AND NOT EXISTS (SELECT 1 FROM follow_up WHERE follow_up.person_id = person.id AND follow_up.${YOUNGER})
     AND NOT EXISTS (SELECT 1 FROM question WHERE question.person_id = person.id AND question.${YOUNGER})
     AND NOT EXISTS (SELECT 1 FROM relation WHERE relation.person_id = person.id AND relation.${YOUNGER})
     AND NOT EXISTS (SELECT 1 FROM relation WHERE relation.other_id = person.id AND relation.${YOUNGER})
     AND NOT EXISTS (SELECT 1 FROM draft WHERE draft.${YOUNGER} AND instr(draft.body, person.id) > 0)
     AND NOT EXISTS (
       SELECT 1 FROM conversation JOIN conversation_person ON conversation_person.conversation_key = conversation.key
        WHERE conversation.${YOUNGER} AND conversation_person.person_id = person.id)`,
  ),
  remove('organisation'),
];

function remove(table: string, condition = 'deleted_at <= :cutoff'): string {
  return `DELETE FROM ${table} WHERE id IN (SELECT id FROM ${table} WHERE ${condition} LIMIT :atMost)`;
}

/** Removes for good what was deleted at the cutoff or before it, and at most so many entries; answers with their number. */
export function removeFromBin(database: Database, cutoff: Instant, atMost: number): number {
  return REMOVE.reduce((count, statement) => count + database.run(statement, { cutoff, atMost: atMost - count }), 0);
}
