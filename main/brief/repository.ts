import type { ConversationId, PersonId } from '../../shared/id.ts';
import type { Database } from '../database/driver.ts';

/** The last conversations with a person, newest first. */
export function listLastConversations(
  database: Database,
  personId: PersonId,
  limit: number,
): readonly ConversationId[] {
  return database
    .all<{ id: ConversationId }>(
      `SELECT conversation.id
       FROM conversation_person JOIN conversation ON conversation.key = conversation_person.conversation_key
       WHERE conversation_person.person_id = :personId AND conversation.deleted_at IS NULL
       ORDER BY conversation_person.conversation_key DESC LIMIT :limit`,
      { personId, limit },
    )
    .map(({ id }) => id);
}
