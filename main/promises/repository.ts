import { AppError } from '../../shared/errors.ts';
import { given } from '../../shared/given.ts';
import type { ConversationId, OrganisationId, PersonId, PromiseId } from '../../shared/id.ts';
import type { Commitment } from '../../shared/promises/promise.ts';
import { stateOf } from '../../shared/promises/rules.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { PAGE, type Page, pageOf } from '../database/page.ts';

interface Row {
  readonly key: number;
  readonly id: PromiseId;
  readonly person_id: PersonId;
  readonly person_name: string;
  readonly conversation_id: ConversationId | null;
  readonly said_on: CalendarDate | null;
  readonly given_by: 'me' | 'them';
  readonly words: string;
  readonly due_on: CalendarDate | null;
  readonly kept_on: CalendarDate | null;
  readonly let_go_on: CalendarDate | null;
  readonly created_at: Instant;
  readonly deleted_at: Instant | null;
}

const selectFrom = (promise: string): string => `
  SELECT promise.key, promise.id, promise.person_id, person.name AS person_name, promise.conversation_id,
    conversation.held_on AS said_on, promise.given_by, promise.words, promise.due_on, promise.kept_on,
    promise.let_go_on, promise.created_at, promise.deleted_at
  FROM ${promise}
  JOIN person ON person.id = promise.person_id
  LEFT JOIN conversation ON conversation.id = promise.conversation_id`;
const SELECT = selectFrom('promise');

const OPEN = 'promise.kept_on IS NULL AND promise.let_go_on IS NULL AND promise.deleted_at IS NULL';
const CLOSED = 'coalesce(promise.kept_on, promise.let_go_on) IS NOT NULL AND promise.deleted_at IS NULL';
const BINNED = 'promise.deleted_at IS NOT NULL';
const OF_PERSON = 'promise.person_id = :personId';
const OF_EVERYBODY = 'person.deleted_at IS NULL';
const OF_ORGANISATION = 'person.organisation_id = :organisationId AND person.deleted_at IS NULL';
const SIDE = '(:givenBy IS NULL OR promise.given_by = :givenBy)';

// A page starts after the row whose key is `before`: its place in the order is looked up, so that the key suffices.
const AFTER_OPEN = `(:before IS NULL OR (coalesce(promise.due_on, '~'), promise.key) >
  (SELECT coalesce(due_on, '~'), key FROM promise WHERE key = :before))`;
const AFTER_CLOSED = `(:before IS NULL OR (coalesce(promise.kept_on, promise.let_go_on), promise.key) <
  (SELECT coalesce(kept_on, let_go_on), key FROM promise WHERE key = :before))`;
const AFTER_BINNED = `(:before IS NULL OR (promise.deleted_at, promise.key) <
  (SELECT deleted_at, key FROM promise WHERE key = :before))`;
const OPEN_ORDER = `ORDER BY coalesce(promise.due_on, '~'), promise.key LIMIT ${PAGE + 1}`;
const CLOSED_ORDER = `ORDER BY coalesce(promise.kept_on, promise.let_go_on) DESC, promise.key DESC LIMIT ${PAGE + 1}`;
const BINNED_ORDER = `ORDER BY promise.deleted_at DESC, promise.key DESC LIMIT ${PAGE + 1}`;

const PAGES = {
  open: {
    everybody: `${SELECT} WHERE ${OPEN} AND ${OF_EVERYBODY} AND ${SIDE} AND ${AFTER_OPEN} ${OPEN_ORDER}`,
    person: `${SELECT} WHERE ${OF_PERSON} AND ${OPEN} AND ${SIDE} AND ${AFTER_OPEN} ${OPEN_ORDER}`,
  },
  closed: {
    everybody: `${SELECT} WHERE ${CLOSED} AND ${OF_EVERYBODY} AND ${SIDE} AND ${AFTER_CLOSED} ${CLOSED_ORDER}`,
    person: `${SELECT} WHERE ${OF_PERSON} AND ${CLOSED} AND ${SIDE} AND ${AFTER_CLOSED} ${CLOSED_ORDER}`,
  },
  bin: {
    everybody: `${SELECT} WHERE ${BINNED} AND ${OF_EVERYBODY} AND ${SIDE} AND ${AFTER_BINNED} ${BINNED_ORDER}`,
    person: `${SELECT} WHERE ${OF_PERSON} AND ${BINNED} AND ${SIDE} AND ${AFTER_BINNED} ${BINNED_ORDER}`,
  },
} as const;

