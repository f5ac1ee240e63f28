import type { FollowUp } from '../../shared/follow-ups/follow-up.ts';
import { dueDay, noticeAt } from '../../shared/follow-ups/rules.ts';
import { localAt } from '../../shared/time.ts';
import { formatDay, formatTime, now } from '../format.ts';

/** When a follow-up is due, as the calendar and the clock here show it: "tomorrow 10:00". */
export function dueWords(followUp: FollowUp): string {
  const { zone: here } = now();
  const day = formatDay(dueDay(followUp, here));
  if (followUp.dueTime === null) return day;
  return `${day} ${formatTime(localAt(noticeAt(followUp, here), here).time)}`;
}

/** Where its time belongs, when that is not here: "10:00 in Europe/Berlin". */
export function elsewhereWords({ dueTime, zone }: FollowUp): string | null {
  if (dueTime === null || zone === now().zone) return null;
  return `${formatTime(dueTime)} in ${zone.replaceAll('_', ' ')}`;
}

/** What a row is called: the person and the words. */
export function followUpName({ personName, words }: FollowUp): string {
  return [personName, words].filter((part) => part !== null && part.trim() !== '').join(': ');
}
