import { type ReadDate, readDate } from '../../shared/follow-ups/plain-words.ts';
import { isDayFirst, now } from '../format.ts';

/** Reads a day to come out of plain words, from where and when the user is. */
export function readWhen(text: string): ReadDate | null {
  const { date, time, zone } = now();
  return readDate(text, { today: date, now: time, zone, dayFirst: isDayFirst() });
}
