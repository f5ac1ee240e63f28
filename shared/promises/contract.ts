import * as z from 'zod/mini';
import { conversationId, personId, promiseId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { nameText } from '../text.ts';
import { calendarDate } from '../time.ts';
import { commitment } from './promise.ts';

const one = z.strictObject({ id: promiseId });
const topics = ['promises'] as const;

export const promisesContract = {
  /**
   * Open ones by due date, those without one last; closed or deleted ones, the latest first. In pages of 50 after the
   * position `before`; of one person or one side when asked so. Without a person, those of people in the bin are left out.
   */
  list: query(
    z.strictObject({
      personId: z.nullable(personId),
      givenBy: z.nullable(z.enum(['me', 'them'])),
      show: z.enum(['open', 'closed', 'bin']),
      before: z.nullable(z.int()),
    }),
    z.strictObject({ items: z.readonly(z.array(commitment)), next: z.nullable(z.int()) }),
  ),
  /** The promises that were given in one conversation. */
  ofConversation: query(z.strictObject({ conversationId }), z.readonly(z.array(commitment))),
  /** Open promises due on or before a day, earliest first, without those of people in the bin. */
  due: query(z.strictObject({ by: calendarDate }), z.readonly(z.array(commitment))),
  /**
   * How many of my promises with a due day were settled by a day, and how many of those on time: kept by their day. Late
   * and overdue ones are settled too; what was let go is not counted. Those of people in the bin are left out.
   */
  record: query(z.strictObject({ today: calendarDate }), z.strictObject({ settled: z.int(), onTime: z.int() })),
  create: command(
    z.strictObject({
      personId,
      conversationId: z.nullable(conversationId),
      givenBy: z.enum(['me', 'them']),
      words: nameText,
      dueOn: z.nullable(calendarDate),
    }),
    one,
    topics,
    { label: 'new promise' },
  ),
  edit: command(
    z.strictObject({ id: promiseId, words: z.optional(nameText), dueOn: z.optional(z.nullable(calendarDate)) }),
    z.null(),
    topics,
    { label: 'edit promise' },
  ),
  /** Kept, today by the clock. Errors: `rule_violated` when it is closed already. */
  keep: command(one, z.null(), topics, { label: 'keep promise' }),
  /** Let go, today by the clock. Errors: `rule_violated` when it is closed already. */
  letGo: command(one, z.null(), topics, { label: 'let promise go' }),
  reopen: command(one, z.null(), topics, { label: 'reopen promise' }),
  bin: command(one, z.null(), topics, { label: 'move promise to the bin' }),
  restore: command(one, z.null(), topics, { label: 'restore promise' }),
} as const;
