import type { OrganisationId, PersonId } from '../../shared/id.ts';
import { foldName } from '../../shared/people/rules.ts';
import { fold, isUnspaced } from '../../shared/search/hits.ts';
import { toMatchIn } from '../../shared/search/match.ts';
import type { NameOperator } from '../../shared/search/operators.ts';
import type { SearchQuery } from '../../shared/search/query-language.ts';
import type { Database } from '../database/driver.ts';
import { listOtherCandidates, partsMatch } from './substrings.ts';

/** Whom and what the names in a query stand for. */
export interface Named {
  readonly people: (name: string) => readonly PersonId[];
  readonly organisations: (name: string) => readonly OrganisationId[];
  /** Everybody of these organisations. */
  readonly members: (name: string) => readonly PersonId[];
  /** Tags as they are spelled. */
  readonly tags: (name: string) => readonly string[];
}

const MOST_PEOPLE = 500;
const MOST_MEMBERS = 5000;
const MOST_CANDIDATES = 5000;

/** Looks every name of a query up, once. */
export function lookUpNames(database: Database, query: SearchQuery): Named {
  const people = new Map<string, readonly PersonId[]>();
  const organisations = new Map<string, readonly OrganisationId[]>();
  const members = new Map<string, readonly PersonId[]>();
  const tags = new Map<string, readonly string[]>();
  for (const { filter } of query.clauses.flatMap(({ pieces }) => pieces)) {
    if (filter?.kind === 'with') people.set(filter.name, listPeopleNamed(database, filter.name));
    else if (filter?.kind === 'tag') tags.set(filter.name, listTagsNamed(database, filter.name));
    else if (filter?.kind === 'org') {
      const found = listOrganisationsNamed(database, filter.name);
      organisations.set(filter.name, found);
      members.set(filter.name, listMembers(database, found));
    }
  }
  return {
    people: (name) => people.get(name) ?? [],
    organisations: (name) => organisations.get(name) ?? [],
    members: (name) => members.get(name) ?? [],
    tags: (name) => tags.get(name) ?? [],
  };
}

/** The name as the index is asked for it: the last word may go on. Without spaces any part of a name is one. */
function nameMatch(name: string): string {
  return toMatchIn('name', [{ text: name, open: true }]);
}

/** People in whose names the words stand next to each other, at most 500. */
function listPeopleNamed(database: Database, name: string): readonly PersonId[] {
  const found = database.all<{ id: PersonId }>(
    `SELECT p.id AS id FROM person_fts AS f JOIN person AS p ON p.key = f.rowid
     WHERE person_fts MATCH :match AND p.deleted_at IS NULL LIMIT :limit`,
    { match: nameMatch(name), limit: MOST_PEOPLE },
  );
  const keys = found.length > 0 ? null : keysWithPart(database, 'person', name);
  if (keys === null) return found.map(({ id }) => id);
  return database
    .all<{ id: PersonId; name: string }>(
      `SELECT p.id AS id, p.name AS name FROM json_each(:keys) AS one CROSS JOIN person AS p ON p.key = one.value
       WHERE p.deleted_at IS NULL`,
      { keys },
    )
    .filter((each) => isIn(each.name, name))
    .map(({ id }) => id);
}

/** The same of organisations. */
function listOrganisationsNamed(database: Database, name: string): readonly OrganisationId[] {
  const found = database.all<{ id: OrganisationId }>(
    `SELECT o.id AS id FROM organisation_fts AS f JOIN organisation AS o ON o.key = f.rowid
     WHERE organisation_fts MATCH :match AND o.deleted_at IS NULL LIMIT :limit`,
    { match: nameMatch(name), limit: MOST_PEOPLE },
  );
  const keys = found.length > 0 ? null : keysWithPart(database, 'organisation', name);
  if (keys === null) return found.map(({ id }) => id);
  return database
    .all<{ id: OrganisationId; name: string }>(
      `SELECT o.id AS id, o.name AS name FROM json_each(:keys) AS one CROSS JOIN organisation AS o ON o.key = one.value
       WHERE o.deleted_at IS NULL`,
      { keys },
    )
    .filter((each) => isIn(each.name, name))
    .map(({ id }) => id);
}

/**
 * Where the index of words does not know the name: it may be a part of one, in a script without spaces, or be typed without
 * the strokes of its letters. Keys as JSON; null for too little.
 */
function keysWithPart(database: Database, table: 'person' | 'organisation', name: string): string | null {
  const match = partsMatch(database, [
    { pieces: [{ not: false, term: { text: name, open: true } }], from: 0, to: 0, text: name },
  ]);
  if (match === null) return null;
  return JSON.stringify(listOtherCandidates(database, match, MOST_CANDIDATES).get(table) ?? []);
}

/** Whether a name has it: anywhere in a script without spaces, otherwise from the beginning of a word. */
function isIn(written: string, name: string): boolean {
  return isUnspaced(name) ? written.includes(name) : ` ${fold(written)}`.includes(` ${fold(name)}`);
}

/** True when a search by the name asks for somebody, or for an organisation or a tag that there is. */
export function isSomebodys(database: Database, operator: NameOperator, name: string): boolean {
  const list = { with: listPeopleNamed, org: listOrganisationsNamed, tag: listTagsNamed }[operator];
  return list(database, name).length > 0;
}

function listMembers(database: Database, organisations: readonly OrganisationId[]): readonly PersonId[] {
  return database
    .all<{ id: PersonId }>(
      `SELECT p.id AS id FROM json_each(:ids) AS one CROSS JOIN person AS p ON p.organisation_id = one.value
       WHERE p.deleted_at IS NULL LIMIT :limit`,
      { ids: JSON.stringify(organisations), limit: MOST_MEMBERS },
    )
    .map(({ id }) => id);
}

/** Every spelling of every tag. From one to the next by the index: there are few of them on many rows. */
export function listTags(database: Database): readonly string[] {
  return database
    .all<{ tag: string }>(
      `WITH RECURSIVE
         ofPeople (tag) AS (
           SELECT (SELECT tag FROM person_tag ORDER BY tag LIMIT 1)
           UNION ALL
           SELECT (SELECT next.tag FROM person_tag AS next WHERE next.tag > ofPeople.tag ORDER BY next.tag LIMIT 1)
           FROM ofPeople WHERE ofPeople.tag IS NOT NULL),
         ofConversations (tag) AS (
           SELECT (SELECT tag FROM conversation_tag ORDER BY tag LIMIT 1)
           UNION ALL
           SELECT (SELECT next.tag FROM conversation_tag AS next WHERE next.tag > ofConversations.tag
                   ORDER BY next.tag LIMIT 1)
           FROM ofConversations WHERE ofConversations.tag IS NOT NULL)
       SELECT tag FROM ofPeople WHERE tag IS NOT NULL UNION SELECT tag FROM ofConversations WHERE tag IS NOT NULL`,
    )
    .map(({ tag }) => tag);
}

/** Every spelling of the tag of this name, or those that begin with it. */
function listTagsNamed(database: Database, name: string): readonly string[] {
  const tags = listTags(database);
  const wanted = foldName(name);
  const exact = tags.filter((tag) => foldName(tag) === wanted);
  return exact.length > 0 ? exact : tags.filter((tag) => foldName(tag).startsWith(wanted));
}
