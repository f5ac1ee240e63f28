import type { LookingBack } from '../../shared/looking-back/contract.ts';
import { daysOf, kindOf, type Period } from '../../shared/looking-back/period.ts';
import { formatCount, formatMonth, formatShortDate } from '../format.ts';

/** "November 2026" or "2026". */
export function periodInWords(of: Period): string {
  return kindOf(of) === 'year' ? of : formatMonth(daysOf(of).from);
}

/** With what the period is compared: "the month before", or as many days of it. */
export function beforeInWords({ period, isOpen, before }: LookingBack): string {
  if (!isOpen) return kindOf(period) === 'year' ? 'the year before' : 'the month before';
  return `${formatShortDate(before.from)} to ${formatShortDate(before.to)}${kindOf(period) === 'year' ? ' of the year before' : ''}`;
}

/** A figure stays with its unit, and the minutes with their hours. */
const NO_BREAK = '\u00a0';

/** "14 h 20 min", of minutes. */
export function timeInWords(minutes: number): string {
  const hours = [Math.floor(minutes / 60), 'h'];
  const rest = [minutes % 60, 'min'];
  return (minutes < 60 ? rest : minutes % 60 === 0 ? hours : [...hours, ...rest]).join(NO_BREAK);
}

/** What the period held, in a sentence. */
export function summaryInWords({ channels, people }: LookingBack): string {
  const conversations = channels.reduce((sum, each) => sum + each.conversations, 0);
  const minutes = channels.reduce((sum, each) => sum + each.minutes, 0);
  const without = channels.reduce((sum, each) => sum + each.withoutMinutes, 0);
  const time =
    minutes === 0
      ? ''
      : `, ${timeInWords(minutes)} in all${without === 0 ? '' : ` (${formatCount(without, 'has', 'have')} no length noted)`}`;
  return `${formatCount(conversations, 'conversation', 'conversations')} with ${formatCount(people.length, 'person', 'people')}${time}.`;
}
