import type { ConversationInput, Listening, Moment } from '../../shared/conversations/conversation.ts';
import { type Recurrence, toRRule } from '../../shared/follow-ups/recurrence-rule.ts';
import type {
  ConversationId,
  DraftId,
  FollowUpId,
  MomentId,
  OrganisationId,
  PersonId,
  PromiseId,
  RelationId,
} from '../../shared/id.ts';
import type { Cadence, PersonFields } from '../../shared/people/person.ts';
import type { RelationKind } from '../../shared/relations/relation.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/*
 * Writes finished rows. The repositories look up what a user's act needs to know first (a free key, the spelling of a
 * tag, whom to refuse); a generator knows all of it already, and writes a hundred thousand times.
 */

export interface OrganisationRow {
  readonly id: OrganisationId;
  readonly name: string;
  readonly about: string;
  readonly at: Instant;
}

export interface PersonRow extends Omit<PersonFields, 'cadence' | 'cadencePausedUntil'> {
  readonly id: PersonId;
  readonly cadence: Cadence | null;
  readonly at: Instant;
  readonly archivedAt: Instant | null;
}

type ConversationFields = Pick<
  ConversationInput,
  | 'personIds'
  | 'title'
  | 'notes'
  | 'wouldHelp'
  | 'on'
  | 'at'
  | 'zone'
  | 'minutes'
  | 'channel'
  | 'tags'
  | 'circumstances'
>;

export interface ConversationRow extends ConversationFields {
  readonly id: ConversationId;
  readonly key: number;
  readonly listening: Listening | null;
  readonly moments: readonly MomentRow[];
  /** When it was written down. */
  readonly writtenAt: Instant;
}

export interface MomentRow extends Moment {
  readonly id: MomentId;
}

export interface PromiseRow {
  readonly id: PromiseId;
  readonly personId: PersonId;
  readonly conversationId: ConversationId | null;
  readonly givenBy: 'me' | 'them';
  readonly words: string;
  readonly dueOn: CalendarDate | null;
  readonly keptOn: CalendarDate | null;
  readonly letGoOn: CalendarDate | null;
  readonly at: Instant;
}

export interface FollowUpRow {
  readonly id: FollowUpId;
  readonly personId: PersonId | null;
  readonly conversationId: ConversationId | null;
  readonly words: string;
  readonly dueOn: CalendarDate;
  readonly dueTime: LocalTime | null;
  readonly zone: Zone;
  readonly snoozedFrom: CalendarDate | null;
  readonly doneAt: Instant | null;
  readonly at: Instant;
  /** How it comes back; left out, it is for once. */
  readonly recurrence?: Recurrence;
}

export interface DraftRow {
  readonly id: DraftId;
  readonly conversationId: ConversationId | null;
  readonly personId: PersonId | null;
  readonly beginning: string;
  readonly body: string;
  readonly at: Instant;
}

export interface RelationRow {
  readonly id: RelationId;
  readonly personId: PersonId;
  readonly otherId: PersonId;
  readonly kind: RelationKind;
  readonly words: string;
  readonly note: string;
  readonly at: Instant;
}

export function writeOrganisation(database: Database, row: OrganisationRow): void {
  database.run(
    'INSERT INTO organisation (id, name, about, created_at, updated_at) VALUES (:id, :name, :about, :at, :at)',
    { ...row },
  );
}

export function writePerson(database: Database, row: PersonRow): void {
  const { contacts, tags, dates, cadence, ...columns } = row;
  database.run(
    `INSERT INTO person (id, name, pronunciation, kind, role, organisation_id, situation, remember, aim, sensitive, how_met,
       introduced_by_id, cadence_count, cadence_unit, created_at, updated_at, archived_at)
     VALUES (:id, :name, :pronunciation, :kind, :role, :organisationId, :situation, :remember, :aim, :sensitive, :howMet,
       :introducedById, :cadenceCount, :cadenceUnit, :at, :at, :archivedAt)`,
    { ...columns, cadenceCount: cadence?.count ?? null, cadenceUnit: cadence?.unit ?? null },
  );
  for (const [position, { kind, label, value }] of contacts.entries()) {
    database.run(
      'INSERT INTO contact (person_id, position, kind, label, value) VALUES (:id, :position, :kind, :label, :value)',
      { id: row.id, position, kind, label, value },
    );
  }
  for (const [position, tag] of tags.entries()) {
    database.run('INSERT INTO person_tag (person_id, tag, position) VALUES (:id, :tag, :position)', {
      id: row.id,
      tag,
      position,
    });
  }
  for (const [position, { label, month, day, year, noticeDays = null }] of dates.entries()) {
    database.run(
      `INSERT INTO important_date (person_id, position, label, month, day, year, notice_days)
       VALUES (:id, :position, :label, :month, :day, :year, :noticeDays)`,
      { id: row.id, position, label, month, day, year, noticeDays },
    );
  }
}

