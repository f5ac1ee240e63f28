import { beginningOf } from '../../shared/conversations/beginning.ts';
import type { Conversation, ConversationInput, ConversationSummary } from '../../shared/conversations/conversation.ts';
import { AppError } from '../../shared/errors.ts';
import type { ConversationId, OrganisationId, PersonId } from '../../shared/id.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import { addDays, type CalendarDate, type Instant, type LocalTime, type Zone } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { PAGE, type Page, pageOf } from '../database/page.ts';
import { getDetails } from './details.ts';
import { firstKeyAt, KEYS_PER_MINUTE } from './timeline-key.ts';

/** Characters of the notes that an entry of a timeline shows. */
const BEGINNING = 280;

interface Row {
  readonly key: number;
  readonly id: ConversationId;
  readonly title: string;
  readonly notes: string;
  readonly would_help: string;
  readonly held_on: CalendarDate;
  readonly held_time: LocalTime | null;
  readonly zone: Zone;
  readonly minutes: number | null;
  readonly channel: Channel;
  readonly created_at: Instant;
  readonly updated_at: Instant;
  readonly deleted_at: Instant | null;
}

interface SummaryRow {
  readonly key: number;
  readonly id: ConversationId;
  readonly people: string;
  readonly title: string;
  readonly notes: string;
  readonly held_on: CalendarDate;
  readonly held_time: LocalTime | null;
  readonly minutes: number | null;
  readonly channel: Channel;
  readonly mark_count: number;
  readonly promise_count: number;
}

/** What stands in a conversation's own row. */
export type ConversationFields = Pick<
  ConversationInput,
  'title' | 'notes' | 'wouldHelp' | 'on' | 'at' | 'zone' | 'minutes' | 'channel'
>;

/** Errors: `not_found`. */
export function getConversation(database: Database, id: ConversationId): Conversation {
  const row = database.get<Row>(
    `SELECT key, id, title, notes, would_help, held_on, held_time, zone, minutes, channel, created_at, updated_at, deleted_at
     FROM conversation WHERE id = :id`,
    { id },
  );
  if (row === undefined) throw new AppError('not_found', { model: 'conversation' });
  return {
    id: row.id,
    title: row.title,
    notes: row.notes,
    wouldHelp: row.would_help,
    on: row.held_on,
    at: row.held_time,
    zone: row.zone,
    minutes: row.minutes,
    channel: row.channel,
    ...getDetails(database, row.key),
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    deletedAt: row.deleted_at,
  };
}

/** The key of a conversation, in the bin or not. Errors: `not_found`. */
export function getKey(database: Database, id: ConversationId): number {
  const row = database.get<{ key: number }>('SELECT key FROM conversation WHERE id = :id', { id });
  if (row === undefined) throw new AppError('not_found', { model: 'conversation' });
  return row.key;
}

const SUMMARY = `
  c.key, c.id, c.title, substr(c.notes, 1, ${BEGINNING * 4}) AS notes, c.held_on, c.held_time, c.minutes, c.channel,
  (SELECT json_group_array(json_object('id', p.id, 'name', p.name) ORDER BY cp.position)
   FROM conversation_person cp JOIN person p ON p.id = cp.person_id WHERE cp.conversation_key = c.key) AS people,
  (SELECT count(*) FROM moment m JOIN observation o ON o.moment_key = m.key
   WHERE m.conversation_key = c.key AND (:person IS NULL OR o.person_id = :person)) AS mark_count,
  (SELECT count(*) FROM promise w
   WHERE w.conversation_id = c.id AND w.deleted_at IS NULL AND (:person IS NULL OR w.person_id = :person)) AS promise_count`;

const EVERYBODY = `
  SELECT ${SUMMARY} FROM conversation c
  WHERE c.deleted_at IS NULL AND c.key < :before ORDER BY c.key DESC LIMIT ${PAGE + 1}`;

const ONE_PERSON = `
  SELECT ${SUMMARY} FROM conversation_person mine JOIN conversation c ON c.key = mine.conversation_key
  WHERE mine.person_id = :person AND mine.conversation_key < :before AND c.deleted_at IS NULL
  ORDER BY mine.conversation_key DESC LIMIT ${PAGE + 1}`;

// Every conversation of the people is passed along the index of who took part; the texts are read of one page only.
const ONE_ORGANISATION = `
  SELECT ${SUMMARY} FROM conversation c WHERE c.key IN (
    SELECT DISTINCT mine.conversation_key
      FROM person JOIN conversation_person mine ON mine.person_id = person.id
      JOIN conversation INDEXED BY conversation_day ON conversation.key = mine.conversation_key
     WHERE person.organisation_id = :organisation AND person.deleted_at IS NULL
       AND mine.conversation_key < :before AND conversation.deleted_at IS NULL
     ORDER BY mine.conversation_key DESC LIMIT ${PAGE + 1})
  ORDER BY c.key DESC`;

// The bin is small: its rows are found by its own index and put in order afterwards, which the plus sign asks for.
const BIN = `
  SELECT ${SUMMARY} FROM conversation c
  WHERE c.deleted_at IS NOT NULL AND +c.key < :before
    AND (:person IS NULL OR EXISTS (
      SELECT 1 FROM conversation_person mine WHERE mine.person_id = :person AND mine.conversation_key = c.key))
  ORDER BY +c.key DESC LIMIT ${PAGE + 1}`;

// The channel is read from an index of its own, so that those on other channels cost no page each.
const ON_CHANNELS = `
  SELECT ${SUMMARY} FROM conversation c WHERE c.key IN (
    SELECT mine.conversation_key FROM conversation_person mine
      JOIN conversation INDEXED BY conversation_channel ON conversation.key = mine.conversation_key
     WHERE mine.person_id = :person AND mine.conversation_key < :before AND conversation.deleted_at IS NULL
       AND conversation.channel IN (SELECT value FROM json_each(:channels))
     ORDER BY mine.conversation_key DESC LIMIT ${PAGE + 1})
  ORDER BY c.key DESC`;

