import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import type { CalendarDate } from '../../shared/time.ts';
import { act } from '../act.ts';
import { api } from '../api.ts';
import { formatDay } from '../format.ts';

// Everything a row can do, each with its undo. They answer whether it was done.

export function finish({ id }: FollowUp): Promise<boolean> {
  return act(() => api.followUps.done({ id }), 'Follow-up done');
}

export function reopen({ id }: FollowUp): Promise<boolean> {
  return act(() => api.followUps.reopen({ id }), 'Follow-up open again');
}

export function snooze({ id }: FollowUp, until: CalendarDate): Promise<boolean> {
  return act(() => api.followUps.snooze({ id, until, time: null }), `Snoozed until ${formatDay(until)}`);
}

export function moveToBin({ id }: FollowUp): Promise<boolean> {
  return act(() => api.followUps.bin({ id }), 'Follow-up moved to the bin');
}
