import type { ConversationId, OrganisationId, PersonId, PromiseId } from '../../shared/id.ts';
import type { Channel } from '../../shared/observations/cue.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { HIT_END, HIT_START } from './snippet.ts';

// Every statement takes its rows from the index in the index's own order, stops at its limit, and cuts the snippets for
// those rows only. What is in the bin is left out by its own small index, so that no conversation is read to be skipped.
const NOT_IN_BIN = 'f.rowid NOT IN (SELECT key FROM conversation WHERE deleted_at IS NOT NULL)';

const FOUND = `
  f.rowid AS key, c.id AS id, c.held_on AS heldOn, c.channel AS channel,
  highlight(conversation_fts, 0, '${HIT_START}', '${HIT_END}') AS title,
  snippet(conversation_fts, 1, '${HIT_START}', '${HIT_END}', '…', 28) AS notes,
  snippet(conversation_fts, 2, '${HIT_START}', '${HIT_END}', '…', 28) AS wouldHelp`;

/** A conversation that was found; its texts carry the marks of hits. */
export interface FoundConversation {
  readonly key: number;
  readonly id: ConversationId;
  readonly heldOn: CalendarDate;
  readonly channel: Channel;
  readonly title: string;
  readonly notes: string;
  readonly wouldHelp: string;
}

/** Conversations that match, newest first, before the position `before` and not before the position `from`. */
export function listNewest(
  database: Database,
  {
    match,
    from = 0,
    before = Number.MAX_SAFE_INTEGER,
    limit,
  }: { readonly match: string; readonly from?: number; readonly before?: number; readonly limit: number },
): readonly FoundConversation[] {
  return database.all<FoundConversation>(
    `SELECT ${FOUND}
     FROM conversation_fts AS f JOIN conversation AS c ON c.key = f.rowid
     WHERE conversation_fts MATCH :match AND f.rowid >= :from AND f.rowid < :before AND ${NOT_IN_BIN}
     ORDER BY f.rowid DESC LIMIT :limit`,
    { match, from, before, limit },
  );
}

/** Of the newest matches, at most so many: how many there are, and the position of the oldest of them. */
export function measureNewest(
  database: Database,
  match: string,
  most: number,
): { readonly count: number; readonly oldest: number } {
  const row = database.get<{ count: number; oldest: number | null }>(
    `SELECT count(*) AS count, min(key) AS oldest FROM (
       SELECT rowid AS key FROM conversation_fts WHERE conversation_fts MATCH :match ORDER BY rowid DESC LIMIT :most)`,
    { match, most },
  );
  return { count: row?.count ?? 0, oldest: row?.oldest ?? 0 };
}

/** Positions of the conversations that match `all`, those first in which `telling` weighs most; a title weighs more. */
export function listBestKeys(
  database: Database,
  { telling, all, limit }: { readonly telling: string; readonly all: string; readonly limit: number },
): readonly number[] {
  return database
    .all<{ key: number }>(
      `SELECT f.rowid AS key FROM conversation_fts AS f
       WHERE conversation_fts MATCH :telling AND f.rank MATCH 'bm25(8.0, 1.0, 1.0)'
         AND +f.rowid IN (SELECT rowid FROM conversation_fts WHERE conversation_fts MATCH :all) AND ${NOT_IN_BIN}
       ORDER BY f.rank LIMIT :limit`,
      { telling, all, limit },
    )
    .map(({ key }) => key);
}

/** The conversations at these positions, in no particular order. All of them match. */
export function listAt(database: Database, match: string, keys: readonly number[]): readonly FoundConversation[] {
  return database.all<FoundConversation>(
    // One walk over the index between the outermost positions: asking for each position by itself would start the search
    // anew every time.
    `SELECT ${FOUND}
     FROM conversation_fts AS f JOIN conversation AS c ON c.key = f.rowid
     WHERE conversation_fts MATCH :match AND f.rowid BETWEEN :first AND :last
       AND +f.rowid IN (SELECT value FROM json_each(:keys))`,
    { match, keys: JSON.stringify(keys), first: Math.min(...keys), last: Math.max(...keys) },
  );
}

/** Names of the people of each conversation, in the order in which they were entered. */
export function listPeopleAt(database: Database, keys: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const names = new Map<number, string[]>();
  const rows = database.all<{ key: number; name: string }>(
    `SELECT cp.conversation_key AS key, p.name AS name
     FROM json_each(:keys) AS wanted
       JOIN conversation_person AS cp ON cp.conversation_key = wanted.value
       JOIN person AS p ON p.id = cp.person_id
     ORDER BY cp.conversation_key, cp.position`,
    { keys: JSON.stringify(keys) },
  );
  for (const { key, name } of rows) names.set(key, [...(names.get(key) ?? []), name]);
  return names;
}

/** A person who was found; `name` and `detail` carry the marks of hits. */
export interface FoundPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly role: string;
  readonly organisation: string | null;
  readonly detail: string;
}

/** People that match, latest added first. */
export function listPeople(database: Database, match: string, limit: number): readonly FoundPerson[] {
  return database.all<FoundPerson>(
    `SELECT p.id AS id, highlight(person_fts, 0, '${HIT_START}', '${HIT_END}') AS name, p.role AS role,
       o.name AS organisation, snippet(person_fts, -1, '${HIT_START}', '${HIT_END}', '…', 16) AS detail
     FROM person_fts AS f JOIN person AS p ON p.key = f.rowid
       LEFT JOIN organisation AS o ON o.id = p.organisation_id AND o.deleted_at IS NULL
     WHERE person_fts MATCH :match AND p.deleted_at IS NULL
     ORDER BY f.rowid DESC LIMIT :limit`,
    { match, limit },
  );
}

export interface FoundOrganisation {
  readonly id: OrganisationId;
  readonly name: string;
}

/** Organisations that match, latest added first. */
export function listOrganisations(database: Database, match: string, limit: number): readonly FoundOrganisation[] {
  return database.all<FoundOrganisation>(
    `SELECT o.id AS id, highlight(organisation_fts, 0, '${HIT_START}', '${HIT_END}') AS name
     FROM organisation_fts AS f JOIN organisation AS o ON o.key = f.rowid
     WHERE organisation_fts MATCH :match AND o.deleted_at IS NULL
     ORDER BY f.rowid DESC LIMIT :limit`,
    { match, limit },
  );
}

export interface FoundPromise {
  readonly id: PromiseId;
  readonly personId: PersonId;
  readonly personName: string;
  readonly conversationId: ConversationId | null;
  readonly words: string;
  readonly dueOn: CalendarDate | null;
}

/** Promises that match, latest given first. */
export function listPromises(database: Database, match: string, limit: number): readonly FoundPromise[] {
  return database.all<FoundPromise>(
    `SELECT r.id AS id, r.person_id AS personId, p.name AS personName, r.conversation_id AS conversationId,
       highlight(promise_fts, 0, '${HIT_START}', '${HIT_END}') AS words, r.due_on AS dueOn
     FROM promise_fts AS f JOIN promise AS r ON r.key = f.rowid JOIN person AS p ON p.id = r.person_id
     WHERE promise_fts MATCH :match AND r.deleted_at IS NULL
     ORDER BY f.rowid DESC LIMIT :limit`,
    { match, limit },
  );
}