export function writeRelation(database: Database, row: RelationRow): void {
  database.run(
    `INSERT INTO relation (id, person_id, other_id, kind, words, note, created_at, updated_at)
     VALUES (:id, :personId, :otherId, :kind, :words, :note, :at, :at)`,
    { ...row },
  );
}

export function writeConversation(database: Database, row: ConversationRow): void {
  const { id, key, title, notes, wouldHelp, on, at, zone, minutes, channel, writtenAt } = row;
  database.run(
    `INSERT INTO conversation
       (key, id, title, notes, would_help, held_on, held_time, zone, minutes, channel, created_at, updated_at)
     VALUES (:key, :id, :title, :notes, :wouldHelp, :on, :at, :zone, :minutes, :channel, :writtenAt, :writtenAt)`,
    { id, key, title, notes, wouldHelp, on, at, zone, minutes, channel, writtenAt },
  );
  for (const [position, personId] of row.personIds.entries()) {
    database.run(
      'INSERT INTO conversation_person (person_id, conversation_key, position) VALUES (:personId, :key, :position)',
      { personId, key, position },
    );
  }
  for (const [position, tag] of row.tags.entries()) {
    database.run('INSERT INTO conversation_tag (conversation_key, tag, position) VALUES (:key, :tag, :position)', {
      key,
      tag,
      position,
    });
  }
  for (const name of row.circumstances) {
    database.run('INSERT INTO circumstance (conversation_key, name) VALUES (:key, :name)', { key, name });
  }
  if (row.listening !== null) writeListening(database, key, row.listening);
  for (const [position, moment] of row.moments.entries()) writeMoment(database, row, moment, position);
}

function writeListening(database: Database, key: number, listening: Listening): void {
  database.run(
    `INSERT INTO listening (conversation_key, talk_share, longest_stretch, open_questions, follow_up_questions,
       said_back_simple, said_back_meaning, interruptions, silence_after_question, summarised, advice_before_asked,
       their_questions)
     VALUES (:key, :talkShare, :longestStretch, :openQuestions, :followUpQuestions, :saidBackSimple, :saidBackMeaning,
       :interruptions, :silenceAfterQuestion, :summarised, :adviceBeforeAsked, :theirQuestions)`,
    { key, ...listening },
  );
}

function writeMoment(
  database: Database,
  { key, on }: ConversationRow,
  { id, about, seenOrHeard, mayMean, confidence = null, otherExplanations = '', observations }: MomentRow,
  position: number,
): void {
  database.run(
    `INSERT INTO moment
       (id, conversation_key, position, about, seen_or_heard, may_mean, may_mean_on, confidence, other_explanations)
     VALUES (:id, :key, :position, :about, :seenOrHeard, :mayMean, :mayMeanOn, :confidence, :otherExplanations)`,
    {
      id,
      key,
      position,
      about,
      seenOrHeard,
      mayMean,
      mayMeanOn: mayMean === '' ? null : on,
      confidence,
      otherExplanations,
    },
  );
  for (const { personId, cue, mark } of observations) {
    database.run(
      `INSERT INTO observation (moment_key, person_id, cue, mark)
       VALUES ((SELECT key FROM moment WHERE id = :id), :personId, :cue, :mark)`,
      { id, personId, cue, mark },
    );
  }
}

export function writePromise(database: Database, row: PromiseRow): void {
  database.run(
    `INSERT INTO promise (id, person_id, conversation_id, given_by, words, due_on, kept_on, let_go_on, created_at, updated_at)
     VALUES (:id, :personId, :conversationId, :givenBy, :words, :dueOn, :keptOn, :letGoOn, :at, :at)`,
    { ...row },
  );
}

export function writeFollowUp(database: Database, { recurrence, ...row }: FollowUpRow): void {
  database.run(
    `INSERT INTO follow_up (id, person_id, conversation_id, words, due_on, due_time, zone, snoozed_from, rrule,
       recurs_after, anchor_on, done_at, created_at, updated_at)
     VALUES (:id, :personId, :conversationId, :words, :dueOn, :dueTime, :zone, :snoozedFrom, :rrule, :recursAfter,
       :anchorOn, :doneAt, :at, :at)`,
    { ...row, ...seriesColumns(recurrence, row.dueOn) },
  );
}

/** A series begins on its due day. */
function seriesColumns(recurrence: FollowUpRow['recurrence'], dueOn: CalendarDate) {
  if (recurrence === undefined) return { rrule: null, recursAfter: null, anchorOn: null };
  return { rrule: toRRule(recurrence), recursAfter: recurrence.after, anchorOn: dueOn };
}

export function writeDraft(database: Database, row: DraftRow): void {
  database.run(
    `INSERT INTO draft (id, conversation_id, person_id, beginning, body, created_at, updated_at)
     VALUES (:id, :conversationId, :personId, :beginning, :body, :at, :at)`,
    { ...row },
  );
}
