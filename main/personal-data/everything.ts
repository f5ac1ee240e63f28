import type { Conversation } from '../../shared/conversations/conversation.ts';
import type { Attachment } from '../../shared/files/file.ts';
import type { ConversationId, PersonId } from '../../shared/id.ts';
import type { Person } from '../../shared/people/person.ts';
import type { RelationKind } from '../../shared/relations/relation.ts';
import { roleInWords, roleOf } from '../../shared/relations/rules.ts';
import type { Instant } from '../../shared/time.ts';
import { getConversation } from '../conversations/repository.ts';
import { getVersion, listVersions } from '../conversations/versions.ts';
import type { Database, Value } from '../database/driver.ts';
import { getFileContent, listFilesOf } from '../files/repository.ts';
import { getPerson, listIntroduced } from '../people/repository.ts';

type Row = Readonly<Record<string, Value>>;

/** A file with its content in base64; null for one that there was no room for. */
export type HeldFile = Attachment & { readonly content: string | null };

/** Beyond so many bytes one text is more than a browser, or this process, can hold. */
const HELD_AT_MOST = 200 * 1024 * 1024;

/** A conversation with its files and the former texts of its notes. */
type ConversationHeld = Conversation & {
  readonly files: readonly HeldFile[];
  readonly formerNotes: readonly { readonly writtenAt: Instant; readonly notes: string }[];
};

/** Everything that the journal holds about one person, the bin included. Marks and promises of others are left out. */
export interface Everything {
  readonly about: string;
  readonly savedAt: Instant;
  readonly person: Person;
  readonly introduced: readonly string[];
  /** How they stand to others, beside introductions; what is in the bin too. */
  readonly relations: readonly Row[];
  readonly conversations: readonly ConversationHeld[];
  readonly promises: readonly Row[];
  readonly followUps: readonly Row[];
  readonly drafts: readonly object[];
  /** Rows of every other table that refers to people, by the name of the table. */
  readonly other: Readonly<Record<string, readonly Row[]>>;
}

/** Tables whose rows are read by name below, or through the person and the conversations. */
const READ = new Set([
  'person',
  'contact',
  'important_date',
  'person_tag',
  'conversation_person',
  'observation',
  'promise',
  'follow_up',
  'draft',
  'relation',
]);

/** Reads it all. Errors: `not_found`. */
export function everythingAbout(database: Database, id: PersonId, at: Instant): Everything {
  const person = getPerson(database, id);
  return {
    about: person.name,
    savedAt: at,
    person,
    introduced: listIntroduced(database, id).map(({ name }) => name),
    relations: relationsOf(database, id),
    conversations: conversationsWith(database, id),
    promises: database.all<Row>(
      `SELECT promise.given_by, promise.words, promise.due_on, promise.kept_on, promise.let_go_on,
         conversation.held_on AS said_on, conversation.title AS said_in, promise.created_at, promise.updated_at,
         promise.deleted_at, promise.id
       FROM promise LEFT JOIN conversation ON conversation.id = promise.conversation_id
       WHERE promise.person_id = :id ORDER BY promise.key`,
      { id },
    ),
    followUps: database.all<Row>('SELECT * FROM follow_up WHERE person_id = :id ORDER BY due_on, key', { id }),
    drafts: draftsWith(database, id),
    other: otherRows(database, id),
  };
}

function conversationsWith(database: Database, id: PersonId): readonly ConversationHeld[] {
  const held = database.all<{ id: ConversationId }>(
    `SELECT conversation.id FROM conversation_person
       JOIN conversation ON conversation.key = conversation_person.conversation_key
     WHERE conversation_person.person_id = :id ORDER BY conversation.key DESC`,
    { id },
  );
  let room = HELD_AT_MOST;
  function withContent(file: Attachment): HeldFile {
    if (file.size > room) return { ...file, content: null };
    room -= file.size;
    return { ...file, content: Buffer.from(getFileContent(database, file.hash)).toString('base64') };
  }
  return held.map((each) => {
    const conversation = getConversation(database, each.id);
    return {
      ...conversation,
      files: listFilesOf(database, each.id).map(withContent),
      formerNotes: listVersions(database, each.id).map(({ position, writtenAt }) => ({
        writtenAt,
        ...getVersion(database, { id: each.id, position }),
      })),
      moments: conversation.moments.map((moment) => ({
        ...moment,
        observations: moment.observations.filter(({ personId }) => personId === id),
      })),
    };
  });
}

/** As it reads on their page, with the names of the others. */
function relationsOf(database: Database, id: PersonId): readonly Row[] {
  const rows = database.all<{ kind: RelationKind; is_from_other: 0 | 1; words: string; other: string } & Row>(
    `SELECT relation.kind, relation.other_id = :id AS is_from_other, relation.words, other.name AS other, relation.note,
       relation.created_at, relation.updated_at, relation.deleted_at
     FROM relation
     JOIN person AS other ON other.id = iif(relation.person_id = :id, relation.other_id, relation.person_id)
     WHERE relation.person_id = :id OR relation.other_id = :id ORDER BY relation.key`,
    { id },
  );
  return rows.map(({ kind, is_from_other, words, other, ...rest }) => ({
    // Own words are true of the one on whose page they were written.
    relation:
      kind === 'other' && is_from_other === 1
        ? `${other} to them: ${words}`
        : roleInWords(roleOf(kind, is_from_other === 1), words),
    to: other,
    ...rest,
  }));
}

function draftsWith(database: Database, id: PersonId): readonly object[] {
  const drafts = database.all<{ body: string; updated_at: Instant; deleted_at: Instant | null }>(
    `SELECT body, updated_at, deleted_at FROM draft
     WHERE saved_at IS NULL AND (person_id = :id OR instr(body, :id) > 0) ORDER BY updated_at DESC`,
    { id },
  );
  return drafts.map(({ body, updated_at, deleted_at }) => ({ updated_at, deleted_at, text: parsed(body) }));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** By the references of the schema itself, so that no table is forgotten. */
function otherRows(database: Database, id: PersonId): Everything['other'] {
  const references = database.all<{ name: string; column: string }>(
    `SELECT DISTINCT tables.name, keys."from" AS "column"
     FROM sqlite_schema AS tables JOIN pragma_foreign_key_list(tables.name) AS keys
     WHERE tables.type = 'table' AND keys."table" = 'person' ORDER BY tables.name, keys."from"`,
  );
  const other: Record<string, readonly Row[]> = {};
  for (const { name, column } of references) {
    if (READ.has(name)) continue;
    const rows = database.all<Row>(`SELECT * FROM ${name} WHERE ${column} = :id`, { id });
    if (rows.length > 0) other[name] = [...(other[name] ?? []), ...rows];
  }
  return other;
}