function rowToPromise(row: Row): Commitment {
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    conversationId: row.conversation_id,
    saidOn: row.said_on,
    givenBy: row.given_by,
    words: row.words,
    dueOn: row.due_on,
    state: stateOf({ dueOn: row.due_on, keptOn: row.kept_on, letGoOn: row.let_go_on }),
    closedOn: row.kept_on ?? row.let_go_on,
    createdAt: row.created_at,
    deletedAt: row.deleted_at,
  };
}

/** One page of promises; `next` goes into `before` for the following one. */
export function listPromises(
  database: Database,
  query: {
    readonly personId: PersonId | null;
    readonly givenBy: 'me' | 'them' | null;
    readonly show: 'open' | 'closed' | 'bin';
    readonly before: number | null;
  },
): Page<Commitment> {
  const { personId, givenBy, show, before } = query;
  const rows =
    personId === null
      ? database.all<Row>(PAGES[show].everybody, { givenBy, before })
      : database.all<Row>(PAGES[show].person, { personId, givenBy, before });
  return pageOf(rows, rowToPromise);
}

// By the people of the organisation, however many promises there are of others.
const SELECT_BY_PERSON = selectFrom('promise INDEXED BY promise_person');
const OF_ORGANISATION_PAGES = {
  open: `${SELECT_BY_PERSON} WHERE ${OF_ORGANISATION} AND ${OPEN} AND ${AFTER_OPEN} ${OPEN_ORDER}`,
  closed: `${SELECT_BY_PERSON} WHERE ${OF_ORGANISATION} AND ${CLOSED} AND ${AFTER_CLOSED} ${CLOSED_ORDER}`,
} as const;

/** One page of the promises of an organisation's people, without those of people in the bin. */
export function listPromisesOfOrganisation(
  database: Database,
  query: {
    readonly organisationId: OrganisationId;
    readonly show: 'open' | 'closed';
    readonly before: number | null;
  },
): Page<Commitment> {
  const { organisationId, show, before } = query;
  const rows = database.all<Row>(OF_ORGANISATION_PAGES[show], { organisationId, before });
  return pageOf(rows, rowToPromise);
}

/** The promises given in one conversation, in the order they were written down. */
export function listPromisesOfConversation(database: Database, conversationId: ConversationId): readonly Commitment[] {
  return database
    .all<Row>(
      `${SELECT} WHERE promise.conversation_id = :conversationId AND promise.deleted_at IS NULL ORDER BY promise.key`,
      { conversationId },
    )
    .map(rowToPromise);
}

/** Every open promise of one person, by due date, those without one last. */
export function listOpenPromisesOfPerson(database: Database, personId: PersonId): readonly Commitment[] {
  return database
    .all<Row>(`${SELECT} WHERE ${OF_PERSON} AND ${OPEN} ORDER BY coalesce(promise.due_on, '~'), promise.key`, {
      personId,
    })
    .map(rowToPromise);
}

/** Open promises due on or before a day, earliest first, without those of people in the bin. */
export function listDuePromises(database: Database, by: CalendarDate): readonly Commitment[] {
  return database
    .all<Row>(
      `${SELECT} WHERE ${OPEN} AND promise.due_on <= :by AND ${OF_EVERYBODY} ORDER BY promise.due_on, promise.key`,
      { by },
    )
    .map(rowToPromise);
}

