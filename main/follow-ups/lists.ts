import type { FollowUpKind } from '../../shared/follow-ups/contract.ts';
import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import type { OrganisationId, PersonId } from '../../shared/id.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { PAGE, type Page, pageOf } from '../database/page.ts';
import { COLUMNS, DUE, OPEN, type Row, rowToFollowUp, SELECT } from './repository.ts';

const DONE = 'follow_up.done_at IS NOT NULL AND follow_up.deleted_at IS NULL';
/** A series that rests is open, and not due. */
const AWAKE = `${OPEN} AND follow_up.paused_at IS NULL`;
const BINNED = 'follow_up.deleted_at IS NOT NULL';
const OF_PERSON = 'follow_up.person_id = :personId';
const OF_EVERYBODY = 'person.deleted_at IS NULL';

// A page starts after the row whose key is `before`: its place in the order is looked up, so that the key suffices.
const AFTER_OPEN = `(:before IS NULL OR (follow_up.due_on, coalesce(follow_up.due_time, ''), follow_up.key) >
  (SELECT due_on, coalesce(due_time, ''), key FROM follow_up WHERE key = :before))`;
const AFTER_DONE = `(:before IS NULL OR (follow_up.done_at, follow_up.key) <
  (SELECT done_at, key FROM follow_up WHERE key = :before))`;
const AFTER_BINNED = `(:before IS NULL OR (follow_up.deleted_at, follow_up.key) <
  (SELECT deleted_at, key FROM follow_up WHERE key = :before))`;
const BY_DUE = "ORDER BY follow_up.due_on, coalesce(follow_up.due_time, ''), follow_up.key";
const OPEN_ORDER = `${BY_DUE} LIMIT ${PAGE + 1}`;
const DONE_ORDER = `ORDER BY follow_up.done_at DESC, follow_up.key DESC LIMIT ${PAGE + 1}`;
const BINNED_ORDER = `ORDER BY follow_up.deleted_at DESC, follow_up.key DESC LIMIT ${PAGE + 1}`;

/** What a filter leaves. The indexes of the search find the names; the parameters are null when they do not matter. */
const FILTER = `(:nameMatch IS NULL
    OR person.key IN (SELECT rowid FROM person_fts WHERE person_fts MATCH :nameMatch)
    OR person.organisation_id IN (SELECT organisation.id FROM organisation WHERE organisation.key IN
      (SELECT rowid FROM organisation_fts WHERE organisation_fts MATCH :nameMatch))
    OR EXISTS (SELECT 1 FROM person_tag WHERE person_tag.person_id = person.id AND person_tag.tag LIKE :part ESCAPE '\\')
    OR follow_up.words LIKE :part ESCAPE '\\')
  AND CASE :kind WHEN 'once' THEN follow_up.rrule IS NULL WHEN 'repeating' THEN follow_up.rrule IS NOT NULL
    WHEN 'paused' THEN follow_up.paused_at IS NOT NULL WHEN 'timed' THEN follow_up.due_time IS NOT NULL
    WHEN 'snoozed' THEN follow_up.snoozed_from IS NOT NULL ELSE 1 END`;

const WITHIN = "BETWEEN coalesce(:from, '0000') AND coalesce(:until, '9999-99-99')";
const DUE_WITHIN = `follow_up.due_on ${WITHIN}`;
const RESTS = '(:paused IS NULL OR (follow_up.paused_at IS NOT NULL) = :paused)';

const PAGES = {
  open: {
    everybody: `${SELECT} WHERE ${OPEN} AND ${DUE_WITHIN} AND ${RESTS} AND ${OF_EVERYBODY} AND ${AFTER_OPEN} ${OPEN_ORDER}`,
    filtered: `${SELECT} WHERE ${OPEN} AND ${DUE_WITHIN} AND ${RESTS} AND ${OF_EVERYBODY} AND ${FILTER}
      AND ${AFTER_OPEN} ${OPEN_ORDER}`,
    person: `${SELECT} WHERE ${OF_PERSON} AND ${OPEN} AND +follow_up.due_on ${WITHIN} AND ${RESTS}
      AND ${AFTER_OPEN} ${OPEN_ORDER}`,
  },
  done: {
    everybody: `${SELECT} WHERE ${DONE} AND ${OF_EVERYBODY} AND ${AFTER_DONE} ${DONE_ORDER}`,
    filtered: `${SELECT} WHERE ${DONE} AND ${OF_EVERYBODY} AND ${FILTER} AND ${AFTER_DONE} ${DONE_ORDER}`,
    person: `${SELECT} WHERE ${OF_PERSON} AND ${DONE} AND ${AFTER_DONE} ${DONE_ORDER}`,
  },
  bin: {
    everybody: `${SELECT} WHERE ${BINNED} AND ${OF_EVERYBODY} AND ${AFTER_BINNED} ${BINNED_ORDER}`,
    filtered: `${SELECT} WHERE ${BINNED} AND ${OF_EVERYBODY} AND ${FILTER} AND ${AFTER_BINNED} ${BINNED_ORDER}`,
    person: `${SELECT} WHERE ${OF_PERSON} AND ${BINNED} AND ${AFTER_BINNED} ${BINNED_ORDER}`,
  },
} as const;

