import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import type { FollowUpId } from '../../shared/id.ts';
import type { CalendarDate, LocalTime } from '../../shared/time.ts';
import { actSaying } from '../act.ts';
import { api } from '../api.ts';
import { formatCount, formatDay, formatTime } from '../format.ts';

// Everything a row can do, each with its undo. They answer whether it was done.

export function finish({ id }: FollowUp, note = ''): Promise<boolean> {
  return actSaying(
    () => api.followUps.done({ id, note }),
    ({ nextOn }) => withNext('Follow-up done', nextOn),
  );
}

export function reopen({ id }: FollowUp): Promise<boolean> {
  return actSaying(
    () => api.followUps.reopen({ id }),
    () => 'Follow-up open again',
  );
}

export function snooze({ id }: FollowUp, until: CalendarDate, time: LocalTime | null = null): Promise<boolean> {
  return actSaying(
    () => api.followUps.snooze({ id, until, time }),
    () => `Snoozed until ${time === null ? formatDay(until) : `${formatDay(until)} ${formatTime(time)}`}`,
  );
}

export function skip({ id }: FollowUp, missed: boolean): Promise<boolean> {
  return actSaying(
    () => api.followUps.skip({ id, missed }),
    ({ nextOn }) =>
      nextOn === null ? 'That was the last one; the series moved to the bin' : withNext('Skipped', nextOn),
  );
}

export function pause({ id }: FollowUp): Promise<boolean> {
  return actSaying(
    () => api.followUps.pause({ id }),
    () => 'Series paused',
  );
}

export function resume({ id }: FollowUp): Promise<boolean> {
  return actSaying(
    () => api.followUps.resume({ id }),
    ({ nextOn }) => withNext('Series resumed', nextOn),
  );
}

export function moveToBin({ id }: FollowUp): Promise<boolean> {
  return actSaying(
    () => api.followUps.bin({ id }),
    () => 'Follow-up moved to the bin',
  );
}

export function finishAll(ids: readonly FollowUpId[]): Promise<boolean> {
  return actSaying(
    () => api.followUps.doneAll({ ids }),
    () => `${counted(ids)} done`,
  );
}

export function snoozeAll(ids: readonly FollowUpId[], until: CalendarDate): Promise<boolean> {
  return actSaying(
    () => api.followUps.snoozeAll({ ids, until }),
    () => `${counted(ids)} snoozed until ${formatDay(until)}`,
  );
}

export function moveAllToBin(ids: readonly FollowUpId[]): Promise<boolean> {
  return actSaying(
    () => api.followUps.binAll({ ids }),
    () => `${counted(ids)} moved to the bin`,
  );
}

function withNext(done: string, nextOn: CalendarDate | null): string {
  return nextOn === null ? done : `${done}; the next one is due ${formatDay(nextOn)}`;
}

function counted({ length }: readonly FollowUpId[]): string {
  return formatCount(length, 'follow-up', 'follow-ups');
}
