import * as z from 'zod/mini';
import { command, query } from '../ipc.ts';
import { tagName } from '../people/person.ts';

const tag = z.strictObject({
  name: z.string(),
  /** How many people and conversations outside the bin have it. */
  people: z.int(),
  conversations: z.int(),
});
export type Tag = z.infer<typeof tag>;

export const tagsContract = {
  /** Every tag in use, by name. */
  list: query(z.strictObject({}), z.readonly(z.array(tag))),
  /**
   * Calls a tag otherwise, on all that has it, the bin too. A name that another tag has already makes the two one.
   * Errors: `not_found`.
   */
  rename: command(
    z.strictObject({ name: tagName, to: tagName }),
    z.null(),
    ['people', 'conversations', 'people-views', 'searches'],
    {
      label: 'rename tag',
    },
  ),
  /** Takes a tag off all that has it. Errors: `not_found`. */
  remove: command(z.strictObject({ name: tagName }), z.null(), ['people', 'conversations'], { label: 'delete tag' }),
} as const;