/** What a list is narrowed down to; nulls and any kind leave everything. */
export interface FollowUpFilter {
  /** Words that begin in a name, as a query of the search index; null when no text was given. */
  readonly nameMatch: string | null;
  /** The same text as a pattern for LIKE. */
  readonly part: string | null;
  readonly kind: FollowUpKind;
}

/** One page of follow-ups; `next` goes into `before` for the following one. */
export function listFollowUps(
  database: Database,
  query: {
    readonly personId: PersonId | null;
    readonly show: 'open' | 'done' | 'bin';
    readonly filter?: FollowUpFilter | undefined;
    /** Of open ones only. */
    readonly due?: { readonly from: CalendarDate | null; readonly until: CalendarDate | null } | undefined;
    /** Of open ones only: those that rest, or the others. */
    readonly paused?: boolean | undefined;
    readonly before: number | null;
  },
): Page<FollowUp> {
  const { personId, show, filter, due = { from: null, until: null } } = query;
  const paused = query.paused === undefined ? null : Number(query.paused);
  const place = { before: query.before, ...(show === 'open' ? { ...due, paused } : {}) };
  const rows =
    personId !== null
      ? database.all<Row>(PAGES[show].person, { personId, ...place })
      : filter === undefined
        ? database.all<Row>(PAGES[show].everybody, place)
        : database.all<Row>(PAGES[show].filtered, { ...filter, ...place });
  return pageOf(rows, rowToFollowUp);
}

const OF_ORGANISATION = 'person.organisation_id = :organisationId AND person.deleted_at IS NULL';
// By the people of the organisation, however many follow-ups there are of others.
const SELECT_BY_PERSON = `SELECT ${COLUMNS}
  FROM person CROSS JOIN follow_up INDEXED BY follow_up_person ON follow_up.person_id = person.id`;
const OF_ORGANISATION_PAGES = {
  open: `${SELECT_BY_PERSON} WHERE ${OF_ORGANISATION} AND ${OPEN} AND ${AFTER_OPEN} ${OPEN_ORDER}`,
  done: `${SELECT_BY_PERSON} WHERE ${OF_ORGANISATION} AND ${DONE} AND ${AFTER_DONE} ${DONE_ORDER}`,
} as const;

/** One page of the follow-ups of an organisation's people, without those of people in the bin. */
export function listFollowUpsOfOrganisation(
  database: Database,
  query: { readonly organisationId: OrganisationId; readonly show: 'open' | 'done'; readonly before: number | null },
): Page<FollowUp> {
  const { organisationId, show, before } = query;
  const rows = database.all<Row>(OF_ORGANISATION_PAGES[show], { organisationId, before });
  return pageOf(rows, rowToFollowUp);
}

/** Every open follow-up of one person, by due date; not those that rest. */
export function listOpenFollowUpsOfPerson(database: Database, personId: PersonId): readonly FollowUp[] {
  return database.all<Row>(`${SELECT} WHERE ${OF_PERSON} AND ${AWAKE} ${BY_DUE}`, { personId }).map(rowToFollowUp);
}

/** An open follow-up and whether its present due moment has been noticed, or was missed and not yet acknowledged. */
export interface Pending {
  readonly followUp: FollowUp;
  readonly notice: 'none' | 'noticed' | 'missed';
}

const PENDING = `FROM follow_up
  LEFT JOIN person ON person.id = follow_up.person_id
  LEFT JOIN follow_up_notice ON follow_up_notice.follow_up_id = follow_up.id AND follow_up_notice.due = ${DUE}
  WHERE ${AWAKE} AND follow_up.due_on <= :day AND ${OF_EVERYBODY}`;

/** Open follow-ups up to a day on the calendar of their own zone, by due date, without those of people in the bin. */
export function listPendingUpTo(database: Database, day: CalendarDate): readonly Pending[] {
  const rows = database.all<Row & { readonly missed: 0 | 1 | null }>(
    `SELECT ${COLUMNS}, follow_up_notice.missed ${PENDING} ${BY_DUE}`,
    { day },
  );
  return rows.map((row) => ({
    followUp: rowToFollowUp(row),
    notice: row.missed === null ? 'none' : row.missed === 1 ? 'missed' : 'noticed',
  }));
}

/** When a pending follow-up is due, and no more of it: thousands of them are sorted into groups, and few are shown. */
export interface PendingMoment extends Pick<FollowUp, 'dueOn' | 'dueTime' | 'zone'> {
  readonly key: number;
  readonly isMissed: boolean;
}

/** The same follow-ups as `listPendingUpTo`, in the same order. */
export function listPendingMoments(database: Database, day: CalendarDate): readonly PendingMoment[] {
  return database
    .all<Pick<Row, 'key' | 'due_on' | 'due_time' | 'zone'> & { readonly missed: 0 | 1 | null }>(
      `SELECT follow_up.key, follow_up.due_on, follow_up.due_time, follow_up.zone, follow_up_notice.missed
       ${PENDING} ${BY_DUE}`,
      { day },
    )
    .map((row) => ({
      key: row.key,
      dueOn: row.due_on,
      dueTime: row.due_time,
      zone: row.zone,
      isMissed: row.missed === 1,
    }));
}

/** Follow-ups by their keys, in that order. */
export function listFollowUpsAt(database: Database, keys: readonly number[]): readonly FollowUp[] {
  return keys.flatMap((key) => database.all<Row>(`${SELECT} WHERE follow_up.key = :key`, { key }).map(rowToFollowUp));
}
