import { AppError } from '../../shared/errors.ts';
import type { PersonId } from '../../shared/id.ts';
import type { PersonFields } from '../../shared/people/person.ts';
import { TEXT_LIMITS } from '../../shared/text.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { updatePerson } from '../people/repository.ts';

/**
 * What becomes of each reference to a person when two are made one: `moved` rows go over as they are, and what would then
 * be there twice, or be about somebody and themselves, goes; `written` ones are replaced by the fields that were chosen;
 * `own` have a way of their own below. A reference that is not named here is moved, too, but a test asks for a decision.
 */
export const REFERENCES: Readonly<Record<string, 'moved' | 'written' | 'own'>> = {
  'contact.person_id': 'written',
  'conversation_person.person_id': 'moved',
  'draft.person_id': 'moved',
  'follow_up.person_id': 'moved',
  'important_date.person_id': 'written',
  'observation.person_id': 'moved',
  'person.introduced_by_id': 'own',
  'person_tag.person_id': 'written',
  'promise.person_id': 'moved',
  'question.person_id': 'moved',
  'relation.other_id': 'moved',
  'relation.person_id': 'moved',
  'two_people.other_id': 'own',
  'two_people.person_id': 'own',
};

/** Every column that refers to a person, by the schema of the journal itself: `promise.person_id`. */
export function referencesToPeople(database: Database): readonly string[] {
  return database
    .all<{ reference: string }>(
      `SELECT DISTINCT tables.name || '.' || keys."from" AS reference
         FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
        WHERE tables.type = 'table' AND keys."table" = 'person' ORDER BY reference`,
    )
    .map(({ reference }) => reference);
}

export interface Merge {
  /** Who stays. */
  readonly id: PersonId;
  /** Who is gone afterwards. */
  readonly otherId: PersonId;
  readonly fields: PersonFields;
  readonly at: Instant;
}

/** Makes two people one. Runs in the caller's transaction. Errors: `not_found`, `rule_violated`. */
export function mergePeople(database: Database, { id, otherId, fields, at }: Merge): void {
  if (id === otherId) throw new AppError('rule_violated', { rule: 'same_person' });
  for (const each of [id, otherId]) {
    const found = database.get('SELECT 1 FROM person WHERE id = :each AND deleted_at IS NULL', { each });
    if (found === undefined) throw new AppError('not_found', { model: 'person' });
  }
  if (fields.introducedById === id || fields.introducedById === otherId) {
    throw new AppError('rule_violated', { rule: 'introduced_by_themselves' });
  }
  keepNotes(database, id, otherId);
  removeSameQuestions(database, id, otherId);
  for (const reference of referencesToPeople(database)) {
    const [table = '', column = ''] = reference.split('.');
    const what = REFERENCES[reference] ?? 'moved';
    if (what === 'moved') move(database, table, column, { id, otherId });
    else if (what === 'written') database.run(`DELETE FROM ${table} WHERE ${column} = :otherId`, { otherId });
  }
  moveIntroductions(database, id, otherId);
  movePairs(database, id, otherId);
  moveInDrafts(database, id, otherId);
  const begun = database.get<{ created_at: Instant }>(
    'SELECT min(created_at) AS created_at FROM person WHERE id IN (:id, :otherId)',
    { id, otherId },
  );
  // Who is not archived as either of the two is not archived.
  database.run(
    `UPDATE person SET archived_at = NULL
      WHERE id = :id AND (SELECT archived_at FROM person WHERE id = :otherId) IS NULL`,
    { id, otherId },
  );
  database.run('DELETE FROM person WHERE id = :otherId', { otherId });
  database.run('UPDATE person SET created_at = :begun WHERE id = :id', { id, begun: begun?.created_at ?? at });
  updatePerson(database, id, fields, at);
}

function move(database: Database, table: string, column: string, ids: Pick<Merge, 'id' | 'otherId'>): void {
  database.run(`UPDATE OR IGNORE ${table} SET ${column} = :id WHERE ${column} = :otherId`, { ...ids });
  database.run(`DELETE FROM ${table} WHERE ${column} = :otherId`, { otherId: ids.otherId });
}

/** Both may stand alike to a third: one relation of the two stays, with what was noted about either. */
function keepNotes(database: Database, id: PersonId, otherId: PersonId): void {
  for (const { key, note } of listNotesTogether(database, id, otherId)) {
    if (isTooLong(note)) throw new AppError('rule_violated', { rule: 'notes_too_long' });
    database.run('UPDATE relation SET note = :note WHERE key = :key', { key, note });
  }
}

