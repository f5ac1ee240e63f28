import * as z from 'zod/mini';
import { conversationId, organisationId, personId, promiseId } from '../id.ts';
import { query } from '../ipc.ts';
import { channel } from '../observations/cue.ts';
import { calendarDate } from '../time.ts';

/** A piece of text; `hit` pieces are what was searched for. */
const snippet = z.readonly(z.array(z.strictObject({ text: z.string(), hit: z.boolean() })));
export type Snippet = z.infer<typeof snippet>;

export const searchResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: personId, name: snippet, detail: snippet }),
  z.strictObject({ kind: z.literal('organisation'), id: organisationId, name: snippet }),
  z.strictObject({
    kind: z.literal('conversation'),
    id: conversationId,
    title: snippet,
    snippet,
    on: calendarDate,
    channel,
    people: z.readonly(z.array(z.string())),
  }),
  z.strictObject({
    kind: z.literal('promise'),
    id: promiseId,
    personId,
    personName: z.string(),
    conversationId: z.nullable(conversationId),
    words: snippet,
    dueOn: z.nullable(calendarDate),
  }),
]);
export type SearchResult = z.infer<typeof searchResult>;

export const searchContract = {
  /**
   * Names, titles, notes, promises. Any text is allowed: words are searched as beginnings of words, "quoted words" as a
   * phrase, everything else is text. First come people and organisations (at most 10 each), then promises (at most 10),
   * then conversations: newest first, 50 a page before the position `before`; or, when `ranked`, the best 50 and no
   * further page. Words in more than 3,000 conversations only narrow what is ranked by the others; where there are no
   * others, conversations with them in the title come first, then the newest.
   */
  find: query(
    z.strictObject({
      text: z.string().check(z.maxLength(1000)),
      ranked: z.boolean(),
      before: z.nullable(z.int()),
    }),
    z.strictObject({ results: z.readonly(z.array(searchResult)), next: z.nullable(z.int()) }),
  ),
} as const;