/** My promises with a due day that are kept or overdue on a day, and those of them that were kept by their day. */
export function countRecord(
  database: Database,
  today: CalendarDate,
): { readonly settled: number; readonly onTime: number } {
  const row = database.get<{ settled: number; on_time: number }>(
    `SELECT count(*) AS settled, count(*) FILTER (WHERE promise.kept_on <= promise.due_on) AS on_time
     FROM promise JOIN person ON person.id = promise.person_id
     WHERE promise.given_by = 'me' AND promise.due_on IS NOT NULL AND promise.let_go_on IS NULL
       AND promise.deleted_at IS NULL AND (promise.kept_on IS NOT NULL OR promise.due_on < :today) AND ${OF_EVERYBODY}`,
    { today },
  );
  return { settled: row?.settled ?? 0, onTime: row?.on_time ?? 0 };
}

/** Number of open promises by me, for each person who has any. */
export function countOpenPromisesByMe(database: Database): ReadonlyMap<PersonId, number> {
  const rows = database.all<{ person_id: PersonId; count: number }>(
    `SELECT promise.person_id, count(*) AS count FROM promise WHERE ${OPEN} AND promise.given_by = 'me'
     GROUP BY promise.person_id`,
  );
  return new Map(rows.map((row) => [row.person_id, row.count]));
}

function find(database: Database, id: PromiseId): Row | undefined {
  return database.get<Row>(`${SELECT} WHERE promise.id = :id`, { id });
}

function getRow(database: Database, id: PromiseId): Row {
  const row = find(database, id);
  if (row === undefined) throw new AppError('not_found', { model: 'promise' });
  return row;
}

/** One promise, also when in the bin. Errors: `not_found`. */
export function getPromise(database: Database, id: PromiseId): Commitment {
  return rowToPromise(getRow(database, id));
}

/** A new promise, open. */
export function insertPromise(
  database: Database,
  promise: {
    readonly id: PromiseId;
    readonly personId: PersonId;
    readonly conversationId: ConversationId | null;
    readonly givenBy: 'me' | 'them';
    readonly words: string;
    readonly dueOn: CalendarDate | null;
    readonly createdAt: Instant;
  },
): void {
  database.run(
    `INSERT INTO promise (id, person_id, conversation_id, given_by, words, due_on, created_at, updated_at)
     VALUES (:id, :personId, :conversationId, :givenBy, :words, :dueOn, :createdAt, :createdAt)`,
    {
      id: promise.id,
      personId: promise.personId,
      conversationId: promise.conversationId,
      givenBy: promise.givenBy,
      words: promise.words,
      dueOn: promise.dueOn,
      createdAt: promise.createdAt,
    },
  );
}

/** What may change about a promise. */
export interface PromiseChange {
  readonly personId?: PersonId | undefined;
  readonly givenBy?: 'me' | 'them' | undefined;
  readonly words?: string | undefined;
  readonly dueOn?: CalendarDate | null | undefined;
  readonly keptOn?: CalendarDate | null | undefined;
  readonly letGoOn?: CalendarDate | null | undefined;
  readonly deletedAt?: Instant | null | undefined;
}

/** Changes what is given and leaves the rest. Errors: `not_found`. */
export function updatePromise(database: Database, id: PromiseId, change: PromiseChange, updatedAt: Instant): void {
  const row = getRow(database, id);
  const present = {
    personId: row.person_id,
    givenBy: row.given_by,
    words: row.words,
    dueOn: row.due_on,
    keptOn: row.kept_on,
    letGoOn: row.let_go_on,
    deletedAt: row.deleted_at,
  };
  database.run(
    `UPDATE promise SET person_id = :personId, given_by = :givenBy, words = :words, due_on = :dueOn,
       kept_on = :keptOn, let_go_on = :letGoOn, deleted_at = :deletedAt, updated_at = :updatedAt
     WHERE id = :id`,
    { ...present, ...given(change), id, updatedAt },
  );
}
