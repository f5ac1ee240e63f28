import * as z from 'zod/mini';
import { conversationId, followUpId, personId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { lineText, passageText } from '../text.ts';
import { calendarDate, localTime } from '../time.ts';
import { followUp, followUpFields } from './follow-up.ts';
import { recurrence } from './recurrence-rule.ts';

const one = z.strictObject({ id: followUpId });
const ids = z.readonly(z.array(followUpId).check(z.minLength(1), z.maxLength(10_000)));
const many = z.strictObject({ ids });
/** The day of the next occurrence; null when it is for once or the series is over. */
const next = z.strictObject({ nextOn: z.nullable(calendarDate) });

export const followUpKind = z.enum(['any', 'once', 'repeating', 'paused', 'timed', 'snoozed']);
export type FollowUpKind = z.infer<typeof followUpKind>;
const topics = ['follow-ups'] as const;

export const followUpsContract = {
  /**
   * Open ones by due date; done or deleted ones, the latest first. In pages of 50 after the position `before`. Without
   * a person, those of people in the bin are left out, and a filter can narrow the list: words that begin in the
   * person's name or their organisation's, a part of a tag or of the follow-up's own words, and a kind of date. Open ones
   * can be narrowed to some days, both included, as they were written down: a time that belongs elsewhere may fall on
   * another day here; and to series that rest (`paused`), or to all others.
   */
  list: query(
    z.strictObject({
      personId: z.nullable(personId),
      show: z.enum(['open', 'done', 'bin']),
      filter: z.optional(z.strictObject({ text: lineText, kind: followUpKind })),
      due: z.optional(z.strictObject({ from: z.nullable(calendarDate), until: z.nullable(calendarDate) })),
      paused: z.optional(z.boolean()),
      before: z.nullable(z.int()),
    }),
    z.strictObject({ items: z.readonly(z.array(followUp)), next: z.nullable(z.int()) }),
  ),
  /** The open follow-up that a conversation made, if any; the newest when there are several. */
  ofConversation: query(z.strictObject({ conversationId }), z.nullable(followUp)),
  /**
   * Open follow-ups due now or later today, each in one of three groups: those that came due while the app was closed
   * or the computer slept and that nobody has acknowledged (`missed`), overdue ones, and today's; of each group the
   * first fifty, and how many there are. Those of people in the bin are left out.
   */
  due: query(
    z.strictObject({}),
    z.strictObject({
      missed: z.readonly(z.array(followUp)),
      overdue: z.readonly(z.array(followUp)),
      today: z.readonly(z.array(followUp)),
      counts: z.strictObject({ missed: z.int(), overdue: z.int(), today: z.int() }),
    }),
  ),
  create: command(followUpFields, one, topics, { label: 'new follow-up' }),
  edit: command(z.strictObject({ id: followUpId, fields: followUpFields }), z.null(), topics, {
    label: 'edit follow-up',
  }),
  /**
   * The days of a recurrence, at most five: from the first one on or after `from`, or, with the anchor of a series, on
   * from its occurrence `from`. None when it ends before it begins.
   */
  dates: query(
    z.strictObject({ recurrence, anchorOn: z.nullable(calendarDate), from: calendarDate }),
    z.strictObject({ dates: z.readonly(z.array(calendarDate)) }),
  ),
  /**
   * One that comes back moves to its next occurrence, strictly after the one that is done; what was done stays as a
   * follow-up of its own, with the note. Errors: `rule_violated` when it is done already.
   */
  done: command(z.strictObject({ id: followUpId, note: z.optional(passageText) }), next, topics, {
    label: 'follow-up done',
  }),
  /** Does all of them that are open. */
  doneAll: command(many, z.null(), topics, { label: 'follow-ups done' }),
  /**
   * Leaves out this occurrence, or, with `missed`, every one that is over. After the last one the series goes to the
   * bin. Errors: `rule_violated` when it does not come back or is done.
   */
  skip: command(z.strictObject({ id: followUpId, missed: z.boolean() }), next, topics, { label: 'skip follow-up' }),
  /** Lets a series rest. Errors: `rule_violated` when it does not come back or is done. */
  pause: command(one, z.null(), topics, { label: 'pause follow-up' }),
  /** It is due again on its first day that is not over. Errors: `rule_violated` when it is not paused. */
  resume: command(one, next, topics, { label: 'resume follow-up' }),
  reopen: command(one, z.null(), topics, { label: 'reopen follow-up' }),
  /** Moves the due day, and the time if one is given. The first due day and time are remembered. */
  snooze: command(
    z.strictObject({ id: followUpId, until: calendarDate, time: z.nullable(localTime) }),
    z.null(),
    topics,
    { label: 'snooze follow-up' },
  ),
  /** Moves the due day of all of them; each keeps its own time. */
  snoozeAll: command(z.strictObject({ ids, until: calendarDate }), z.null(), topics, { label: 'snooze follow-ups' }),
  binAll: command(many, z.null(), topics, { label: 'move follow-ups to the bin' }),
  bin: command(one, z.null(), topics, { label: 'move follow-up to the bin' }),
  restore: command(one, z.null(), topics, { label: 'restore follow-up' }),
  /** The catch-up group has been seen; it does not come back. */
  acknowledgeMissed: command(z.strictObject({}), z.null(), topics, { none: 'Nothing but the grouping changes.' }),
} as const;
