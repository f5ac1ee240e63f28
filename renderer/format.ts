import {
  type CalendarDate,
  type Clock,
  daysBetween,
  type Instant,
  type LocalTime,
  localAt,
  systemClock,
  type Zone,
} from '../shared/time.ts';

let clock: Clock = systemClock;

/** Sets where the page takes the present from. */
export function setClock(other: Clock): void {
  clock = other;
}

/** Today on the wall calendar. */
export function today(): CalendarDate {
  return now().date;
}

interface LocalNow {
  readonly date: CalendarDate;
  readonly time: LocalTime;
  readonly zone: Zone;
}

// Every row of a list asks for the present, and working out the offset of a zone takes its time.
let last: { readonly minute: string; readonly local: LocalNow } | undefined;

/** Day and time of day now, and the zone they are in. */
export function now(): LocalNow {
  const zone = clock.zone();
  const at = clock.now();
  const minute = at.slice(0, 'YYYY-MM-DDTHH:MM'.length);
  if (last?.minute !== minute || last.local.zone !== zone) last = { minute, local: { ...localAt(at, zone), zone } };
  return last.local;
}

/** The present moment, to compare with others. */
export function instantNow(): Instant {
  return clock.now();
}

/** Made at its first use, and once: rows by the dozen ask for it. */
function formatter(options: Intl.DateTimeFormatOptions): () => Intl.DateTimeFormat {
  let made: Intl.DateTimeFormat | undefined;
  return () => {
    made ??= new Intl.DateTimeFormat(undefined, { ...options, timeZone: 'UTC' });
    return made;
  };
}

const wholeDate = formatter({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' });
const dateOfYear = formatter({ weekday: 'short', day: 'numeric', month: 'short' });
const briefDate = formatter({ day: 'numeric', month: 'short', year: 'numeric' });
const briefDateOfYear = formatter({ day: 'numeric', month: 'short' });
const longMonth = formatter({ month: 'long' });
const monthOfYear = formatter({ month: 'long', year: 'numeric' });
const shortMonthOfYear = formatter({ month: 'short', year: 'numeric' });
const monthDay = formatter({ month: 'long', day: 'numeric' });
const monthDayOfYear = formatter({ month: 'long', day: 'numeric', year: 'numeric' });
const dayAndMonth = formatter({ day: 'numeric', month: 'numeric' });
const timeOfDay = formatter({ hour: 'numeric', minute: '2-digit' });

// Days and times of day have no zone: they are formatted as if they were UTC.
function asUtc(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** "Mon, 3 Aug 2026", in the order of the user's locale. */
export function formatDate(date: CalendarDate): string {
  return wholeDate().format(asUtc(date));
}

/** "3 August" or, without a day, "August": for what comes back every year. With the year when it is known. */
export function formatMonthDay(month: number, day: number | null, year: number | null = null): string {
  // A leap year has every day that there is. Set by itself, a year below 100 is taken as it is.
  const date = new Date(Date.UTC(2000, month - 1, day ?? 1));
  if (year !== null) date.setUTCFullYear(year);
  const byYear = day === null ? monthOfYear : monthDayOfYear;
  const everyYear = day === null ? longMonth : monthDay;
  return (year === null ? everyYear : byYear)().format(date);
}

/** "August", for a month (1–12) of any year. */
export function formatMonthName(month: number): string {
  return longMonth().format(Date.UTC(2000, month - 1, 1));
}

/** "August 2026". */
export function formatMonth(date: CalendarDate): string {
  return monthOfYear().format(asUtc(date));
}

/** "Aug 2026". */
export function formatShortMonth(date: CalendarDate): string {
  return shortMonthOfYear().format(asUtc(date));
}

/** "Mon, 3 Aug", where the year is named beside it. */
export function formatShortDate(date: CalendarDate): string {
  return dateOfYear().format(asUtc(date));
}

/** "3 days ago", "5 Nov"; with the year where it is another than the present: for narrow columns. */
export function formatBriefDay(date: CalendarDate): string {
  if (Math.abs(daysBetween(today(), date)) <= 7) return formatDay(date);
  const isThisYear = date.slice(0, 4) === today().slice(0, 4);
  return (isThisYear ? briefDateOfYear : briefDate)().format(asUtc(date));
}

/** "14:30", by the user's locale. */
export function formatTime(time: LocalTime): string {
  return timeOfDay().format(Date.parse(`2000-01-01T${time}:00Z`));
}

const relative = new Intl.RelativeTimeFormat('en', { numeric: 'auto' });

/** "today", "tomorrow", "in 3 days", "3 days ago"; farther than a week: the date. */
export function formatDay(date: CalendarDate): string {
  const days = daysBetween(today(), date);
  if (Math.abs(days) > 7) return formatDate(date);
  return relative.format(days, 'day');
}

/** Day and time of an instant in the present zone: "today 14:30". */
export function formatInstant(at: Instant): string {
  const { date, time } = localAt(at, clock.zone());
  return `${formatDay(date)} ${formatTime(time)}`;
}

/** Bytes in the largest unit that keeps them above one: "1.4 MB". */
export function formatSize(bytes: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;
  const power = bytes < 1 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(bytes) / 3));
  return new Intl.NumberFormat(undefined, {
    style: 'unit',
    unit: units[power] ?? 'byte',
    unitDisplay: power === 0 ? 'long' : 'short',
    maximumFractionDigits: power === 0 ? 0 : 1,
  }).format(bytes / 1000 ** power);
}

/** "1 person", "12 people". */
export function formatCount(count: number, one: string, many: string): string {
  return `${new Intl.NumberFormat().format(count)} ${count === 1 ? one : many}`;
}

/** How many a list has, as far as it was read: "50+" where it goes on, and nothing where it has none. */
export function formatSoFar({
  items,
  more,
}: {
  readonly items: readonly unknown[];
  readonly more: boolean;
}): string | undefined {
  return items.length === 0 ? undefined : `${items.length}${more ? '+' : ''}`;
}

/** Whether the user's locale writes the day before the month. */
export function isDayFirst(): boolean {
  const parts = dayAndMonth().formatToParts(Date.UTC(2000, 0, 1));
  return parts.findIndex(({ type }) => type === 'day') < parts.findIndex(({ type }) => type === 'month');
}
