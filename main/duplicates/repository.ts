import type { MergeSide } from '../../shared/duplicates/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import type { Database } from '../database/driver.ts';
import { getPerson } from '../people/repository.ts';

const NEWEST = 3;

/** A person with how much is theirs, and their newest conversations. Errors: `not_found`. */
export function sideOf(database: Database, id: PersonId): MergeSide {
  const person = getPerson(database, id);
  const counts = database.get<Omit<MergeSide, 'person' | 'newest'>>(
    `SELECT
       (SELECT count(*) FROM conversation_person WHERE person_id = :id) AS conversations,
       (SELECT count(*) FROM promise WHERE person_id = :id) AS promises,
       (SELECT count(*) FROM follow_up WHERE person_id = :id) AS followUps,
       (SELECT count(*) FROM observation WHERE person_id = :id) AS marks`,
    { id },
  );
  const newest = database.all<MergeSide['newest'][number]>(
    `SELECT conversation.title, conversation.held_on AS "on", conversation.channel
       FROM conversation_person JOIN conversation ON conversation.key = conversation_person.conversation_key
      WHERE conversation_person.person_id = :id AND conversation.deleted_at IS NULL
      ORDER BY conversation_person.conversation_key DESC LIMIT :limit`,
    { id, limit: NEWEST },
  );
  if (counts === undefined) throw new Error('A count always has a row.');
  return { person, ...counts, newest };
}
