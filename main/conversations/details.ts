import {
  type Conversation,
  type ConversationInput,
  type Listening,
  NOTHING_NOTICED,
  type SavedMoment,
} from '../../shared/conversations/conversation.ts';
import type { MomentId, PersonId } from '../../shared/id.ts';
import type { Confidence, Hindsight } from '../../shared/observations/guess.ts';
import type { Circumstance } from '../../shared/observations/vocabulary.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { settleTags } from '../tags/spellings.ts';

/** What belongs to a conversation beside its own row. */
export type Details = Pick<Conversation, 'people' | 'tags' | 'listening' | 'circumstances' | 'moments'>;

interface MomentRow {
  readonly key: number;
  readonly id: MomentId;
  readonly about: string;
  readonly seen_or_heard: string;
  readonly may_mean: string;
  readonly may_mean_on: CalendarDate | null;
  readonly confidence: Confidence | null;
  readonly other_explanations: string;
  readonly hindsight: Hindsight | null;
}

interface ObservationRow {
  readonly moment_key: number;
  readonly person_id: PersonId;
  readonly cue: string;
  readonly mark: number;
}

const LISTENING = `talk_share AS talkShare, longest_stretch AS longestStretch, open_questions AS openQuestions,
  follow_up_questions AS followUpQuestions, said_back_simple AS saidBackSimple, said_back_meaning AS saidBackMeaning,
  interruptions, silence_after_question AS silenceAfterQuestion, summarised, advice_before_asked AS adviceBeforeAsked,
  their_questions AS theirQuestions`;

const MOMENTS = `SELECT key, id, about, seen_or_heard, may_mean, may_mean_on, confidence, other_explanations, hindsight
  FROM moment WHERE conversation_key = :key ORDER BY position`;

/** People, tags, listening, circumstances and moments of one conversation. */
export function getDetails(database: Database, key: number): Details {
  return {
    people: database.all(
      `SELECT p.id, p.name FROM conversation_person cp JOIN person p ON p.id = cp.person_id
       WHERE cp.conversation_key = :key ORDER BY cp.position`,
      { key },
    ),
    tags: listTagsOf(database, key),
    listening:
      database.get<Listening>(`SELECT ${LISTENING} FROM listening WHERE conversation_key = :key`, { key }) ??
      NOTHING_NOTICED,
    circumstances: listCircumstances(database, key),
    moments: listMoments(database, key),
  };
}

function listTagsOf(database: Database, key: number): readonly string[] {
  return database
    .all<{ tag: string }>('SELECT tag FROM conversation_tag WHERE conversation_key = :key ORDER BY position', { key })
    .map(({ tag }) => tag);
}

function listCircumstances(database: Database, key: number): readonly Circumstance[] {
  return database
    .all<{ name: Circumstance }>('SELECT name FROM circumstance WHERE conversation_key = :key', { key })
    .map(({ name }) => name);
}

function listMoments(database: Database, key: number): readonly SavedMoment[] {
  const observations = database.all<ObservationRow>(
    `SELECT o.moment_key, o.person_id, o.cue, o.mark FROM moment m JOIN observation o ON o.moment_key = m.key
     WHERE m.conversation_key = :key ORDER BY o.person_id, o.cue`,
    { key },
  );
  return database.all<MomentRow>(MOMENTS, { key }).map((row) => ({
    id: row.id,
    about: row.about,
    seenOrHeard: row.seen_or_heard,
    mayMean: row.may_mean,
    mayMeanOn: row.may_mean_on,
    confidence: row.confidence,
    otherExplanations: row.other_explanations,
    observations: observations
      .filter(({ moment_key }) => moment_key === row.key)
      .map(({ person_id, cue, mark }) => ({ personId: person_id, cue, mark })),
  }));
}

/** Puts people in the order given; who stays keeps their row. */
export function updatePeople(database: Database, key: number, personIds: readonly PersonId[]): void {
  database.run(
    `DELETE FROM conversation_person WHERE conversation_key = :key
       AND person_id NOT IN (SELECT value FROM json_each(:ids))`,
    { key, ids: JSON.stringify(personIds) },
  );
  for (const [position, personId] of personIds.entries()) {
    database.run(
      `INSERT INTO conversation_person (person_id, conversation_key, position) VALUES (:personId, :key, :position)
       ON CONFLICT (person_id, conversation_key) DO UPDATE SET position = excluded.position
         WHERE position <> excluded.position`,
      { personId, key, position },
    );
  }
}

/** Sets the tags, in the spelling that is in use elsewhere. */
export function updateTags(database: Database, key: number, tags: readonly string[]): void {
  const present = listTagsOf(database, key);
  if (present.length === tags.length && present.every((tag, position) => tag === tags[position])) return;
  // The conversation's own come out of the way first: whoever alone uses a tag may spell it anew.
  database.run('DELETE FROM conversation_tag WHERE conversation_key = :key', { key });
  for (const [position, tag] of settleTags(database, tags).entries()) {
    database.run('INSERT INTO conversation_tag (conversation_key, tag, position) VALUES (:key, :tag, :position)', {
      key,
      tag,
      position,
    });
  }
}

