import * as z from 'zod/mini';
import { conversationId, followUpId, personId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { calendarDate, localTime } from '../time.ts';
import { followUp, followUpFields } from './follow-up.ts';

const one = z.strictObject({ id: followUpId });
const topics = ['follow-ups'] as const;

export const followUpsContract = {
  /**
   * Open ones by due date; done or deleted ones, the latest first. In pages of 50 after the position `before`. Without
   * a person, those of people in the bin are left out.
   */
  list: query(
    z.strictObject({
      personId: z.nullable(personId),
      show: z.enum(['open', 'done', 'bin']),
      before: z.nullable(z.int()),
    }),
    z.strictObject({ items: z.readonly(z.array(followUp)), next: z.nullable(z.int()) }),
  ),
  /** The open follow-up that a conversation made, if any; the newest when there are several. */
  ofConversation: query(z.strictObject({ conversationId }), z.nullable(followUp)),
  /**
   * Open follow-ups due now or later today, each in one of three groups: those that came due while the app was closed
   * or the computer slept and that nobody has acknowledged (`missed`), overdue ones, and today's. Those of people in
   * the bin are left out.
   */
  due: query(
    z.strictObject({}),
    z.strictObject({
      missed: z.readonly(z.array(followUp)),
      overdue: z.readonly(z.array(followUp)),
      today: z.readonly(z.array(followUp)),
    }),
  ),
  create: command(followUpFields, one, topics, { label: 'new follow-up' }),
  edit: command(z.strictObject({ id: followUpId, fields: followUpFields }), z.null(), topics, {
    label: 'edit follow-up',
  }),
  /** Errors: `rule_violated` when it is done already. */
  done: command(one, z.null(), topics, { label: 'follow-up done' }),
  reopen: command(one, z.null(), topics, { label: 'reopen follow-up' }),
  /** Moves the due day, and the time if one is given. The first due day is remembered. */
  snooze: command(
    z.strictObject({ id: followUpId, until: calendarDate, time: z.nullable(localTime) }),
    z.null(),
    topics,
    { label: 'snooze follow-up' },
  ),
  bin: command(one, z.null(), topics, { label: 'move follow-up to the bin' }),
  restore: command(one, z.null(), topics, { label: 'restore follow-up' }),
  /** The catch-up group has been seen; it does not come back. */
  acknowledgeMissed: command(z.strictObject({}), z.null(), topics, { none: 'Nothing but the grouping changes.' }),
} as const;
