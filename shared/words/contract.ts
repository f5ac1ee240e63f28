import * as z from 'zod/mini';
import { command, query } from '../ipc.ts';

/** One word as it is written: what a spell-checker takes for a unit. */
const ownWord = z.string().check(
  z.maxLength(60),
  z.refine((text: string) => /^[\p{L}\p{N}][\p{L}\p{M}\p{N}'’.-]*$/u.test(text)),
);

export const wordsContract = {
  /** The words of the user's own, which are not marked as misspelt, by the alphabet. */
  list: query(z.strictObject({}), z.readonly(z.array(z.string()))),
  /** Adds a word; one that is there already stays as it is. */
  add: command(z.strictObject({ word: ownWord }), z.null(), ['words'], { label: 'add word' }),
  /** Takes a word away. Errors: `not_found`. */
  remove: command(z.strictObject({ word: z.string() }), z.null(), ['words'], { label: 'remove word' }),
} as const;

/** True for what can be added. */
export function isOwnWord(text: string): boolean {
  return ownWord.safeParse(text).success;
}
