import { AppError } from '../../shared/errors.ts';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import type { Series } from '../../shared/follow-ups/recurrence.ts';
import { fromRRule, type Recurrence, toRRule } from '../../shared/follow-ups/recurrence-rule.ts';
import { given } from '../../shared/given.ts';
import type { ConversationId, FollowUpId, PersonId } from '../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/** A follow-up as `COLUMNS` read it. */
export interface Row {
  readonly key: number;
  readonly id: FollowUpId;
  readonly person_id: PersonId | null;
  readonly person_name: string | null;
  readonly conversation_id: ConversationId | null;
  readonly words: string;
  readonly due_on: CalendarDate;
  readonly due_time: LocalTime | null;
  readonly zone: Zone;
  readonly snoozed_from: CalendarDate | null;
  readonly rrule: string | null;
  readonly recurs_after: Recurrence['after'] | null;
  readonly anchor_on: CalendarDate | null;
  readonly paused_at: Instant | null;
  readonly done_at: Instant | null;
  readonly note: string;
  readonly created_at: Instant;
  readonly deleted_at: Instant | null;
}

export const COLUMNS = `follow_up.key, follow_up.id, follow_up.person_id, person.name AS person_name,
  follow_up.conversation_id, follow_up.words, follow_up.due_on, follow_up.due_time, follow_up.zone,
  follow_up.snoozed_from, follow_up.rrule, follow_up.recurs_after, follow_up.anchor_on, follow_up.paused_at,
  follow_up.done_at, follow_up.note, follow_up.created_at, follow_up.deleted_at`;
export const SELECT = `SELECT ${COLUMNS} FROM follow_up LEFT JOIN person ON person.id = follow_up.person_id`;

/**
 * Names a due moment. What was noticed is kept by it: a snooze makes a new moment, which will be noticed again, and
 * taking an edit back leads to a moment that was noticed already.
 */
export const DUE = `(follow_up.due_on || coalesce(' ' || follow_up.due_time || ' ' || follow_up.zone, ''))`;

export const OPEN = 'follow_up.done_at IS NULL AND follow_up.deleted_at IS NULL';

/** The follow-up that a row is. */
export function rowToFollowUp(row: Row): FollowUp {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    conversationId: row.conversation_id,
    words: row.words,
    dueOn: row.due_on,
    dueTime: row.due_time,
    zone: row.zone,
    snoozedFrom: row.snoozed_from,
    // A rule that was not written here is not guessed at.
    recurrence: row.rrule === null ? null : fromRRule(row.rrule, row.recurs_after ?? 'calendar'),
    anchorOn: row.anchor_on,
    pausedAt: row.paused_at,
    doneAt: row.done_at,
    note: row.note,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  };
}

/** Writes down that the present due moment of a follow-up was noticed. */
export function insertNotice(
  database: Database,
  notice: { readonly id: FollowUpId; readonly missed: boolean; readonly at: Instant },
): void {
  database.run(
    `INSERT INTO follow_up_notice (follow_up_id, due, noticed_at, missed)
     SELECT follow_up.id, ${DUE}, :at, :missed FROM follow_up WHERE follow_up.id = :id
     ON CONFLICT (follow_up_id, due) DO NOTHING`,
    { id: notice.id, at: notice.at, missed: notice.missed ? 1 : 0 },
  );
}

/** Nothing counts as missed any more. */
export function updateMissedToSeen(database: Database): void {
  database.run('UPDATE follow_up_notice SET missed = 0 WHERE missed = 1');
}

/** When somebody last looked whether something is due; the zone is null in a journal that nobody has looked into yet. */
export function getLastSeen(database: Database): { readonly at: Instant; readonly zone: Zone | null } {
  const row = database.get<{ last_seen_at: Instant; last_seen_zone: Zone | null }>(
    'SELECT last_seen_at, last_seen_zone FROM journal WHERE id = 1',
  );
  if (row === undefined) throw new AppError('damaged_journal', { row: 'journal' });
  return { at: row.last_seen_at, zone: row.last_seen_zone };
}

/** Writes down when, and in which zone, the app was last there. */
export function updateLastSeen(database: Database, at: Instant, zone: Zone): void {
  database.run('UPDATE journal SET last_seen_at = :at, last_seen_zone = :zone WHERE id = 1', { at, zone });
}

/** The newest open follow-up that a conversation made, if any. */
export function findFollowUpOfConversation(database: Database, conversationId: ConversationId): FollowUp | null {
  const row = database.get<Row>(
    `${SELECT} WHERE follow_up.conversation_id = :conversationId AND ${OPEN} ORDER BY follow_up.key DESC LIMIT 1`,
    { conversationId },
  );
  return row === undefined ? null : rowToFollowUp(row);
}

/** One follow-up, also when done or in the bin. Errors: `not_found`. */
export function getFollowUp(database: Database, id: FollowUpId): FollowUp {
  const row = database.get<Row>(`${SELECT} WHERE follow_up.id = :id`, { id });
  if (row === undefined) throw new AppError('not_found', { model: 'follow-up' });
  return rowToFollowUp(row);
}

/** The day and time of the present occurrence itself, wherever a snooze has moved it. */
export function getOccurrence(
  database: Database,
  id: FollowUpId,
): { readonly on: CalendarDate; readonly time: LocalTime | null; readonly zone: Zone } {
  const row = database.get<{ on: CalendarDate; time: LocalTime | null; zone: Zone }>(
    `SELECT coalesce(snoozed_from, due_on) AS "on",
       CASE WHEN snoozed_from_zone IS NULL THEN due_time ELSE snoozed_from_time END AS time,
       coalesce(snoozed_from_zone, zone) AS zone
     FROM follow_up WHERE id = :id`,
    { id },
  );
  if (row === undefined) throw new AppError('not_found', { model: 'follow-up' });
  return row;
}

