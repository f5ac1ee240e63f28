import type { PersonId } from '../../shared/id.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';

interface Days {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

interface Counted {
  readonly personId: PersonId;
  readonly personName: string;
  readonly isArchived: boolean;
  readonly conversations: number;
  readonly minutes: number;
  readonly before: number;
}

/** Number and minutes of the conversations of some days, by channel, the most frequent first. */
export function listChannels(
  database: Database,
  { from, to }: Days,
): readonly {
  readonly channel: Channel;
  readonly conversations: number;
  readonly minutes: number;
  readonly withoutMinutes: number;
}[] {
  return database.all(
    `SELECT channel, count(*) AS conversations, coalesce(sum(minutes), 0) AS minutes,
       count(*) - count(minutes) AS withoutMinutes
     FROM conversation INDEXED BY conversation_period
     WHERE held_on BETWEEN :from AND :to AND deleted_at IS NULL
     GROUP BY channel ORDER BY conversations DESC, channel`,
    { from, to },
  );
}

const PEOPLE = `
  WITH counted AS (
    SELECT conversation_person.person_id,
      count(*) FILTER (WHERE conversation.held_on >= :from) AS conversations,
      coalesce(sum(conversation.minutes) FILTER (WHERE conversation.held_on >= :from), 0) AS minutes,
      count(*) FILTER (WHERE conversation.held_on <= :beforeTo) AS before
    FROM conversation INDEXED BY conversation_period
      JOIN conversation_person ON conversation_person.conversation_key = conversation.key
    WHERE conversation.held_on BETWEEN :beforeFrom AND :to AND conversation.deleted_at IS NULL
    GROUP BY conversation_person.person_id
  )
  SELECT person.id AS personId, person.name AS personName, person.archived_at, counted.conversations, counted.minutes,
    counted.before
  FROM counted JOIN person ON person.id = counted.person_id
  WHERE person.deleted_at IS NULL AND (counted.conversations > 0 OR counted.before > 0)
  ORDER BY counted.conversations DESC, counted.minutes DESC, person.name`;

/** Everybody outside the bin who was spoken with in some days or in those before, who most first. */
export function listCounted(database: Database, days: Days, before: Days): readonly Counted[] {
  return database
    .all<Omit<Counted, 'isArchived'> & { readonly archived_at: Instant | null }>(PEOPLE, {
      from: days.from,
      to: days.to,
      beforeFrom: before.from,
      beforeTo: before.to,
    })
    .map(({ archived_at, ...row }) => ({ ...row, isArchived: archived_at !== null }));
}

const lastWith = (person: string): string => `(SELECT conversation.held_on
    FROM conversation_person
    JOIN conversation INDEXED BY conversation_day ON conversation.key = conversation_person.conversation_key
   WHERE conversation_person.person_id = ${person} AND conversation.deleted_at IS NULL
   ORDER BY conversation_person.conversation_key DESC LIMIT 1)`;

const FIRST = `
  SELECT wanted.value AS person_id,
    (SELECT conversation.held_on
       FROM conversation_person
       JOIN conversation INDEXED BY conversation_day ON conversation.key = conversation_person.conversation_key
      WHERE conversation_person.person_id = wanted.value AND conversation.deleted_at IS NULL
      ORDER BY conversation_person.conversation_key LIMIT 1) AS first_on
  FROM json_each(:ids) AS wanted`;

/** The day of the first conversation with each of some people. */
export function listFirstSpoken(database: Database, ids: readonly PersonId[]): ReadonlyMap<PersonId, CalendarDate> {
  const rows = database.all<{ person_id: PersonId; first_on: CalendarDate | null }>(FIRST, {
    ids: JSON.stringify(ids),
  });
  return new Map(rows.flatMap(({ person_id, first_on }) => (first_on === null ? [] : [[person_id, first_on]])));
}

// The order of the tables is given: they are few, and everything about them is found by an index.
const THROUGH = `
  SELECT person.id AS personId, other.id AS throughId, other.name AS throughName, ${lastWith('other.id')} AS lastSpokenOn
    FROM json_each(:ids) AS wanted CROSS JOIN person ON person.id = wanted.value
    CROSS JOIN person AS other ON other.id = person.introduced_by_id
   WHERE other.deleted_at IS NULL
  UNION ALL
  SELECT relation.person_id, other.id, other.name, ${lastWith('other.id')}
    FROM json_each(:ids) AS wanted CROSS JOIN relation ON relation.person_id = wanted.value
    CROSS JOIN person AS other ON other.id = relation.other_id
   WHERE relation.kind = 'referred_by' AND relation.deleted_at IS NULL AND other.deleted_at IS NULL`;

/** Who introduced or referred some people, and the last day on which these were spoken with. */
export function listThrough(
  database: Database,
  ids: readonly PersonId[],
): readonly {
  readonly personId: PersonId;
  readonly throughId: PersonId;
  readonly throughName: string;
  readonly lastSpokenOn: CalendarDate | null;
}[] {
  return database.all(THROUGH, { ids: JSON.stringify(ids) });
}

type Side = 'me' | 'them';

/** How many promises each side gave between two moments. */
export function countWritten(
  database: Database,
  { start, end }: { readonly start: Instant; readonly end: Instant },
): ReadonlyMap<Side, number> {
  const rows = database.all<{ given_by: Side; count: number }>(
    `SELECT promise.given_by, count(*) AS count
     FROM promise INDEXED BY promise_written JOIN person ON person.id = promise.person_id
     WHERE promise.created_at >= :start AND promise.created_at < :end AND promise.deleted_at IS NULL
       AND person.deleted_at IS NULL
     GROUP BY promise.given_by`,
    { start, end },
  );
  return new Map(rows.map(({ given_by, count }) => [given_by, count]));
}

/** Promises of each side due in some days that are kept or overdue by now, and those of them kept by their day. */
export function countSettled(
  database: Database,
  { from, to }: Days,
  today: CalendarDate,
): ReadonlyMap<Side, { readonly settled: number; readonly onTime: number }> {
  const rows = database.all<{ given_by: Side; settled: number; on_time: number }>(
    `SELECT promise.given_by, count(*) AS settled, count(*) FILTER (WHERE promise.kept_on <= promise.due_on) AS on_time
     FROM promise INDEXED BY promise_record JOIN person ON person.id = promise.person_id
     WHERE promise.given_by IN ('me', 'them') AND promise.due_on BETWEEN :from AND :to AND promise.let_go_on IS NULL
       AND promise.deleted_at IS NULL AND (promise.kept_on IS NOT NULL OR promise.due_on < :today)
       AND person.deleted_at IS NULL
     GROUP BY promise.given_by`,
    { from, to, today },
  );
  return new Map(rows.map(({ given_by, settled, on_time }) => [given_by, { settled, onTime: on_time }]));
}

/** The user's share of talk in the conversations of some days where it was noted; who took part, once each. */
export function listTalkShares(
  database: Database,
  { from, to }: Days,
): readonly {
  readonly key: number;
  readonly share: number;
  readonly personId: PersonId;
  readonly personName: string;
}[] {
  return database.all(
    `SELECT conversation.key, listening.talk_share AS share, person.id AS personId, person.name AS personName
     FROM conversation INDEXED BY conversation_period
       JOIN listening ON listening.conversation_key = conversation.key
       JOIN conversation_person ON conversation_person.conversation_key = conversation.key
       JOIN person ON person.id = conversation_person.person_id
     WHERE conversation.held_on BETWEEN :from AND :to AND conversation.deleted_at IS NULL
       AND listening.talk_share IS NOT NULL AND person.deleted_at IS NULL`,
    { from, to },
  );
}

/** The day of the earliest conversation outside the bin; null when there is none. */
export function findFirstDay(database: Database): CalendarDate | null {
  const row = database.get<{ first: CalendarDate | null }>(
    'SELECT min(held_on) AS first FROM conversation INDEXED BY conversation_period WHERE deleted_at IS NULL',
  );
  return row?.first ?? null;
}
