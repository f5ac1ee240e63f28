import type {
  ConversationId,
  DraftId,
  FollowUpId,
  MomentId,
  OrganisationId,
  PersonId,
  PromiseId,
} from '../../shared/id.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import { clausesToMatch } from '../../shared/search/match.ts';
import { type Clause, isOfWords, termsOf } from '../../shared/search/query-language.ts';
import type { CalendarDate, Instant } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import {
  ATTACHMENT,
  CONTACT,
  conditionOf,
  FOLLOW_UP,
  isImpossible,
  type Kind,
  MOMENT,
  ORGANISATION,
  PERSON,
  PROMISE,
  type Wanted,
} from './conditions.ts';
import type { Plan } from './conversations.ts';
import { listFewOthers } from './few-others.ts';
import type { Named } from './names.ts';
import { Values } from './values.ts';
import { isListed } from './words.ts';

/** So few rows are asked for in an index of words one by one; from more on it is walked through. */
const FEW_SOUGHT = 100;

export interface FoundPerson {
  readonly key: number;
  readonly id: PersonId;
  readonly name: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly situation: string;
  readonly remember: string;
  readonly aim: string;
  readonly howMet: string;
  readonly sensitive: string;
  /** A way to reach them, when that was found. */
  readonly contact: string | null;
}

export interface FoundOrganisation {
  readonly key: number;
  readonly id: OrganisationId;
  readonly name: string;
  readonly about: string;
}

export interface FoundPromise {
  readonly key: number;
  readonly id: PromiseId;
  readonly personId: PersonId;
  readonly personName: string;
  readonly conversationId: ConversationId | null;
  readonly words: string;
  readonly dueOn: CalendarDate | null;
}

export interface FoundFollowUp {
  readonly key: number;
  readonly id: FollowUpId;
  readonly personId: PersonId | null;
  readonly personName: string | null;
  readonly conversationId: ConversationId | null;
  readonly words: string;
  readonly note: string;
  readonly dueOn: CalendarDate;
  readonly isDone: 0 | 1;
}

export interface FoundMoment {
  readonly key: number;
  readonly id: MomentId;
  readonly conversationId: ConversationId;
  readonly conversationKey: number;
  readonly on: CalendarDate;
  readonly channel: Channel;
  readonly about: string;
  readonly seenOrHeard: string;
  readonly mayMean: string;
  readonly otherExplanations: string;
}

export interface FoundFile {
  readonly key: number;
  readonly conversationId: ConversationId;
  readonly conversationKey: number;
  readonly on: CalendarDate;
  readonly name: string;
}

/** How the rows of one kind are read. */
interface Reading<_Row> {
  readonly kind: Kind;
  readonly columns: string;
  readonly joins: string;
  /** What holds of everything that is not in the bin. */
  readonly there: string;
}

function reading<Row>(given: Reading<Row>): Reading<Row> {
  return given;
}

const PERSON_COLUMNS = `p.id AS id, p.name AS name, p.role AS role, o.name AS organisation,
  p.situation AS situation, p.remember AS remember, p.aim AS aim, p.how_met AS howMet,
  p.sensitive AS sensitive`;
const OF_ORGANISATION = 'LEFT JOIN organisation AS o ON o.id = p.organisation_id AND o.deleted_at IS NULL';
const OF_CONVERSATION = 'c.key AS conversationKey, c.id AS conversationId, c.held_on AS "on"';

export const PEOPLE = reading<FoundPerson>({
  kind: PERSON,
  columns: `p.key AS key, ${PERSON_COLUMNS}, NULL AS contact`,
  joins: OF_ORGANISATION,
  there: 'p.deleted_at IS NULL',
});
export const CONTACTS = reading<FoundPerson>({
  kind: CONTACT,
  columns: `t.key AS key, ${PERSON_COLUMNS}, t.value AS contact`,
  joins: `CROSS JOIN person AS p ON p.id = t.person_id ${OF_ORGANISATION}`,
  there: 'p.deleted_at IS NULL',
});
export const ORGANISATIONS = reading<FoundOrganisation>({
  kind: ORGANISATION,
  columns: 'o.key AS key, o.id AS id, o.name AS name, o.about AS about',
  joins: '',
  there: 'o.deleted_at IS NULL',
});
export const PROMISES = reading<FoundPromise>({
  kind: PROMISE,
  columns: `r.key AS key, r.id AS id, r.person_id AS personId, p.name AS personName,
    r.conversation_id AS conversationId, r.words AS words, r.due_on AS dueOn`,
  joins: 'CROSS JOIN person AS p ON p.id = r.person_id',
  there: 'r.deleted_at IS NULL AND p.deleted_at IS NULL',
});
export const FOLLOW_UPS = reading<FoundFollowUp>({
  kind: FOLLOW_UP,
  columns: `u.key AS key, u.id AS id, u.person_id AS personId, p.name AS personName,
    u.conversation_id AS conversationId, u.words AS words, u.note AS note, u.due_on AS dueOn,
    u.done_at IS NOT NULL AS isDone`,
  joins: 'LEFT JOIN person AS p ON p.id = u.person_id',
  there: 'u.deleted_at IS NULL AND (p.id IS NULL OR p.deleted_at IS NULL)',
});
export const MOMENTS = reading<FoundMoment>({
  kind: MOMENT,
  columns: `m.key AS key, m.id AS id, ${OF_CONVERSATION}, c.channel AS channel, m.about AS about,
    m.seen_or_heard AS seenOrHeard, m.may_mean AS mayMean, m.other_explanations AS otherExplanations`,
  joins: 'CROSS JOIN conversation AS c ON c.key = m.conversation_key',
  there: 'c.deleted_at IS NULL',
});
export const FILES = reading<FoundFile>({
  kind: ATTACHMENT,
  columns: `a.key AS key, ${OF_CONVERSATION}, a.name AS name`,
  joins: 'CROSS JOIN conversation AS c ON c.id = a.conversation_id',
  there: 'c.deleted_at IS NULL',
});