/** Keeps a row only when something was noticed: "not noticed" is no value. */
export function updateListening(database: Database, key: number, listening: Listening): void {
  if (Object.values(listening).every((value) => value === null)) {
    database.run('DELETE FROM listening WHERE conversation_key = :key', { key });
    return;
  }
  database.run(
    `INSERT INTO listening (conversation_key, talk_share, longest_stretch, open_questions, follow_up_questions,
       said_back_simple, said_back_meaning, interruptions, silence_after_question, summarised, advice_before_asked,
       their_questions)
     VALUES (:key, :talkShare, :longestStretch, :openQuestions, :followUpQuestions, :saidBackSimple, :saidBackMeaning,
       :interruptions, :silenceAfterQuestion, :summarised, :adviceBeforeAsked, :theirQuestions)
     ON CONFLICT (conversation_key) DO UPDATE SET talk_share = excluded.talk_share,
       longest_stretch = excluded.longest_stretch, open_questions = excluded.open_questions,
       follow_up_questions = excluded.follow_up_questions, said_back_simple = excluded.said_back_simple,
       said_back_meaning = excluded.said_back_meaning, interruptions = excluded.interruptions,
       silence_after_question = excluded.silence_after_question, summarised = excluded.summarised,
       advice_before_asked = excluded.advice_before_asked, their_questions = excluded.their_questions`,
    { key, ...listening },
  );
}

/** Writes the circumstances of a conversation in place of those it had. */
export function updateCircumstances(database: Database, key: number, circumstances: readonly Circumstance[]): void {
  const names = JSON.stringify(circumstances);
  database.run(
    'DELETE FROM circumstance WHERE conversation_key = :key AND name NOT IN (SELECT value FROM json_each(:names))',
    { key, names },
  );
  database.run(
    'INSERT OR IGNORE INTO circumstance (conversation_key, name) SELECT :key, value FROM json_each(:names)',
    { key, names },
  );
}

/**
 * Sets the moments in the order given and answers with their ids. A guess is dated when it is first given or changed; a
 * changed one is a new one, on which nobody has looked back yet.
 */
export function updateMoments(
  database: Database,
  key: number,
  moments: ConversationInput['moments'],
  { today, newId }: { readonly today: CalendarDate; readonly newId: () => MomentId },
): readonly MomentId[] {
  const present = new Map(database.all<MomentRow>(MOMENTS, { key }).map((row) => [row.id, row]));
  const ids = moments.map(({ id }) => (id !== null && present.has(id) ? id : newId()));
  for (const [id, row] of present) {
    if (!ids.includes(id)) database.run('DELETE FROM moment WHERE key = :key', { key: row.key });
  }
  for (const [position, moment] of moments.entries()) {
    const { about, seenOrHeard, mayMean, confidence = null, otherExplanations = '', observations } = moment;
    // There is one id for each moment.
    const id = ids[position] as MomentId;
    const before = present.get(id);
    const isSameGuess = mayMean === before?.may_mean;
    const mayMeanOn = mayMean === '' ? null : isSameGuess ? before.may_mean_on : today;
    const hindsight = isSameGuess ? before.hindsight : null;
    database.run(
      `INSERT INTO moment (id, conversation_key, position, about, seen_or_heard, may_mean, may_mean_on, confidence,
         other_explanations, hindsight)
       VALUES (:id, :key, :position, :about, :seenOrHeard, :mayMean, :mayMeanOn, :confidence, :otherExplanations,
         :hindsight)
       ON CONFLICT (id) DO UPDATE SET position = excluded.position, about = excluded.about,
         seen_or_heard = excluded.seen_or_heard, may_mean = excluded.may_mean, may_mean_on = excluded.may_mean_on,
         confidence = excluded.confidence, other_explanations = excluded.other_explanations,
         hindsight = excluded.hindsight`,
      { id, key, position, about, seenOrHeard, mayMean, mayMeanOn, confidence, otherExplanations, hindsight },
    );
    updateObservations(database, id, observations);
  }
  return ids;
}

function updateObservations(
  database: Database,
  momentId: MomentId,
  observations: ConversationInput['moments'][number]['observations'],
): void {
  const given = { momentId, observations: JSON.stringify(observations) };
  database.run(
    `DELETE FROM observation WHERE moment_key = (SELECT key FROM moment WHERE id = :momentId)
       AND (person_id, cue) NOT IN (
         SELECT value ->> 'personId', value ->> 'cue' FROM json_each(:observations))`,
    given,
  );
  database.run(
    `INSERT INTO observation (moment_key, person_id, cue, mark)
     SELECT (SELECT key FROM moment WHERE id = :momentId), value ->> 'personId', value ->> 'cue', value ->> 'mark'
       FROM json_each(:observations) WHERE true
     ON CONFLICT (moment_key, person_id, cue) DO UPDATE SET mark = excluded.mark WHERE mark <> excluded.mark`,
    given,
  );
}
