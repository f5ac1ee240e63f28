import * as z from 'zod/mini';
import { conversationId } from '../id.ts';
import { nameText } from '../text.ts';
import { calendarDate } from '../time.ts';

/** The largest file that is kept, in bytes. */
export const LARGEST_FILE = 25 * 1024 * 1024;
/** So many files may belong to one conversation. */
export const MOST_FILES = 50;

/** The images that are shown; everything else is kept and given back, but never shown. */
export const IMAGE_TYPES = ['image/png', 'image/jpeg', 'image/webp', 'image/gif'] as const;
export type ImageType = (typeof IMAGE_TYPES)[number];

/** SHA-256 of the content, in hexadecimal: the same file is kept once. */
export const fileHash = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/** A file that belongs to a conversation, without its content. */
export const attachment = z.strictObject({
  hash: fileHash,
  name: nameText,
  /** Read from the content, not from the name; null for what is not shown. */
  type: z.nullable(z.enum(IMAGE_TYPES)),
  size: z.int(),
});
export type Attachment = z.infer<typeof attachment>;

/** A file as it stands on the page of a person: with the conversation it belongs to. */
export const keptFile = z.strictObject({
  ...attachment.shape,
  conversationId,
  /** The day of the conversation. */
  on: calendarDate,
});
export type KeptFile = z.infer<typeof keptFile>;

function begins(content: Uint8Array, at: number, bytes: readonly number[]): boolean {
  return bytes.every((byte, index) => content[at + index] === byte);
}

/** The type of an image by its first bytes, or null for anything else. */
export function imageTypeOf(content: Uint8Array): ImageType | null {
  if (begins(content, 0, [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])) return 'image/png';
  if (begins(content, 0, [0xff, 0xd8, 0xff])) return 'image/jpeg';
  if (begins(content, 0, [0x47, 0x49, 0x46, 0x38])) return 'image/gif';
  const isRiff = begins(content, 0, [0x52, 0x49, 0x46, 0x46]);
  return isRiff && begins(content, 8, [0x57, 0x45, 0x42, 0x50]) ? 'image/webp' : null;
}

/** The name of a file on one line and at most 300 characters, with the end of it, which tells the kind. */
export function fileNameOf(name: string): string {
  const line = name
    .toWellFormed()
    .replace(/[\p{Cc}/\\]/gu, ' ')
    .trim();
  if (line === '') return 'File';
  return line.length <= 300 ? line : `${line.slice(0, 280)}${line.slice(-20)}`.toWellFormed();
}

/** What follows the last dot of a name, or null. */
export function extensionOf(name: string): string | null {
  return /[^.]\.([\p{L}\p{N}]{1,12})$/u.exec(name)?.[1]?.toLowerCase() ?? null;
}
