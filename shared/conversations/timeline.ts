import * as z from 'zod/mini';
import { followUpId, promiseId } from '../id.ts';
import { promiseState } from '../promises/promise.ts';
import { type CalendarDate, calendarDate } from '../time.ts';
import type { ConversationSummary } from './conversation.ts';

/** A promise on a timeline, on the day on which it was given. */
const timelinePromise = z.strictObject({
  kind: z.literal('promise'),
  id: promiseId,
  on: calendarDate,
  words: z.string(),
  givenBy: z.enum(['me', 'them']),
  state: promiseState,
  dueOn: z.nullable(calendarDate),
  closedOn: z.nullable(calendarDate),
  /** Whether it was given in a conversation, which says so on its own entry. */
  inConversation: z.boolean(),
});

/** A follow-up that was done, on that day. */
const timelineFollowUp = z.strictObject({
  kind: z.literal('follow-up'),
  id: followUpId,
  on: calendarDate,
  words: z.string(),
  note: z.string(),
});

export const timelineEvent = z.discriminatedUnion('kind', [timelinePromise, timelineFollowUp]);
export type TimelineEvent = z.infer<typeof timelineEvent>;

/** One entry of a person's timeline. */
export type TimelineItem =
  | {
      readonly kind: 'conversation';
      readonly id: string;
      readonly on: CalendarDate;
      readonly conversation: ConversationSummary;
    }
  | TimelineEvent;

/**
 * Conversations and what else happened as one line, the newest first; on the same day conversations come first. What
 * happened before the last conversation that has been read waits for the ones between, unless there are no more.
 */
export function mergeTimeline(
  conversations: readonly ConversationSummary[],
  events: readonly TimelineEvent[],
  hasMore: boolean,
): readonly TimelineItem[] {
  const items: TimelineItem[] = [];
  const sorted = events.toSorted((a, b) => (a.on < b.on ? 1 : a.on > b.on ? -1 : 0));
  let next = 0;
  for (const conversation of conversations) {
    for (let event = sorted[next]; event !== undefined && event.on > conversation.on; event = sorted[next]) {
      items.push(event);
      next += 1;
    }
    items.push({ kind: 'conversation', id: conversation.id, on: conversation.on, conversation });
  }
  return hasMore ? items : [...items, ...sorted.slice(next)];
}
