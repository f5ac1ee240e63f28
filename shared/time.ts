import { TZDate, tzOffset } from '@date-fns/tz';
// By their own paths: the whole of it would be read by every process that starts from the sources.
import { addMonths as addMonthsTo } from 'date-fns/addMonths';
import { getDaysInMonth } from 'date-fns/getDaysInMonth';
import * as z from 'zod/mini';

/** A day without a zone, `YYYY-MM-DD`; columns named `…_on`. */
export type CalendarDate = string & { readonly __time: 'date' };
/** A time of day without a zone, `HH:MM`, 24 hours. */
export type LocalTime = string & { readonly __time: 'time' };
/** A point in time, ISO 8601 in UTC with milliseconds; columns named `…_at`. */
export type Instant = string & { readonly __time: 'instant' };
/** An IANA time zone name, e.g. `Europe/Berlin`. */
export type Zone = string & { readonly __time: 'zone' };

/** Where the present comes from. The only source of it in main is `context.clock`. */
export interface Clock {
  now(): Instant;
  zone(): Zone;
}

/** The zone of what has no place. */
export const UTC = 'UTC' as Zone; // Every system knows it.

const DAY_MS = 86_400_000;
const MINUTE_MS = 60_000;

// Asking for the zone makes a formatter: a list of a hundred days would ask for a quarter of a second.
const ZONE_KEPT_MS = 1000;

/** A clock of this machine. `look` is called before the system is asked for its zone. */
export function createSystemClock(look: () => void = () => undefined): Clock {
  let last: { readonly at: number; readonly zone: Zone } | undefined;
  return {
    now: () => new Date().toISOString() as Instant,
    zone() {
      const now = Date.now();
      if (last === undefined || Math.abs(now - last.at) > ZONE_KEPT_MS) {
        look();
        last = { at: now, zone: knownZone(Intl.DateTimeFormat().resolvedOptions().timeZone, new Date(now)) };
      }
      return last.zone;
    },
  };
}

/** The clock of this machine. Nothing but the composition roots calls it. */
export const systemClock: Clock = createSystemClock();

/**
 * The zone by its name, or one with the offset of that moment where the system names none that is known: `TZ=:/etc/localtime`
 * names a file, and some systems have zones that the tables here have not. Without any zone no day could be told.
 */
export function knownZone(name: string | undefined, at: Date): Zone {
  if (name !== undefined && isZone(name)) return name;
  const east = -at.getTimezoneOffset();
  if (east === 0) return UTC;
  // These names count to the west.
  const wholeHours = `Etc/GMT${east > 0 ? '-' : '+'}${Math.abs(east) / 60}`;
  if (isZone(wholeHours)) return wholeHours;
  const names = Intl.supportedValuesOf('timeZone').filter((other) => isZone(other));
  return names.find((other) => tzOffset(other, at) === east) ?? UTC;
}

// Days are counted in UTC, where every one of them has 24 hours, whatever the zone of the machine. Lists ask for the
// distance of hundreds of days, so that is plain arithmetic; where months come in, the library counts.
function utcMidnight(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function utcDay(date: string): TZDate {
  return new TZDate(utcMidnight(date), 'UTC');
}

function dayOf(date: TZDate): CalendarDate {
  return new Date(date.getTime()).toISOString().slice(0, 10) as CalendarDate;
}

/** True for a real day: `2027-02-29` is not one. Years 0001 to 9999. */
export function isCalendarDate(text: string): text is CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false;
  const parsed = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(text);
}

/** True for a time of day as `HH:MM`. */
export function isLocalTime(text: string): text is LocalTime {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** True for an instant as it is written down: UTC, with milliseconds. */
export function isInstant(text: string): text is Instant {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/.test(text)) return false;
  const parsed = new Date(text);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === text;
}

// Asking the runtime costs more than the rest of a row, and the zones in use are few.
const knownZones = new Set<string>();

