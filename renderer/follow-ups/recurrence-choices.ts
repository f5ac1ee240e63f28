import type { MonthDay, Recurrence, Unit } from '../../shared/follow-ups/recurrence-rule.ts';
import { monthDayWords } from '../../shared/follow-ups/recurrence-words.ts';
import { addDays, type CalendarDate, weekdayOf } from '../../shared/time.ts';

/** How often the small form of a recurrence asks it: the unit first. */
export function unitOf(recurrence: Recurrence): Unit {
  return recurrence.after === 'done' ? recurrence.unit : recurrence.pattern.unit;
}

/** Every how many of its days, weeks, months or years it comes back. */
export function everyOf(recurrence: Recurrence): number {
  return recurrence.after === 'done' ? recurrence.every : recurrence.pattern.every;
}

/** The plainest recurrence of a kind that a day begins: on its weekday, its day of the month, its day of the year. */
function recurrenceFrom(
  day: CalendarDate,
  unit: Unit,
  {
    every = 1,
    until = null,
    times = null,
  }: Partial<Pick<Recurrence, 'until' | 'times'>> & { readonly every?: number } = {},
): Recurrence {
  const ends = { until, times };
  const on = { kind: 'day' as const, day: Number(day.slice(8)) };
  switch (unit) {
    case 'day':
      return { after: 'calendar', pattern: { unit, every }, ...ends };
    case 'week':
      return { after: 'calendar', pattern: { unit, every, weekdays: [weekdayOf(day)] }, ...ends };
    case 'month':
      return { after: 'calendar', pattern: { unit, every, on }, ...ends };
    case 'year':
      return { after: 'calendar', pattern: { unit, every, month: Number(day.slice(5, 7)), on }, ...ends };
  }
}

/** The plainest one of a kind; it ends as the one before did, and is counted as that was. */
export function withUnit(recurrence: Recurrence | null, unit: Unit, day: CalendarDate): Recurrence {
  if (recurrence === null) return recurrenceFrom(day, unit);
  const { until, times } = recurrence;
  return recurrence.after === 'done'
    ? { after: 'done', unit, every: 1, until, times }
    : recurrenceFrom(day, unit, { until, times });
}

/** The same with another number. */
export function withEvery(recurrence: Recurrence, every: number): Recurrence {
  if (recurrence.after === 'done') return { ...recurrence, every };
  return { ...recurrence, pattern: { ...recurrence.pattern, every } };
}

/** The same, counted from the calendar or from when it was done. */
export function withAfter(recurrence: Recurrence, after: Recurrence['after'], day: CalendarDate): Recurrence {
  if (recurrence.after === after) return recurrence;
  const [unit, every] = [unitOf(recurrence), everyOf(recurrence)];
  const { until, times } = recurrence;
  return after === 'done' ? { after, unit, every, until, times } : recurrenceFrom(day, unit, { every, until, times });
}

export interface MonthDayChoice {
  readonly value: string;
  readonly label: string;
  readonly on: MonthDay;
}

/** What a day can stand for in its month, and what is chosen already. */
export function monthDayChoices(day: CalendarDate, chosen: MonthDay): readonly MonthDayChoice[] {
  const date = Number(day.slice(8));
  const weekday = weekdayOf(day);
  const nth = ([1, 2, 3, 4] as const)[Math.ceil(date / 7) - 1];
  const isInMonth = (days: number): boolean => addDays(day, days).slice(0, 7) === day.slice(0, 7);
  const all: readonly (MonthDay | null)[] = [
    chosen,
    { kind: 'day', day: date },
    isInMonth(1) ? null : { kind: 'last_day' },
    nth === undefined ? null : { kind: 'weekday', nth, weekday },
    isInMonth(7) ? null : { kind: 'weekday', nth: -1, weekday },
    weekday <= 5 && date <= (weekday === 1 ? 3 : 1) ? { kind: 'working_day', nth: 1 } : null,
    weekday <= 5 && !isInMonth(weekday === 5 ? 3 : 1) ? { kind: 'working_day', nth: -1 } : null,
  ];
  const choices = all
    .filter((on) => on !== null)
    .map((on) => ({ value: JSON.stringify(Object.entries(on).sort()), label: `on ${monthDayWords(on)}`, on }));
  return choices.filter(({ value }, index) => choices.findIndex((other) => other.value === value) === index);
}
