import { AppError } from '../../shared/errors.ts';
import type { ConversationId, MomentId, PersonId } from '../../shared/id.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import type { Confidence, Guess, GuessCount, Hindsight } from '../../shared/observations/guess.ts';
import { CHANNEL_GROUPS, channelGroupOf, type Usual } from '../../shared/observations/usual.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

const GUESSES = 50;

const MARKS = `
  FROM observation JOIN moment ON moment.key = observation.moment_key
    JOIN conversation ON conversation.key = moment.conversation_key
  WHERE observation.person_id = :personId AND conversation.deleted_at IS NULL
    AND (:except IS NULL OR conversation.id <> :except)`;

/**
 * How often each cue of a person was marked below and above their usual, counted in conversations, by channels. A
 * conversation counts once for a cue, as it does in `spreadsOf`. One conversation may be left out.
 */
export function listUsual(
  database: Database,
  personId: PersonId,
  except: ConversationId | null = null,
): readonly Usual[] {
  const marked = database.all<{ channel: Channel; marked: number }>(
    `SELECT conversation.channel AS channel, count(DISTINCT conversation.key) AS marked ${MARKS}
     GROUP BY conversation.channel`,
    { personId, except },
  );
  const counts = database.all<{ channel: Channel; cue: string; lower: number; higher: number }>(
    `SELECT channel, cue, count(*) FILTER (WHERE mark < 0) AS lower, count(*) FILTER (WHERE mark > 0) AS higher
     FROM (SELECT conversation.channel AS channel, observation.cue AS cue, observation.mark AS mark,
             max(abs(observation.mark) * 1000000 - moment.position) ${MARKS}
           GROUP BY conversation.key, observation.cue)
     GROUP BY channel, cue ORDER BY channel, cue`,
    { personId, except },
  );
  // A conversation has one channel, so the counts of a group's channels add up.
  return CHANNEL_GROUPS.map((channels) => {
    const cues = new Map<string, { cue: string; lower: number; higher: number }>();
    for (const { channel, cue, lower, higher } of counts) {
      if (channelGroupOf(channel) !== channels || lower + higher === 0) continue;
      const before = cues.get(cue) ?? { cue, lower: 0, higher: 0 };
      cues.set(cue, { cue, lower: before.lower + lower, higher: before.higher + higher });
    }
    const ofGroup = marked.filter(({ channel }) => channelGroupOf(channel) === channels);
    return { channels, marked: ofGroup.reduce((sum, each) => sum + each.marked, 0), cues: [...cues.values()] };
  })
    .filter((usual) => usual.marked > 0)
    .sort((a, b) => b.marked - a.marked);
}

interface GuessRow {
  readonly id: MomentId;
  readonly conversation_id: ConversationId;
  readonly people: string;
  readonly held_on: CalendarDate;
  readonly about: string;
  readonly seen_or_heard: string;
  readonly may_mean: string;
  readonly may_mean_on: CalendarDate;
  readonly confidence: Confidence | null;
  readonly other_explanations: string;
}

// What they said themselves is no guess; and about people who are all in the bin nothing is asked.
const WAITING = `
  FROM moment JOIN conversation ON conversation.key = moment.conversation_key
  WHERE moment.may_mean_on <= :by AND moment.hindsight IS NULL AND moment.confidence IS NOT 'told'
    AND conversation.deleted_at IS NULL
    AND EXISTS (SELECT 1 FROM conversation_person AS part JOIN person ON person.id = part.person_id
      WHERE part.conversation_key = moment.conversation_key AND person.deleted_at IS NULL)`;

/** Guesses made until a day that were not looked back on, the oldest first. */
export function listGuesses(database: Database, by: CalendarDate): readonly Guess[] {
  return database
    .all<GuessRow>(
      `SELECT moment.id, conversation.id AS conversation_id, conversation.held_on, moment.about, moment.seen_or_heard,
         moment.may_mean, moment.may_mean_on, moment.confidence, moment.other_explanations,
         (SELECT json_group_array(name) FROM (SELECT person.name AS name
           FROM conversation_person AS part JOIN person ON person.id = part.person_id
           WHERE part.conversation_key = moment.conversation_key AND person.deleted_at IS NULL
           ORDER BY part.position)) AS people
       ${WAITING} ORDER BY moment.may_mean_on, moment.key LIMIT ${GUESSES}`,
      { by },
    )
    .map((row) => ({
      momentId: row.id,
      conversationId: row.conversation_id,
      // SQLite wrote this JSON in the statement above.
      people: JSON.parse(row.people) as string[],
      on: row.held_on,
      about: row.about,
      seenOrHeard: row.seen_or_heard,
      mayMean: row.may_mean,
      mayMeanOn: row.may_mean_on,
      confidence: row.confidence,
      otherExplanations: row.other_explanations,
    }));
}

/** How many guesses made until a day were not looked back on. */
export function countGuesses(database: Database, by: CalendarDate): number {
  return database.get<{ waiting: number }>(`SELECT count(*) AS waiting ${WAITING}`, { by })?.waiting ?? 0;
}

/** How guesses turned out, by how sure the user was of them. */
export function countHeld(database: Database): readonly GuessCount[] {
  return database.all<GuessCount>(
    `SELECT moment.confidence AS confidence,
       count(*) FILTER (WHERE moment.hindsight = 'yes') AS yes,
       count(*) FILTER (WHERE moment.hindsight = 'partly') AS partly,
       count(*) FILTER (WHERE moment.hindsight = 'no') AS no,
       count(*) FILTER (WHERE moment.hindsight = 'cannot_tell') AS cannotTell
     FROM moment JOIN conversation ON conversation.key = moment.conversation_key
     WHERE moment.hindsight IS NOT NULL AND conversation.deleted_at IS NULL
     GROUP BY moment.confidence ORDER BY moment.confidence`,
  );
}

/** Keeps how a guess turned out. Errors: `not_found`, also when the moment has no guess. */
export function updateHindsight(database: Database, id: MomentId, answer: Hindsight): void {
  const changed = database.run('UPDATE moment SET hindsight = :answer WHERE id = :id AND may_mean_on IS NOT NULL', {
    id,
    answer,
  });
  if (changed === 0) throw new AppError('not_found', { model: 'moment' });
}
