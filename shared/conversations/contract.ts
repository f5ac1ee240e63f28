import * as z from 'zod/mini';
import { conversationId, draftId, followUpId, momentId, personId, promiseId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { channel } from '../observations/cue.ts';
import { calendarDate } from '../time.ts';
import { conversation, conversationInput, conversationSummary, conversationVersion } from './conversation.ts';
import { timelineEvent } from './timeline.ts';

const one = z.strictObject({ id: conversationId });

export const conversationsContract = {
  /**
   * A page of a timeline, newest first: 50 entries before the position `before` (null: from the newest, or from the day
   * `until`). With `channels` only those that were held so.
   */
  page: query(
    z.strictObject({
      personId: z.nullable(personId),
      shelf: z.enum(['current', 'bin']),
      before: z.nullable(z.int()),
      until: z.optional(calendarDate),
      channels: z.optional(z.readonly(z.array(channel).check(z.minLength(1)))),
    }),
    z.strictObject({ items: z.readonly(z.array(conversationSummary)), next: z.nullable(z.int()) }),
  ),
  /** What else happened with a person: promises on the day they were given, follow-ups on the day they were done. */
  events: query(z.strictObject({ personId }), z.readonly(z.array(timelineEvent))),
  /** One conversation, also when in the bin. Errors: `not_found`. */
  get: query(one, conversation),
  /**
   * Saves a new or changed conversation with its marks, promises and next contact, and ends its draft, all in one
   * transaction. Answers with the ids of the moments and promises in the order given. Errors: `not_found` (with `model`
   * naming a conversation or person who was erased).
   */
  save: command(
    z.strictObject({ conversation: conversationInput, draftId: z.nullable(draftId) }),
    z.strictObject({
      id: conversationId,
      moments: z.readonly(z.array(momentId)),
      promises: z.readonly(z.array(promiseId)),
      followUpId: z.nullable(followUpId),
    }),
    ['conversations', 'people', 'promises', 'follow-ups', 'drafts'],
    { label: 'save conversation' },
  ),
  /** Former texts of the notes, newest first; at most one from ten minutes of editing, fewer as they age. Errors: `not_found`. */
  versions: query(one, z.readonly(z.array(conversationVersion))),
  /** The notes of one version. Errors: `not_found`. */
  version: query(z.strictObject({ id: conversationId, position: z.int() }), z.strictObject({ notes: z.string() })),
  /** Puts a former text back; the present one becomes a version. Errors: `not_found`. */
  restoreVersion: command(z.strictObject({ id: conversationId, position: z.int() }), z.null(), ['conversations'], {
    label: 'restore version',
  }),
  /** To the bin, where it waits for 30 days. Its promises and follow-ups stay. */
  bin: command(one, z.null(), ['conversations', 'people'], { label: 'move conversation to the bin' }),
  restore: command(one, z.null(), ['conversations', 'people'], { label: 'restore conversation' }),
} as const;
