import * as z from 'zod/mini';
import {
  conversationId,
  draftId,
  followUpId,
  momentId,
  organisationId,
  personId,
  promiseId,
  savedSearchId,
} from '../id.ts';
import { command, query } from '../ipc.ts';
import { channel } from '../observations/cue.ts';
import { nameText, passageText } from '../text.ts';
import { calendarDate, instant } from '../time.ts';
import { NAME_OPERATORS } from './operators.ts';

/** The longest text that can be searched for. */
export const LONGEST_SEARCH = 1000;

/** A piece of text; `hit` pieces are what was searched for. */
const snippet = z.readonly(z.array(z.strictObject({ text: z.string(), hit: z.boolean() })));
export type Snippet = z.infer<typeof snippet>;

const names = z.readonly(z.array(z.string()));
const people = z.readonly(z.array(personId));

export const searchResult = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('person'), id: personId, name: snippet, detail: snippet }),
  z.strictObject({ kind: z.literal('organisation'), id: organisationId, name: snippet, detail: snippet }),
  /** Something to search with: a tag, or a cue of the vocabulary. */
  z.strictObject({ kind: z.enum(['tag', 'cue']), id: z.string(), name: snippet }),
  z.strictObject({
    kind: z.literal('conversation'),
    id: conversationId,
    title: snippet,
    snippet,
    on: calendarDate,
    channel,
    people: names,
    personIds: people,
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
  z.strictObject({
    kind: z.literal('follow-up'),
    id: followUpId,
    personId: z.nullable(personId),
    personName: z.nullable(z.string()),
    conversationId: z.nullable(conversationId),
    words: snippet,
    dueOn: calendarDate,
    isDone: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('moment'),
    id: momentId,
    conversationId,
    snippet,
    on: calendarDate,
    channel,
    people: names,
    personIds: people,
  }),
  z.strictObject({
    kind: z.literal('file'),
    id: z.string(),
    conversationId,
    name: snippet,
    on: calendarDate,
    people: names,
    personIds: people,
  }),
  z.strictObject({
    kind: z.literal('draft'),
    id: draftId,
    personId: z.nullable(personId),
    snippet,
    updatedAt: instant,
  }),
]);
export type SearchResult = z.infer<typeof searchResult>;

const searchText = z.string().check(z.maxLength(LONGEST_SEARCH));

export const savedSearch = z.strictObject({ id: savedSearchId, name: z.string(), text: z.string() });
export type SavedSearch = z.infer<typeof savedSearch>;
/** Not blank. */
const savedText = passageText.check(
  z.maxLength(LONGEST_SEARCH),
  z.refine((text: string) => text.trim() !== ''),
);
const one = z.strictObject({ id: savedSearchId });

export const searchContract = {
  /**
   * Everything that was written, by the query language of `query-language.ts`; any text is allowed. First come people,
   * organisations, tags, cues, promises, follow-ups, drafts, moments and files, at most 10 of each (50 where there are no
   * words to find), then conversations: newest first, 50 a page before the position `before`; or, when `ranked`, the best
   * 50 and no further page. Words in more than 3,000 conversations, and those after the eighth, only narrow what is
   * ranked by the others; where there are no others, conversations with them in the title come first, then the newest.
   * Where the beginnings of words find too little, and in scripts without spaces, the words are found within others:
   * everywhere in scripts without spaces, otherwise in names, titles and other short texts, and in the notes of the newest
   * 2,000 conversations. Of a phrase the first 32 words are looked for.
   */
  find: query(
    z.strictObject({ text: searchText, ranked: z.boolean(), before: z.nullable(z.int()) }),
    z.strictObject({ results: z.readonly(z.array(searchResult)), next: z.nullable(z.int()) }),
  ),
  /** How many there are in all, counted no further than to 1,000 of each kind: then there are more. */
  count: query(z.strictObject({ text: searchText }), z.strictObject({ count: z.int(), isMore: z.boolean() })),
  /**
   * Of the names that a search asks for, those with which nobody and nothing is called, in the order in which they were
   * typed.
   */
  unknownNames: query(
    z.strictObject({ text: searchText }),
    z.readonly(z.array(z.strictObject({ operator: z.enum(NAME_OPERATORS), name: z.string() }))),
  ),
  /** Searches that were saved, in their order. */
  saved: query(z.strictObject({}), z.readonly(z.array(savedSearch))),
  /** Saves a search, as the last one. */
  save: command(z.strictObject({ name: nameText, text: savedText }), one, ['searches'], { label: 'save search' }),
  /** Calls a saved search otherwise. Errors: `not_found`. */
  rename: command(z.strictObject({ id: savedSearchId, name: nameText }), z.null(), ['searches'], {
    label: 'rename search',
  }),
  /** Moves a saved search to a place, counted from 0. Errors: `not_found`. */
  move: command(z.strictObject({ id: savedSearchId, to: z.int().check(z.minimum(0)) }), z.null(), ['searches'], {
    label: 'move search',
  }),
  /** Takes a saved search away. Errors: `not_found`. */
  remove: command(one, z.null(), ['searches'], { label: 'remove search' }),
} as const;
