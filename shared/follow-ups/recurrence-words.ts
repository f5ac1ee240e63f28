import type { CalendarDate } from '../time.ts';
import type { CalendarPattern, MonthDay, Recurrence, Unit } from './recurrence-rule.ts';

/** Monday to Sunday. */
export const WEEKDAY_NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** January to December. */
export const MONTH_NAMES = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;

const PLACES = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', [-1]: 'last' } as const;

/** A recurrence in words: "every 2 weeks on Tuesday, 5 times". A day is written by the one who knows the locale. */
export function describeRecurrence(recurrence: Recurrence, writeDay: (day: CalendarDate) => string): string {
  const { until, times } = recurrence;
  const every =
    recurrence.after === 'done'
      ? `${counted(recurrence.every, recurrence.unit)} after it was done`
      : patternWords(recurrence.pattern);
  if (until !== null) return `${every}, until ${writeDay(until)}`;
  if (times === null) return every;
  const number = times === 1 ? 'once' : `${times} times`;
  return recurrence.after === 'done' ? `${every}, ${number} more` : `${every}, ${number}`;
}

function patternWords(pattern: CalendarPattern): string {
  const { unit, every } = pattern;
  switch (unit) {
    case 'day':
      return everyWords(every, unit);
    case 'week': {
      const days = [...pattern.weekdays].sort((a, b) => a - b);
      if (days.length === 7) return every === 1 ? 'every day' : `${everyWords(every, unit)} on all days`;
      const isWorkingWeek = days.join() === '1,2,3,4,5';
      if (every === 1 && isWorkingWeek) return 'every weekday, Monday to Friday';
      const named = isWorkingWeek ? 'weekdays' : listed(days.map(weekdayName));
      return every === 1 ? `every ${named}` : `${everyWords(every, unit)} on ${named}`;
    }
    case 'month':
      return `${everyWords(every, unit)} on ${monthDayWords(pattern.on)}`;
    case 'year': {
      const month = MONTH_NAMES[pattern.month - 1] ?? '';
      const day = pattern.on.kind === 'day' ? `${pattern.on.day} ${month}` : `${monthDayWords(pattern.on)} of ${month}`;
      return `${everyWords(every, unit)} on ${day}`;
    }
  }
}

/** "the 31st", "the last day", "the first Monday". */
export function monthDayWords(on: MonthDay): string {
  switch (on.kind) {
    case 'day':
      return on.day > 28 ? `the ${ordinal(on.day)}, or the last day of a shorter month` : `the ${ordinal(on.day)}`;
    case 'last_day':
      return 'the last day';
    case 'working_day':
      return `the ${PLACES[on.nth]} weekday (Monday to Friday)`;
    case 'weekday':
      return `the ${PLACES[on.nth]} ${weekdayName(on.weekday)}`;
  }
}

function everyWords(every: number, unit: Unit): string {
  return every === 1 ? `every ${unit}` : `every ${counted(every, unit)}`;
}

function counted(count: number, unit: Unit): string {
  return `${count} ${count === 1 ? unit : `${unit}s`}`;
}

function weekdayName(weekday: number): string {
  return WEEKDAY_NAMES[weekday - 1] ?? '';
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}

function ordinal(day: number): string {
  const isTeen = day >= 11 && day <= 13;
  const ending = isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][day % 10] ?? 'th');
  return `${day}${ending}`;
}
