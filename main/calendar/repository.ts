import type { FollowUpId, PersonId, PromiseId } from '../../shared/id.ts';
import type { CalendarDate, Instant, LocalTime, Zone } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

/** An open follow-up as a calendar needs it. The occurrence is where it was before it was snoozed. */
export interface FollowUpRow {
  readonly id: FollowUpId;
  readonly personName: string | null;
  readonly words: string;
  readonly dueOn: CalendarDate;
  readonly dueTime: LocalTime | null;
  readonly zone: Zone;
  readonly occurrenceOn: CalendarDate;
  readonly occurrenceTime: LocalTime | null;
  readonly occurrenceZone: Zone;
  /** Null also when the next one is counted from the day this one is done: no calendar knows that day. */
  readonly rrule: string | null;
  readonly anchorOn: CalendarDate | null;
  readonly updatedAt: Instant;
}

/** Open follow-ups, without those that rest and those of people in the bin. */
export function listFollowUpsToExport(database: Database): readonly FollowUpRow[] {
  return database.all<FollowUpRow>(
    `SELECT follow_up.id, person.name AS personName, follow_up.words, follow_up.due_on AS dueOn,
       follow_up.due_time AS dueTime, follow_up.zone,
       coalesce(follow_up.snoozed_from, follow_up.due_on) AS occurrenceOn,
       CASE WHEN follow_up.snoozed_from_zone IS NULL THEN follow_up.due_time ELSE follow_up.snoozed_from_time END
         AS occurrenceTime,
       coalesce(follow_up.snoozed_from_zone, follow_up.zone) AS occurrenceZone,
       CASE WHEN follow_up.recurs_after = 'calendar' THEN follow_up.rrule END AS rrule,
       follow_up.anchor_on AS anchorOn, follow_up.updated_at AS updatedAt
     FROM follow_up LEFT JOIN person ON person.id = follow_up.person_id
     WHERE follow_up.done_at IS NULL AND follow_up.deleted_at IS NULL AND follow_up.paused_at IS NULL
       AND person.deleted_at IS NULL
     ORDER BY follow_up.due_on, follow_up.key`,
  );
}

export interface PromiseRow {
  readonly id: PromiseId;
  readonly personName: string;
  readonly givenBy: 'me' | 'them';
  readonly words: string;
  readonly dueOn: CalendarDate;
  readonly updatedAt: Instant;
}

/** Open promises with a day, without those of people in the bin. */
export function listPromisesToExport(database: Database): readonly PromiseRow[] {
  return database.all<PromiseRow>(
    `SELECT promise.id, person.name AS personName, promise.given_by AS givenBy, promise.words, promise.due_on AS dueOn,
       promise.updated_at AS updatedAt
     FROM promise JOIN person ON person.id = promise.person_id
     WHERE promise.kept_on IS NULL AND promise.let_go_on IS NULL AND promise.deleted_at IS NULL
       AND promise.due_on IS NOT NULL AND person.deleted_at IS NULL
     ORDER BY promise.due_on, promise.key`,
  );
}

export interface DateRow {
  readonly personId: PersonId;
  readonly personName: string;
  readonly label: string;
  readonly month: number;
  readonly day: number | null;
  readonly year: number | null;
  readonly noticeDays: number | null;
  readonly updatedAt: Instant;
}

/** Important dates of current people. */
export function listDatesToExport(database: Database): readonly DateRow[] {
  return database.all<DateRow>(
    `SELECT person.id AS personId, person.name AS personName, important_date.label, important_date.month,
       important_date.day, important_date.year, important_date.notice_days AS noticeDays, person.updated_at AS updatedAt
     FROM important_date JOIN person ON person.id = important_date.person_id
     WHERE person.deleted_at IS NULL AND person.archived_at IS NULL
     ORDER BY person.id, important_date.position`,
  );
}
