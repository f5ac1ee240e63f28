import type { PersonId } from '../../shared/id.ts';
import type { ListeningPoint, MarkOfPerson } from '../../shared/observations/history.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

interface MarkRow extends Omit<MarkOfPerson, 'trouble' | 'on'> {
  readonly held_on: CalendarDate;
  readonly trouble: number;
}

/**
 * Every mark of a person outside the bin, the oldest conversation first. Day and channel are read from an index of their
 * own: beside the notes they would cost a page each.
 */
export function listMarks(database: Database, personId: PersonId): readonly MarkOfPerson[] {
  return database
    .all<MarkRow>(
      `SELECT conversation.key AS conversation, conversation.held_on, conversation.channel, moment.key AS moment,
         moment.about, observation.cue, observation.mark,
         EXISTS (SELECT 1 FROM circumstance
           WHERE circumstance.conversation_key = conversation.key AND circumstance.name = 'technical_trouble') AS trouble
       FROM observation JOIN moment ON moment.key = observation.moment_key
         JOIN conversation INDEXED BY conversation_channel ON conversation.key = moment.conversation_key
       WHERE observation.person_id = :personId AND conversation.deleted_at IS NULL
       ORDER BY conversation.key, moment.position`,
      { personId },
    )
    .map(({ held_on: on, trouble, ...row }) => ({ ...row, on, trouble: trouble === 1 }));
}

/** What was noticed of the user's own listening with a person, the oldest first. */
export function listListening(database: Database, personId: PersonId): readonly ListeningPoint[] {
  return database.all<ListeningPoint>(
    `SELECT conversation.id AS conversationId, conversation.held_on AS "on", conversation.channel,
       listening.talk_share AS talkShare, listening.longest_stretch AS longestStretch,
       CASE WHEN listening.open_questions IS NOT NULL OR listening.follow_up_questions IS NOT NULL
         THEN coalesce(listening.open_questions, 0) + coalesce(listening.follow_up_questions, 0) END AS questions,
       CASE WHEN listening.said_back_simple IS NOT NULL OR listening.said_back_meaning IS NOT NULL
         THEN coalesce(listening.said_back_simple, 0) + coalesce(listening.said_back_meaning, 0) END AS saidBack
     FROM conversation_person JOIN listening ON listening.conversation_key = conversation_person.conversation_key
       JOIN conversation ON conversation.key = listening.conversation_key
     WHERE conversation_person.person_id = :personId AND conversation.deleted_at IS NULL
     ORDER BY conversation.key`,
    { personId },
  );
}
