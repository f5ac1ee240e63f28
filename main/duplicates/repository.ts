import type { MergeLosses, MergeSide } from '../../shared/duplicates/contract.ts';
import type { PersonId } from '../../shared/id.ts';
import type { Database } from '../database/driver.ts';
import { getPerson, listNames } from '../people/repository.ts';
import { isTooLong, listNotesTogether } from './merge.ts';

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

/** What would not be there any more, or stands in the way, when the other became one with the first. */
export function lossesOf(database: Database, id: PersonId, otherId: PersonId): MergeLosses {
  const between = database.all<{ note: string }>(
    `SELECT note FROM relation WHERE deleted_at IS NULL AND note <> ''
        AND ((person_id = :id AND other_id = :otherId) OR (person_id = :otherId AND other_id = :id)) ORDER BY key`,
    { id, otherId },
  );
  const marks = database.get<{ count: number }>(
    `SELECT count(*) AS count FROM observation AS gone JOIN observation AS own
         ON own.moment_key = gone.moment_key AND own.person_id = :id AND own.cue = gone.cue AND own.mark <> gone.mark
      WHERE gone.person_id = :otherId`,
    { id, otherId },
  );
  const thirds = listNotesTogether(database, id, otherId).filter(({ note }) => isTooLong(note));
  const names = listNames(
    database,
    thirds.map(({ third }) => third),
  );
  return {
    notes: between.map(({ note }) => note),
    marks: marks?.count ?? 0,
    tooLong: [...new Set(names.values())],
  };
}
