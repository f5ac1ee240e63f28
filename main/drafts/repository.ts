import type { Draft, DraftSummary, KeptDraft } from '../../shared/drafts/draft.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId, DraftId, Id, PersonId } from '../../shared/id.ts';
import type { Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

const OPEN = 'saved_at IS NULL AND deleted_at IS NULL';

const COLUMNS = `id, conversation_id AS conversationId, person_id AS personId, body, created_at AS createdAt,
  updated_at AS updatedAt`;

/** What an editor gives to be kept. */
export interface DraftFields {
  readonly personId: PersonId | null;
  readonly beginning: string;
  readonly body: string;
}

/** Unfinished conversations, the one touched last first. */
export function listDrafts(database: Database): readonly DraftSummary[] {
  return database.all<DraftSummary>(
    `SELECT draft.id, draft.conversation_id AS conversationId, draft.person_id AS personId,
       person.name AS personName, draft.beginning, draft.updated_at AS updatedAt
     FROM draft LEFT JOIN person ON person.id = draft.person_id
     WHERE draft.saved_at IS NULL AND draft.deleted_at IS NULL
     ORDER BY draft.updated_at DESC, draft.id DESC`,
  );
}

/** An unfinished draft. Errors: `not_found`, also when it was saved or discarded. */
export function getDraft(database: Database, id: DraftId): Draft {
  const found = database.get<Draft>(`SELECT ${COLUMNS} FROM draft WHERE id = :id AND ${OPEN}`, { id });
  if (found === undefined) throw new AppError('not_found', { model: 'draft' });
  return found;
}

/** The unfinished changes of a saved conversation, the ones touched last. */
export function findDraftOf(database: Database, conversationId: ConversationId): Draft | null {
  return (
    database.get<Draft>(
      `SELECT ${COLUMNS} FROM draft WHERE conversation_id = :conversationId AND ${OPEN}
       ORDER BY updated_at DESC, id DESC LIMIT 1`,
      { conversationId },
    ) ?? null
  );
}

/** A new draft. A conversation or person that was erased meanwhile is left out: the text is kept all the same. */
function insertDraft(
  database: Database,
  draft: DraftFields & { readonly id: DraftId; readonly conversationId: ConversationId | null; readonly now: Instant },
): void {
  const { id, conversationId, personId, beginning, body, now } = draft;
  database.run(
    `INSERT INTO draft (id, conversation_id, person_id, beginning, body, created_at, updated_at)
     VALUES (:id, (SELECT id FROM conversation WHERE id = :conversationId), (SELECT id FROM person WHERE id = :personId),
       :beginning, :body, :now, :now)`,
    { id, conversationId, personId, beginning, body, now },
  );
}

/** Keeps an unfinished draft as it stands now; false when there is none with this id. */
function updateDraft(
  database: Database,
  { id, personId, beginning, body, now }: DraftFields & { readonly id: DraftId; readonly now: Instant },
): boolean {
  const changed = database.run(
    `UPDATE draft SET person_id = (SELECT id FROM person WHERE id = :personId), beginning = :beginning, body = :body,
       updated_at = :now
     WHERE id = :id AND ${OPEN}`,
    { id, personId, beginning, body, now },
  );
  return changed > 0;
}

/**
 * Keeps what an editor holds, and answers under which id. One that was saved or discarded elsewhere does not take more
 * text, and the text must go somewhere: into the draft of the same conversation, or into a new one.
 */
export function keepDraft(
  database: Database,
  { id: known, conversationId, ...fields }: KeptDraft,
  { now, newId }: { readonly now: Instant; readonly newId: <Model extends string>() => Id<Model> },
): DraftId {
  if (known !== null && updateDraft(database, { id: known, ...fields, now })) return known;
  const open = conversationId === null ? null : findDraftOf(database, conversationId);
  if (open !== null) {
    updateDraft(database, { id: open.id, ...fields, now });
    return open.id;
  }
  const id = newId<'draft'>();
  insertDraft(database, { id, conversationId, ...fields, now });
  return id;
}

/** Ends a draft: its conversation is saved. One that ended already stays as it is. */
export function endDraft(database: Database, id: DraftId, at: Instant): void {
  database.run(`UPDATE draft SET saved_at = :at WHERE id = :id AND ${OPEN}`, { id, at });
}

/** To the bin at an instant, or out of it (null). Errors: `not_found`. */
export function updateDraftBinned(database: Database, id: DraftId, at: Instant | null): void {
  const changed = database.run('UPDATE draft SET deleted_at = :at WHERE id = :id AND saved_at IS NULL', { id, at });
  if (changed === 0) throw new AppError('not_found', { model: 'draft' });
}