/** 50 entries of a timeline before a position, newest first; `next` is where the following page begins. */
export function pageConversations(
  database: Database,
  {
    personId,
    shelf,
    before,
    until,
    channels,
  }: {
    readonly personId: PersonId | null;
    readonly shelf: 'current' | 'bin';
    readonly before: number | null;
    readonly until?: CalendarDate | undefined;
    readonly channels?: readonly Channel[] | undefined;
  },
  zone: Zone,
): Page<ConversationSummary> {
  const first = until === undefined ? Number.MAX_SAFE_INTEGER : firstKeyAt(addDays(until, 1), null, zone);
  const place = { person: personId, before: before ?? first };
  const rows =
    channels !== undefined && personId !== null && shelf === 'current'
      ? database.all<SummaryRow>(ON_CHANNELS, { ...place, channels: JSON.stringify(channels) })
      : database.all<SummaryRow>(shelf === 'bin' ? BIN : personId === null ? EVERYBODY : ONE_PERSON, place);
  return pageOf(rows, rowToSummary);
}

const ON_DAYS = `
  SELECT ${SUMMARY} FROM conversation c
  WHERE c.held_on IN (SELECT value FROM json_each(:days)) AND c.deleted_at IS NULL ORDER BY +c.key DESC LIMIT 12`;

/** The conversations of some days, the latest first: at most 12. */
export function listConversationsOn(database: Database, days: readonly CalendarDate[]): readonly ConversationSummary[] {
  return database.all<SummaryRow>(ON_DAYS, { days: JSON.stringify(days), person: null }).map(rowToSummary);
}

/** 50 conversations of an organisation's people before a position, newest first, each once. */
export function pageConversationsOfOrganisation(
  database: Database,
  { organisationId, before }: { readonly organisationId: OrganisationId; readonly before: number | null },
): Page<ConversationSummary> {
  const rows = database.all<SummaryRow>(ONE_ORGANISATION, {
    organisation: organisationId,
    person: null,
    before: before ?? Number.MAX_SAFE_INTEGER,
  });
  return pageOf(rows, rowToSummary);
}

function rowToSummary(row: SummaryRow): ConversationSummary {
  return {
    id: row.id,
    key: row.key,
    // SQLite wrote this JSON in the statement above.
    people: JSON.parse(row.people) as ConversationSummary['people'],
    title: row.title,
    beginning: beginningOf(row.notes, BEGINNING),
    on: row.held_on,
    at: row.held_time,
    minutes: row.minutes,
    channel: row.channel,
    markCount: row.mark_count,
    promiseCount: row.promise_count,
  };
}

/** A new conversation without its people and marks. Answers with its key. */
export function insertConversation(
  database: Database,
  { id, fields, now }: { readonly id: ConversationId; readonly fields: ConversationFields; readonly now: Instant },
): number {
  const key = freeKey(database, firstKeyAt(fields.on, fields.at, fields.zone));
  database.run(
    `INSERT INTO conversation
       (key, id, title, notes, would_help, held_on, held_time, zone, minutes, channel, created_at, updated_at)
     VALUES (:key, :id, :title, :notes, :wouldHelp, :on, :at, :zone, :minutes, :channel, :now, :now)`,
    { key, id, now, ...columns(fields) },
  );
  return key;
}

const TEXTS = `title = :title, notes = :notes, would_help = :wouldHelp, held_on = :on, held_time = :at, zone = :zone,
  minutes = :minutes, channel = :channel, updated_at = :now`;
const UPDATE_TEXTS = `UPDATE conversation SET ${TEXTS} WHERE id = :id`;
const UPDATE_KEY_AND_TEXTS = `UPDATE conversation SET key = :key, ${TEXTS} WHERE id = :id`;

/** Answers with the key, which is another one when the conversation began at another time. Errors: `not_found`. */
export function updateConversation(
  database: Database,
  { id, fields, now }: { readonly id: ConversationId; readonly fields: ConversationFields; readonly now: Instant },
): number {
  const present = getKey(database, id);
  const first = firstKeyAt(fields.on, fields.at, fields.zone);
  const stays = present >= first && present < first + KEYS_PER_MINUTE;
  const key = stays ? present : freeKey(database, first);
  // A key that is written again, even unchanged, would have its entry in the search index written again too. A key that
  // is new is written together with the texts, so that the index is changed once.
  const texts = columns(fields);
  if (stays) database.run(UPDATE_TEXTS, { id, now, ...texts });
  else database.run(UPDATE_KEY_AND_TEXTS, { key, id, now, ...texts });
  return key;
}

function columns({ title, notes, wouldHelp, on, at, zone, minutes, channel }: ConversationFields) {
  return { title, notes, wouldHelp, on, at, zone, minutes, channel };
}

function freeKey(database: Database, first: number): number {
  const last = database.get<{ key: number | null }>(
    'SELECT max(key) AS key FROM conversation WHERE key >= :first AND key < :end',
    { first, end: first + KEYS_PER_MINUTE },
  );
  return last?.key === null || last === undefined ? first : last.key + 1;
}

/** To the bin at an instant, or out of it (null). Errors: `not_found`. */
export function updateConversationBinned(database: Database, id: ConversationId, at: Instant | null): void {
  const changed = database.run('UPDATE conversation SET deleted_at = :at WHERE id = :id', { id, at });
  if (changed === 0) throw new AppError('not_found', { model: 'conversation' });
}
