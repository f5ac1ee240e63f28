import type { ConversationId, OrganisationId, PersonId } from '../../shared/id.ts';
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

// Day and bin are read from an index of their own: beside the notes, every conversation would cost a page.
const TOGETHER = `
  SELECT conversation.id FROM (
    SELECT part.conversation_key AS key, count(*) AS present
      FROM json_each(:ids) AS wanted JOIN conversation_person AS part ON part.person_id = wanted.value
     GROUP BY part.conversation_key HAVING present >= :present
  ) AS held JOIN conversation INDEXED BY conversation_day ON conversation.key = held.key
  WHERE conversation.deleted_at IS NULL ORDER BY held.key DESC LIMIT :limit`;

/** The last conversations in which so many of some people took part, newest first. */
export function listConversationsTogether(
  database: Database,
  personIds: readonly PersonId[],
  { present, limit }: { readonly present: number; readonly limit: number },
): readonly ConversationId[] {
  const found = database.all<{ id: ConversationId }>(TOGETHER, { ids: JSON.stringify(personIds), present, limit });
  return found.map(({ id }) => id);
}

/** Those of some people who are not in the bin, in the order given. */
export function listPresent(database: Database, personIds: readonly PersonId[]): readonly PersonId[] {
  const found = database.all<{ id: PersonId }>(
    `SELECT person.id FROM json_each(:ids) AS wanted JOIN person ON person.id = wanted.value
     WHERE person.deleted_at IS NULL`,
    { ids: JSON.stringify(personIds) },
  );
  const present = new Set(found.map(({ id }) => id));
  return [...new Set(personIds)].filter((id) => present.has(id));
}

/** The people of an organisation who are neither archived nor in the bin, those spoken with last first. */
export function listPeopleOf(database: Database, organisationId: OrganisationId): readonly PersonId[] {
  return database
    .all<{ id: PersonId }>(
      `SELECT person.id FROM person
       WHERE person.organisation_id = :organisationId AND person.deleted_at IS NULL AND person.archived_at IS NULL
       ORDER BY (SELECT max(conversation_key) FROM conversation_person WHERE person_id = person.id) DESC NULLS LAST,
         person.key`,
      { organisationId },
    )
    .map(({ id }) => id);
}
