import * as z from 'zod/mini';
import { type CalendarDate, calendarDate, isCalendarDate } from '../time.ts';

const MOST = 999;
const count = z.int().check(z.minimum(1), z.maximum(MOST));
const weekday = z.int().check(z.minimum(1), z.maximum(7));

/** Which day of a month. The 31st of a shorter month is its last day. Weekdays count from 1 for Monday. */
export const monthDay = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('day'), day: z.int().check(z.minimum(1), z.maximum(31)) }),
  z.strictObject({ kind: z.literal('last_day') }),
  z.strictObject({ kind: z.literal('weekday'), nth: z.literal([1, 2, 3, 4, -1]), weekday }),
  // The first or the last of Monday to Friday.
  z.strictObject({ kind: z.literal('working_day'), nth: z.literal([1, -1]) }),
]);
export type MonthDay = z.infer<typeof monthDay>;

/** Days on the calendar, counted from the day of the first one. */
export const calendarPattern = z.discriminatedUnion('unit', [
  z.strictObject({ unit: z.literal('day'), every: count }),
  z.strictObject({
    unit: z.literal('week'),
    every: count,
    /** In order, each once. */
    weekdays: z.readonly(z.array(weekday).check(z.minLength(1), z.maxLength(7))),
  }),
  z.strictObject({ unit: z.literal('month'), every: count, on: monthDay }),
  z.strictObject({
    unit: z.literal('year'),
    every: count,
    month: z.int().check(z.minimum(1), z.maximum(12)),
    on: monthDay,
  }),
]);
export type CalendarPattern = z.infer<typeof calendarPattern>;

const ends = { until: z.nullable(calendarDate), times: z.nullable(count) };

/**
 * How a follow-up comes back: by the calendar, whenever it was done, or some time after it was done. It may end after a
 * day or after a number of times, the first included.
 */
export const recurrence = z
  .discriminatedUnion('after', [
    z.strictObject({ after: z.literal('calendar'), pattern: calendarPattern, ...ends }),
    z.strictObject({ after: z.literal('done'), unit: z.enum(['day', 'week', 'month', 'year']), every: count, ...ends }),
  ])
  .check(z.refine(({ until, times }) => until === null || times === null));
export type Recurrence = z.infer<typeof recurrence>;
export type Unit = 'day' | 'week' | 'month' | 'year';

const FREQUENCIES = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' } as const;
const DAYS: readonly string[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];
const WORKING_DAYS = 'MO,TU,WE,TH,FR';

/** The rule as RFC 5545 writes it, as it stands in the journal and goes into a calendar. */
export function toRRule(given: Recurrence): string {
  const { unit, every } = given.after === 'done' ? given : given.pattern;
  return [
    `FREQ=${FREQUENCIES[unit]};INTERVAL=${every}`,
    given.after === 'calendar' ? partsOf(given.pattern) : '',
    given.until === null ? '' : `UNTIL=${given.until.replaceAll('-', '')}`,
    given.times === null ? '' : `COUNT=${given.times}`,
  ]
    .filter((part) => part !== '')
    .join(';');
}

function partsOf(pattern: CalendarPattern): string {
  switch (pattern.unit) {
    case 'day':
      return '';
    case 'week':
      return `BYDAY=${[...new Set(pattern.weekdays)]
        .sort((a, b) => a - b)
        .map(codeOf)
        .join(',')};WKST=MO`;
    case 'month':
      return monthDayParts(pattern.on);
    case 'year':
      return `BYMONTH=${pattern.month};${monthDayParts(pattern.on)}`;
  }
}

function monthDayParts(on: MonthDay): string {
  if (on.kind === 'last_day') return 'BYMONTHDAY=-1';
  if (on.kind === 'working_day') return `BYDAY=${WORKING_DAYS};BYSETPOS=${on.nth}`;
  if (on.kind === 'weekday') return `BYDAY=${on.nth}${codeOf(on.weekday)}`;
  if (on.day <= 28) return `BYMONTHDAY=${on.day}`;
  // The last of those days that the month has: what plain BYMONTHDAY=31 would leave out is clamped.
  const days = [28, 29, 30, 31].filter((day) => day <= on.day);
  return `BYMONTHDAY=${days.join(',')};BYSETPOS=-1`;
}

function codeOf(day: number): string {
  return DAYS[day - 1] ?? 'MO';
}

/** Reads a rule that `toRRule` wrote; null for any other text. */
export function fromRRule(text: string, after: Recurrence['after']): Recurrence | null {
  const parts = new Map(
    text.split(';').map((part) => {
      const [name = '', value = ''] = part.split('=');
      return [name, value] as const;
    }),
  );
  // The keys of the table are the units.
  const unit = (Object.keys(FREQUENCIES) as Unit[]).find((each) => FREQUENCIES[each] === parts.get('FREQ'));
  if (unit === undefined) return null;
  const every = Number(parts.get('INTERVAL') ?? '1');
  const endings = { until: dayIn(parts.get('UNTIL')), times: parts.has('COUNT') ? Number(parts.get('COUNT')) : null };
  const read = recurrence.safeParse(
    after === 'done'
      ? { after, unit, every, ...endings }
      : { after, pattern: patternIn(unit, every, parts), ...endings },
  );
  return read.success && toRRule(read.data) === text ? read.data : null;
}

function dayIn(text: string | undefined): CalendarDate | null {
  const day = text?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3') ?? '';
  return isCalendarDate(day) ? day : null;
}

function patternIn(unit: Unit, every: number, parts: ReadonlyMap<string, string>): unknown {
  const byDay = parts.get('BYDAY') ?? '';
  if (unit === 'day') return { unit, every };
  if (unit === 'week') return { unit, every, weekdays: byDay.split(',').map((code) => weekdayIn(code)) };
  const on = monthDayIn(parts.get('BYMONTHDAY') ?? '', byDay, parts.get('BYSETPOS'));
  return unit === 'month' ? { unit, every, on } : { unit, every, month: Number(parts.get('BYMONTH')), on };
}

function monthDayIn(byMonthDay: string, byDay: string, place: string | undefined): unknown {
  if (byMonthDay === '-1') return { kind: 'last_day' };
  if (byMonthDay !== '') return { kind: 'day', day: Number(byMonthDay.split(',').at(-1)) };
  if (byDay === WORKING_DAYS) return { kind: 'working_day', nth: Number(place) };
  return { kind: 'weekday', nth: Number(byDay.slice(0, -2)), weekday: weekdayIn(byDay.slice(-2)) };
}

function weekdayIn(code: string): number {
  return DAYS.indexOf(code) + 1;
}
