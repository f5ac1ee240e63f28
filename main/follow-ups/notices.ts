import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { isDigestTime, isQuiet } from '../../shared/follow-ups/quiet-hours.ts';
import { dueDay, noticeAt } from '../../shared/follow-ups/rules.ts';
import type { FollowUpId } from '../../shared/id.ts';
import type { Envelope } from '../../shared/ipc.ts';
import { instantAfter, localAt, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { remindOfPromises, takePromisesToRemindOf } from '../promises/reminders.ts';
import { listDuePromises } from '../promises/repository.ts';
import { listPendingUpTo } from './lists.ts';

const NAMES_SHOWN = 3;
/** More than so many at once become one. */
const EACH_AT_MOST = 3;
const SNOOZE_MINUTES = 60;

export interface NoticeOptions {
  /** Brings the user to Today. */
  readonly show: () => void;
  /** Does something as a page would: in a transaction, with its undo, announced. */
  readonly call?: ((method: string, input: unknown) => Promise<Envelope>) | undefined;
}

export interface Notices {
  /**
   * Tells what was found due, what was held back while it was quiet, or the digest of the morning. What was missed while
   * nobody could look is one message.
   */
  tell(found: readonly FollowUp[], wasMissed: boolean): void;
  /** Shows on the icon of the app how much is due. */
  showCount(): void;
}

/** What the system shows of follow-ups, without names unless they are wanted. The lists in the app need none of it. */
export function createNotices(context: Context, { show, call }: NoticeOptions): Notices {
  const held = new Set<FollowUpId>();
  let count = 0;

  function tell(found: readonly FollowUp[], wasMissed: boolean): void {
    const { settings } = context.settings;
    if (!settings.notifications) {
      held.clear();
      return;
    }
    const { date, time } = localAt(context.clock.now(), context.clock.zone());
    if (isQuiet(settings.quietHours, time)) {
      for (const { id } of found) held.add(id);
      return;
    }
    const hasDigest = context.settings.digestOn === date;
    if (!hasDigest && isDigestTime(settings.digestAt, time)) {
      context.settings.change({ digestOn: date });
      held.clear();
      tellDigest();
      return;
    }
    // What belongs to the day as a whole was in its digest.
    const fresh = hasDigest && settings.digestAt !== null ? found.filter(({ dueTime }) => dueTime !== null) : found;
    const waiting = held.size === 0 ? [] : pending().filter(({ id }) => held.has(id));
    held.clear();
    tellAll([...waiting, ...fresh], wasMissed || waiting.length > 0);
    remindOfPromises(context, show);
  }

  /** What is due now. */
  function pending(): readonly FollowUp[] {
    const zone = context.clock.zone();
    return listPendingUpTo(context.database, todayOf(context.clock))
      .map(({ followUp }) => followUp)
      .filter((followUp) => noticeAt(followUp, zone) <= context.clock.now());
  }

  function dueToday(): readonly FollowUp[] {
    const today = todayOf(context.clock);
    return listPendingUpTo(context.database, today)
      .map(({ followUp }) => followUp)
      .filter((followUp) => dueDay(followUp, context.clock.zone()) <= today);
  }

  function tellDigest(): void {
    const followUps = dueToday().length;
    const today = todayOf(context.clock);
    const promises = listDuePromises(context.database, today).length;
    const parts = [
      ...(followUps > 0 ? [countOf(followUps, 'follow-up', 'follow-ups')] : []),
      ...(promises > 0 ? [countOf(promises, 'promise', 'promises')] : []),
    ];
    const tomorrow = takePromisesToRemindOf(context).filter(({ dueOn }) => dueOn !== null && dueOn > today).length;
    const days = [
      ...(parts.length > 0 ? [`Due today: ${parts.join(' and ')}`] : []),
      ...(tomorrow > 0 ? [`Due tomorrow: ${countOf(tomorrow, 'promise', 'promises')}`] : []),
    ];
    if (days.length > 0) context.desk.notify({ title: 'Rapport', body: days.join('. ') }, show);
  }

  function tellAll(found: readonly FollowUp[], asOne: boolean): void {
    const { showNames } = context.settings.settings;
    // Several lines that all say the same tell no more than one, unless each can be acted on.
    const isEach =
      !asOne && found.length <= EACH_AT_MOST && (showNames || context.desk.abilities().notificationActions);
    for (const followUps of isEach ? found.map((each) => [each]) : found.length > 0 ? [found] : []) tellOf(followUps);
  }

  function tellOf(followUps: readonly FollowUp[]): void {
    const words = followUps.length === 1 ? 'A follow-up is due' : `${followUps.length} follow-ups are due`;
    const names = context.settings.settings.showNames ? namesOf(followUps) : '';
    const [followUp] = followUps;
    context.desk.notify(
      {
        title: 'Rapport',
        body: names === '' ? words : `${words}: ${names}`,
        ...(followUp === undefined || followUps.length > 1 ? {} : { actions: actionsOf(followUp) }),
      },
      show,
    );
  }

  function actionsOf({ id }: FollowUp) {
    return [
      { label: 'Open', act: show },
      { label: 'Done', act: () => perform('followUps.done', { id }) },
      { label: 'Snooze for an hour', act: () => perform('followUps.snooze', { id, ...inAnHour() }) },
    ];
  }

  function inAnHour() {
    const { date, time } = localAt(instantAfter(context.clock.now(), SNOOZE_MINUTES), context.clock.zone());
    return { until: date, time };
  }

  function perform(method: string, input: unknown): void {
    // What cannot be done any more (it is done, or gone) is seen on Today.
    void call?.(method, input).then(({ ok }) => ok || show());
  }

  return {
    tell,
    showCount() {
      const next = context.settings.settings.notifications ? dueToday().length : 0;
      if (next === count) return;
      count = next;
      context.desk.showCount(next);
    },
  };
}

function countOf(count: number, one: string, many: string): string {
  return `${count} ${count === 1 ? one : many}`;
}

function namesOf(found: readonly FollowUp[]): string {
  const names = [...new Set(found.map(({ personName, words }) => personName ?? words))];
  const shown = names.slice(0, NAMES_SHOWN).join(', ');
  return names.length > NAMES_SHOWN ? `${shown} and ${names.length - NAMES_SHOWN} more` : shown;
}