/** True for a named zone that this computer knows, such as `Europe/Berlin`. */
export function isZone(text: string): text is Zone {
  if (knownZones.has(text)) return true;
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    // An offset such as +02:00 knows nothing of summer time, so it is not a place to keep a meeting in.
    const isNamed = text.length > 0 && !/^[+-]/.test(text);
    if (isNamed) knownZones.add(text);
    return isNamed;
  } catch {
    return false;
  }
}

// The casts below add brands only; the values stay the checked strings.
type Branded<T extends string> = z.ZodMiniType<T, T>;
export const calendarDate = z.string().check(z.refine((t) => isCalendarDate(t))) as unknown as Branded<CalendarDate>;
export const localTime = z.string().check(z.refine((t) => isLocalTime(t))) as unknown as Branded<LocalTime>;
export const instant = z.string().check(z.refine((t) => isInstant(t))) as unknown as Branded<Instant>;
export const zone = z.string().check(z.refine((t) => isZone(t))) as unknown as Branded<Zone>;

/** The day at an instant, as the wall calendar of the zone shows it. */
export function dateAt(at: Instant, inZone: Zone): CalendarDate {
  return localAt(at, inZone).date;
}

/** Day and time of day at an instant, as the wall clock of the zone shows them. */
export function localAt(at: Instant, inZone: Zone): { readonly date: CalendarDate; readonly time: LocalTime } {
  const local = new TZDate(new Date(at).getTime(), inZone);
  return {
    date: dayFrom(local.getFullYear(), local.getMonth() + 1, local.getDate()),
    time: timeFrom(60 * local.getHours() + local.getMinutes()),
  };
}

const two = (part: number): string => String(part).padStart(2, '0');

/** A day of numbers, with months from 1. Whether there is such a day is for the caller to check. */
export function dayFrom(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}` as CalendarDate;
}

/** The time of day so many minutes after midnight: 0 to 1439 of them. */
export function timeFrom(minutes: number): LocalTime {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` as LocalTime;
}

/** The instant so many milliseconds after the beginning of 1970. */
export function instantFrom(milliseconds: number): Instant {
  return new Date(milliseconds).toISOString() as Instant;
}

/** Today on the clock's wall calendar. */
export function todayOf(clock: Clock): CalendarDate {
  return dateAt(clock.now(), clock.zone());
}

/**
 * The instant of a local date and time in a zone. A time that the change to summer time skips is read as the same
 * distance after the gap; one that happens twice is the first of the two.
 */
export function instantOf(date: CalendarDate, time: LocalTime, inZone: Zone): Instant {
  const wall = Date.parse(`${date}T${time}:00.000Z`);
  // With the offset of the day before, a time that comes twice is its first, and a skipped one lies after the gap.
  const offsetBefore = tzOffset(inZone, new Date(wall - DAY_MS)) * MINUTE_MS;
  const earlier = wall - offsetBefore;
  const local = localAt(instantFrom(earlier), inZone);
  if (local.date === date && local.time === time) return instantFrom(earlier);
  const later = wall - tzOffset(inZone, new Date(earlier)) * MINUTE_MS;
  const reached = localAt(instantFrom(later), inZone);
  return instantFrom(reached.date === date && reached.time === time ? later : earlier);
}

/** The instant `minutes` after another. */
export function instantAfter(at: Instant, minutes: number): Instant {
  return instantFrom(Date.parse(at) + minutes * MINUTE_MS);
}

/** The day `days` after `date` (before it, when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(utcMidnight(date) + days * DAY_MS).toISOString().slice(0, 10) as CalendarDate;
}

/** The same day of the month, `months` later; the 31st becomes the last day of a shorter month. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  return dayOf(addMonthsTo(utcDay(date), months));
}

/** Number of days in a month (1–12) of a year. */
export function daysInMonth(year: number, month: number): number {
  return getDaysInMonth(utcDay(dayFrom(year, month, 1)));
}

/** Whole days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return (utcMidnight(to) - utcMidnight(from)) / DAY_MS;
}

/** Day of the week, 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  return new Date(utcMidnight(date)).getUTCDay() || 7;
}
