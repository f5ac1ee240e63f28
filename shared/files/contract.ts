import * as z from 'zod/mini';
import { conversationId, personId } from '../id.ts';
import { command, query, task } from '../ipc.ts';
import { nameText } from '../text.ts';
import { attachment, fileHash, keptFile, LARGEST_FILE } from './file.ts';

// By its name: a class of the same name from another realm is as good.
const isBytes = (value: unknown): boolean => Object.prototype.toString.call(value) === '[object Uint8Array]';
const content = z
  .custom<Uint8Array<ArrayBuffer>>(isBytes)
  .check(z.refine((bytes: Uint8Array) => bytes.length <= LARGEST_FILE));

export const filesContract = {
  /** The files of a saved conversation, in their order. */
  ofConversation: query(z.strictObject({ conversationId }), z.readonly(z.array(attachment))),
  /**
   * The files of all conversations with one person, those of the newest first, without those of conversations in the bin.
   * In pages of 50 after the position `before`.
   */
  ofPerson: query(
    z.strictObject({ personId, before: z.nullable(z.int()) }),
    z.strictObject({ items: z.readonly(z.array(keptFile)), next: z.nullable(z.int()) }),
  ),
  /** How many files belong to conversations and drafts, and the bytes they take. A file that is in two is counted once. */
  total: query(z.strictObject({}), z.strictObject({ count: z.int(), size: z.int() })),
  /** Takes the content of a file into the journal, at most 25 MB; the draft that names it makes it belong somewhere. */
  add: command(z.strictObject({ name: nameText, content }), attachment, ['files'], {
    none: 'A file belongs to a draft, which has its own undo.',
  }),
  /**
   * Asks where, then writes the file there. It is never opened. Null when the user changed their mind. Errors:
   * `not_found`, `storage_failed`.
   */
  save: task(z.strictObject({ hash: fileHash, name: nameText }), z.nullable(z.strictObject({ path: z.string() })), []),
} as const;