/** How long a note may be, of which nothing is ever cut away. */
export function isTooLong(note: string): boolean {
  return note.length > TEXT_LIMITS.passage;
}

/** Relations in which both stand alike to a third, with what was noted about either, where that differs. */
export function listNotesTogether(
  database: Database,
  id: PersonId,
  otherId: PersonId,
): readonly { readonly key: number; readonly third: PersonId; readonly note: string }[] {
  return database.all<{ key: number; third: PersonId; note: string }>(
    `SELECT own.key, iif(own.person_id = :id, own.other_id, own.person_id) AS third,
            own.note || iif(own.note = '', '', char(10, 10)) || gone.note AS note
       FROM relation AS gone JOIN relation AS own
         ON iif(own.person_id = :id, own.other_id, own.person_id) = iif(gone.person_id = :otherId, gone.other_id, gone.person_id)
        AND own.kind = gone.kind AND own.words = gone.words AND own.deleted_at IS NULL
      WHERE (gone.person_id = :otherId OR gone.other_id = :otherId) AND (own.person_id = :id OR own.other_id = :id)
        AND gone.deleted_at IS NULL AND gone.note <> '' AND gone.note <> own.note`,
    { id, otherId },
  );
}

/** What both were to be asked, in the notes of one conversation or by itself, waits once. */
function removeSameQuestions(database: Database, id: PersonId, otherId: PersonId): void {
  database.run(
    `DELETE FROM question WHERE person_id = :otherId AND EXISTS (
       SELECT 1 FROM question AS own
        WHERE own.person_id = :id AND lower(own.words) = lower(question.words) AND own.conversation_id IS question.conversation_id
          AND own.asked_on IS question.asked_on AND own.deleted_at IS question.deleted_at)`,
    { id, otherId },
  );
}

function moveIntroductions(database: Database, id: PersonId, otherId: PersonId): void {
  database.run('UPDATE person SET introduced_by_id = NULL WHERE id = :id AND introduced_by_id = :otherId', {
    id,
    otherId,
  });
  database.run('UPDATE person SET introduced_by_id = :id WHERE introduced_by_id = :otherId AND id <> :otherId', {
    id,
    otherId,
  });
}

/** Who was told apart from the one is told apart from the one that stays. */
function movePairs(database: Database, id: PersonId, otherId: PersonId): void {
  const pairs = database.all<{ third: PersonId }>(
    `SELECT iif(person_id = :otherId, other_id, person_id) AS third FROM two_people
      WHERE person_id = :otherId OR other_id = :otherId`,
    { otherId },
  );
  database.run('DELETE FROM two_people WHERE person_id = :otherId OR other_id = :otherId', { otherId });
  for (const { third } of pairs) if (third !== id) keepApart(database, id, third);
}

/** Remembers that two are two. */
export function keepApart(database: Database, one: PersonId, other: PersonId): void {
  database.run('INSERT OR IGNORE INTO two_people (person_id, other_id) VALUES (min(:one, :other), max(:one, :other))', {
    one,
    other,
  });
}

function moveInDrafts(database: Database, id: PersonId, otherId: PersonId): void {
  const drafts = database.all<{ id: string; body: string }>(
    'SELECT id, body FROM draft WHERE instr(body, :otherId) > 0',
    { otherId },
  );
  for (const draft of drafts) {
    database.run('UPDATE draft SET body = :body WHERE id = :draft', {
      draft: draft.id,
      body: renamed(draft.body, id, otherId),
    });
  }
}

/** A draft's text with one person in the other's place, nobody twice in a list. */
function renamed(body: string, id: PersonId, otherId: PersonId): string {
  try {
    return JSON.stringify(withPerson(JSON.parse(body), id, otherId));
  } catch {
    return body.replaceAll(otherId, id);
  }
}

function withPerson(value: unknown, id: PersonId, otherId: PersonId): unknown {
  if (value === otherId) return id;
  if (Array.isArray(value)) {
    const seen = new Set<string>();
    return value
      .map((each) => withPerson(each, id, otherId))
      .filter((each) => {
        const whom = identityOf(each);
        if (whom === null || !whom.startsWith(id)) return true;
        const isNew = !seen.has(whom);
        seen.add(whom);
        return isNew;
      });
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, withPerson(each, id, otherId)]));
}

/** What may be in a list once: a person, and a person's mark on a cue. */
function identityOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (typeof value !== 'object' || value === null || !('personId' in value) || !('cue' in value)) return null;
  return `${String(value.personId)} ${String(value.cue)}`;
}
