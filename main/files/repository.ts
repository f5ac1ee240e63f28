import { createHash } from 'node:crypto';
import { AppError } from '../../shared/errors.ts';
import { type Attachment, imageTypeOf, type KeptFile } from '../../shared/files/file.ts';
import type { ConversationId, PersonId } from '../../shared/id.ts';
import type { CalendarDate } from '../../shared/time.ts';
import type { Database } from '../database/driver.ts';
import { PAGE, type Page, pageOf } from '../database/page.ts';

// A draft names its files in its body; one that was saved or discarded may be taken back until it is erased.
const IS_USED = `(EXISTS (SELECT 1 FROM attachment WHERE attachment.hash = file.hash)
  OR EXISTS (SELECT 1 FROM draft WHERE instr(draft.body, file.hash) > 0))`;

/** The files of a conversation, in their order. */
export function listFilesOf(database: Database, conversationId: ConversationId): readonly Attachment[] {
  return database.all<Attachment>(
    `SELECT attachment.hash, attachment.name, file.type, file.size
     FROM attachment JOIN file ON file.hash = attachment.hash
     WHERE attachment.conversation_id = :conversationId ORDER BY attachment.position`,
    { conversationId },
  );
}

// Of a conversation in its order: together with the conversation's key that is one number, more than there are files.
const PLACES = 100;

// Every conversation with the person is passed along indexes; the text of none is read.
const WITH_PERSON = `
  SELECT conversation.key * ${PLACES} + ${PLACES - 1} - attachment.position AS key,
    attachment.hash, attachment.name, file.type, file.size, conversation.id AS conversationId, conversation.held_on AS heldOn
  FROM conversation_person mine
    CROSS JOIN conversation INDEXED BY conversation_day ON conversation.key = mine.conversation_key
    CROSS JOIN attachment ON attachment.conversation_id = conversation.id
    CROSS JOIN file ON file.hash = attachment.hash
  WHERE mine.person_id = :personId AND mine.conversation_key <= :newest AND conversation.deleted_at IS NULL
    AND (mine.conversation_key < :newest OR attachment.position > :position)
  ORDER BY mine.conversation_key DESC, attachment.position LIMIT ${PAGE + 1}`;

/** 50 files of the conversations with a person after a place, those of the newest conversation first. */
export function listFilesWith(database: Database, personId: PersonId, before: number | null): Page<KeptFile> {
  const place = before ?? Number.MAX_SAFE_INTEGER;
  const newest = Math.floor(place / PLACES);
  const rows = database.all<Attachment & Pick<KeptFile, 'conversationId'> & { key: number; heldOn: CalendarDate }>(
    WITH_PERSON,
    { personId, newest, position: PLACES - 1 - (place - newest * PLACES) },
  );
  return pageOf(rows, ({ key: _, heldOn, ...file }) => ({ ...file, on: heldOn }));
}

/** Number and bytes of the files that belong somewhere. */
export function totalOfFiles(database: Database): { readonly count: number; readonly size: number } {
  const total = database.get<{ count: number; size: number }>(
    `SELECT count(*) AS count, coalesce(sum(file.size), 0) AS size FROM file WHERE ${IS_USED}`,
  );
  if (total === undefined) throw new Error('A sum has no row.');
  return total;
}

/** The content of a file. Errors: `not_found`. */
export function getFileContent(database: Database, hash: string): Uint8Array {
  const found = database.get<{ content: Uint8Array }>('SELECT content FROM file WHERE hash = :hash', { hash });
  if (found === undefined) throw new AppError('not_found', { model: 'file' });
  return found.content;
}

/** Keeps a content once, whatever it is called. */
export function insertFile(database: Database, name: string, content: Uint8Array): Attachment {
  const hash = createHash('sha256').update(content).digest('hex');
  const type = imageTypeOf(content);
  const size = content.length;
  database.run(
    'INSERT INTO file (hash, type, size, content) VALUES (:hash, :type, :size, :content) ON CONFLICT (hash) DO NOTHING',
    { hash, type, size, content },
  );
  return { hash, name, type, size };
}

/** Sets the files of a conversation in the order given. Errors: `not_found` when one of them is not in the journal. */
export function updateFilesOf(
  database: Database,
  conversationId: ConversationId,
  files: readonly Pick<Attachment, 'hash' | 'name'>[],
): void {
  const present = listFilesOf(database, conversationId);
  const isSame =
    present.length === files.length &&
    present.every(({ hash, name }, index) => hash === files[index]?.hash && name === files[index]?.name);
  if (isSame) return;
  database.run('DELETE FROM attachment WHERE conversation_id = :conversationId', { conversationId });
  for (const [position, { hash, name }] of files.entries()) {
    const isThere = database.get('SELECT 1 FROM file WHERE hash = :hash', { hash }) !== undefined;
    if (!isThere) throw new AppError('not_found', { model: 'file' });
    database.run(
      `INSERT INTO attachment (conversation_id, position, hash, name)
       VALUES (:conversationId, :position, :hash, :name)`,
      { conversationId, position, hash, name },
    );
  }
}

/**
 * Erases the content of files that belong to nothing any more. While something can be undone they are still needed, so
 * this is for when a journal is opened and after what cannot be undone.
 */
export function removeUnusedFiles(database: Database): number {
  return database.run(`DELETE FROM file WHERE NOT ${IS_USED}`);
}