/** Keeps the present occurrence of a follow-up as one that is done, under an id of its own. */
export function insertDone(
  database: Database,
  done: { readonly id: FollowUpId; readonly of: FollowUpId; readonly note: string; readonly doneAt: Instant },
): void {
  database.run(
    `INSERT INTO follow_up (id, person_id, conversation_id, words, due_on, due_time, zone, snoozed_from,
       snoozed_from_time, snoozed_from_zone, done_at, note, created_at, updated_at)
     SELECT :id, person_id, conversation_id, words, due_on, due_time, zone, snoozed_from, snoozed_from_time,
       snoozed_from_zone, :doneAt, :note, created_at, :doneAt
     FROM follow_up WHERE follow_up.id = :of`,
    { id: done.id, of: done.of, note: done.note, doneAt: done.doneAt },
  );
}

/** A new follow-up, open. */
export function insertFollowUp(
  database: Database,
  followUp: {
    readonly id: FollowUpId;
    readonly personId: PersonId | null;
    readonly conversationId: ConversationId | null;
    readonly words: string;
    readonly dueOn: CalendarDate;
    readonly dueTime: LocalTime | null;
    readonly zone: Zone;
    readonly createdAt: Instant;
    /** How it comes back; it begins on its due day. */
    readonly recurrence?: Recurrence | null | undefined;
  },
): void {
  database.run(
    `INSERT INTO follow_up (id, person_id, conversation_id, words, due_on, due_time, zone, rrule, recurs_after, anchor_on,
       created_at, updated_at)
     VALUES (:id, :personId, :conversationId, :words, :dueOn, :dueTime, :zone, :rrule, :recursAfter, :anchorOn,
       :createdAt, :createdAt)`,
    {
      ...seriesColumns(followUp.recurrence ?? null, followUp.dueOn),
      id: followUp.id,
      personId: followUp.personId,
      conversationId: followUp.conversationId,
      words: followUp.words,
      dueOn: followUp.dueOn,
      dueTime: followUp.dueTime,
      zone: followUp.zone,
      createdAt: followUp.createdAt,
    },
  );
}

/** What may change about a follow-up. */
export interface FollowUpChange {
  readonly personId?: PersonId | null | undefined;
  readonly words?: string | undefined;
  readonly dueOn?: CalendarDate | undefined;
  readonly dueTime?: LocalTime | null | undefined;
  readonly zone?: Zone | undefined;
  readonly snoozedFrom?: CalendarDate | null | undefined;
  /** The time and zone before the first snooze. */
  readonly snoozedFromTime?: LocalTime | null | undefined;
  readonly snoozedFromZone?: Zone | null | undefined;
  /** How it comes back, and from which day on that is counted. */
  readonly series?: Series | null | undefined;
  readonly pausedAt?: Instant | null | undefined;
  readonly doneAt?: Instant | null | undefined;
  readonly note?: string | undefined;
  readonly deletedAt?: Instant | null | undefined;
}

/** Changes what is given and leaves the rest. Errors: `not_found`. */
export function updateFollowUp(database: Database, id: FollowUpId, change: FollowUpChange, updatedAt: Instant): void {
  const row = database.get<Columns>(
    `SELECT person_id AS personId, words, due_on AS dueOn, due_time AS dueTime, zone, snoozed_from AS snoozedFrom,
       snoozed_from_time AS snoozedFromTime, snoozed_from_zone AS snoozedFromZone, rrule, recurs_after AS recursAfter,
       anchor_on AS anchorOn, paused_at AS pausedAt, done_at AS doneAt, note, deleted_at AS deletedAt
     FROM follow_up WHERE id = :id`,
    { id },
  );
  if (row === undefined) throw new AppError('not_found', { model: 'follow-up' });
  const { series, ...columns } = change;
  database.run(
    `UPDATE follow_up SET person_id = :personId, words = :words, due_on = :dueOn, due_time = :dueTime, zone = :zone,
       snoozed_from = :snoozedFrom, snoozed_from_time = :snoozedFromTime, snoozed_from_zone = :snoozedFromZone,
       rrule = :rrule, recurs_after = :recursAfter, anchor_on = :anchorOn, paused_at = :pausedAt, done_at = :doneAt,
       note = :note, deleted_at = :deletedAt, updated_at = :updatedAt
     WHERE id = :id`,
    {
      ...row,
      ...given(columns),
      ...(series === undefined ? {} : seriesColumns(series?.recurrence ?? null, series?.anchorOn ?? null)),
      id,
      updatedAt,
    },
  );
}

interface SeriesColumns {
  readonly rrule: string | null;
  readonly recursAfter: Recurrence['after'] | null;
  readonly anchorOn: CalendarDate | null;
}

type OwnColumns = Omit<FollowUpChange, 'series'>;
type Columns = SeriesColumns & { readonly [Name in keyof OwnColumns]-?: Exclude<OwnColumns[Name], undefined> };

function seriesColumns(recurrence: Recurrence | null, anchorOn: CalendarDate | null): SeriesColumns {
  return recurrence === null
    ? { rrule: null, recursAfter: null, anchorOn: null }
    : { rrule: toRRule(recurrence), recursAfter: recurrence.after, anchorOn };
}