/** What is asked of the other kinds: a query with its names looked up, and the day it is asked on. */
export interface Asked {
  readonly clauses: readonly Clause[];
  readonly named: Named;
  readonly today: CalendarDate;
}

/** Rows of a kind that match, latest first. Nothing when no words are looked for, unless an `order` for that is given, which may be empty. */
export function listMatching<Row>(
  database: Database,
  read: Reading<Row>,
  asked: Asked,
  {
    plan,
    limit,
    column,
    order,
  }: {
    readonly plan: Plan;
    readonly limit: number;
    readonly column?: string;
    readonly order?: string | undefined;
  },
): readonly Row[] {
  const values = new Values();
  const source = sourceOf(database, read, asked, values, { plan, column, order });
  if (source === null) return [];
  return database.all<Row>(`SELECT ${read.columns} ${source} LIMIT ${values.bind(limit)}`, values.all);
}

/** How many there are, counted no further than to `most`. */
export function countMatching<Row>(
  database: Database,
  read: Reading<Row>,
  asked: Asked,
  { plan, most, order }: { readonly plan: Plan; readonly most: number; readonly order?: string | undefined },
): number {
  const values = new Values();
  const source = sourceOf(database, read, asked, values, { plan, column: undefined, order });
  if (source === null) return 0;
  const row = database.get<{ count: number }>(
    `SELECT count(*) AS count FROM (SELECT 1 ${source} LIMIT ${values.bind(most)})`,
    values.all,
  );
  return row?.count ?? 0;
}

/** The rows of these keys of which everything but the words holds. */
export function listKeyed<Row>(
  database: Database,
  { kind, columns, joins, there }: Reading<Row>,
  asked: Asked,
  keys: readonly number[],
): readonly Row[] {
  if (keys.length === 0) return [];
  const values = new Values();
  const clauses = asked.clauses.filter((clause) => !isOfWords(clause));
  return database.all<Row>(
    `SELECT ${columns} FROM json_each(${values.bind(JSON.stringify(keys))}) AS one
       CROSS JOIN ${kind.table} AS ${kind.alias} ON ${kind.alias}.key = one.value ${joins}
     WHERE ${there} AND ${conditionOf(kind, clauses, wantedOf(asked, values))} ORDER BY one.id`,
    values.all,
  );
}

function wantedOf({ named, today }: Asked, values: Values): Wanted {
  return { named, today, values };
}

function sourceOf<Row>(
  database: Database,
  { kind, joins, there }: Reading<Row>,
  asked: Asked,
  values: Values,
  {
    plan,
    column,
    order,
  }: { readonly plan: Plan; readonly column: string | undefined; readonly order: string | undefined },
): string | null {
  const { table, alias } = kind;
  const ofWords = asked.clauses.filter(isOfWords);
  const rest = asked.clauses.filter((clause) => !isOfWords(clause));
  if (isImpossible(kind, rest, wantedOf(asked, new Values()))) return null;
  const match = clausesToMatch(ofWords);
  if (match === null) {
    if (order === undefined) return null;
    const condition = conditionOf(kind, asked.clauses, wantedOf(asked, values));
    // Here the planner may begin with the person or the conversation.
    const free = joins.replaceAll('CROSS JOIN', 'JOIN');
    return `FROM ${table} AS ${alias} ${free} WHERE ${there} AND ${condition} ${order}`;
  }
  const condition = conditionOf(kind, rest, wantedOf(asked, values));
  const whole = column === undefined ? match : `({${column}} : (${match})) AND (${match})`;
  const few = rest.length === 0 ? null : listFewOthers(database, kind, asked, plan);
  if (few?.length === 0) return null;
  const rows = `CROSS JOIN ${table} AS ${alias} ON ${alias}.key = f.rowid ${joins}
    WHERE ${table}_fts MATCH ${values.bind(whole)} AND ${there} AND ${condition}`;
  if (few === null) return `FROM ${table}_fts AS f ${rows} ORDER BY f.rowid DESC`;
  if (few.length <= FEW_SOUGHT && termsOf({ clauses: ofWords, misread: [] }).every(isListed)) {
    return `FROM json_each(${values.bind(JSON.stringify(few))}) AS few
      CROSS JOIN ${table}_fts AS f ON f.rowid = few.value ${rows} ORDER BY few.value DESC`;
  }
  // Nothing is read of a row that is not among them.
  return `FROM ${table}_fts AS f ${rows} AND +f.rowid IN ${values.bindList(few)}
    AND f.rowid >= ${values.bindKey(Math.min(...few))} AND f.rowid <= ${values.bindKey(Math.max(...few))}
    ORDER BY f.rowid DESC`;
}

export interface OpenDraft {
  readonly id: DraftId;
  readonly personId: PersonId | null;
  readonly beginning: string;
  readonly body: string;
  readonly updatedAt: Instant;
}

/** Drafts that were not finished, the latest first. There are never many. */
export function listOpenDrafts(database: Database, limit: number): readonly OpenDraft[] {
  return database.all<OpenDraft>(
    `SELECT id, person_id AS personId, beginning, body, updated_at AS updatedAt FROM draft INDEXED BY draft_open
     WHERE saved_at IS NULL AND deleted_at IS NULL AND updated_at > '' ORDER BY updated_at DESC LIMIT :limit`,
    { limit },
  );
}
