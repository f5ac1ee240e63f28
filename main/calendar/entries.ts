import { createHash } from 'node:crypto';
import { nextOccurrence } from '../../shared/follow-ups/recurrence.ts';
import { foldName, type LeapDay } from '../../shared/people/rules.ts';
import {
  addDays,
  type CalendarDate,
  dayFrom,
  daysInMonth,
  type Instant,
  instantOf,
  type LocalTime,
  type Zone,
} from '../../shared/time.ts';
import type { DateRow, FollowUpRow, PromiseRow } from './repository.ts';

/** A day, or a time of day in a zone. */
export interface Moment {
  readonly on: CalendarDate;
  readonly time: LocalTime | null;
  readonly zone: Zone;
}

/** One thing in a calendar. */
export interface CalendarEntry {
  /** The same in every file. */
  readonly uid: string;
  readonly summary: string;
  readonly start: Moment;
  readonly rrule: string | null;
  /** Where the first occurrence was put off to. */
  readonly movedTo: Moment | null;
  /** A reminder so many days ahead; null for none. */
  readonly remindDays: number | null;
  readonly revisedAt: Instant;
}

/** A follow-up as an entry of a calendar, a series as one entry. */
export function followUpEntry(row: FollowUpRow, withReminder: boolean): CalendarEntry {
  const due: Moment = { on: row.dueOn, time: row.dueTime, zone: row.zone };
  const occurrence: Moment = { on: row.occurrenceOn, time: row.occurrenceTime, zone: row.occurrenceZone };
  const rrule = row.rrule === null ? null : ruleFrom(row.rrule, row.anchorOn ?? row.occurrenceOn, occurrence);
  const wasMoved = JSON.stringify(due) !== JSON.stringify(occurrence);
  return {
    uid: row.id,
    summary: [row.personName, row.words].filter((part) => part !== null && part.trim() !== '').join(': '),
    // Without a series there is nothing but the day it is due now.
    start: rrule === null ? due : occurrence,
    rrule,
    movedTo: rrule !== null && wasMoved ? due : null,
    remindDays: withReminder ? 0 : null,
    revisedAt: row.updatedAt,
  };
}

/**
 * The rule as it goes on from an occurrence: a number of times becomes the number still to come, and a last day becomes
 * an instant where the series has a time, as RFC 5545 (3.3.10) asks.
 */
function ruleFrom(rrule: string, anchor: CalendarDate, { on, time, zone }: Moment): string {
  return portable(rrule)
    .replace(/COUNT=(\d+)/, (_, count) => `COUNT=${Math.max(1, Number(count) - occurrencesBefore(rrule, anchor, on))}`)
    .replace(/UNTIL=(\d{4})(\d{2})(\d{2})/, (until, year, month, day) =>
      time === null
        ? until
        : `UNTIL=${compact(instantOf(dayFrom(Number(year), Number(month), Number(day)), time, zone).slice(0, 19))}Z`,
    );
}

/**
 * The last of several days of a month, which some calendars count wrongly, said in a way that all understand: the last
 * day of the month, or the day itself where the month has it. Of the 29th and 30th of every month there is none.
 */
function portable(rrule: string): string {
  const month = /BYMONTH=(\d+)/.exec(rrule)?.[1];
  return rrule.replace(/BYMONTHDAY=28(?:,\d+)*,(\d+);BYSETPOS=-1/, (whole, last) => {
    // In a leap year February has as many days as it ever has.
    const length = month === undefined ? 31 : daysInMonth(2000, Number(month));
    if (Number(last) >= length) return 'BYMONTHDAY=-1';
    return month === undefined ? whole : `BYMONTHDAY=${last}`;
  });
}

function compact(text: string): string {
  return text.replaceAll(/[-:]/g, '');
}

function occurrencesBefore(rrule: string, anchor: CalendarDate, occurrence: CalendarDate): number {
  let count = 0;
  let day: CalendarDate | null = nextOccurrence(rrule, anchor, addDays(anchor, -1));
  while (day !== null && day < occurrence) {
    count += 1;
    day = nextOccurrence(rrule, anchor, day);
  }
  return count;
}

/** A promise as an entry of the whole day on which it is due. */
export function promiseEntry(row: PromiseRow, here: Zone, withReminder: boolean): CalendarEntry {
  const { personName, givenBy, words } = row;
  return {
    uid: row.id,
    summary: givenBy === 'me' ? `Promised to ${personName}: ${words}` : `${personName} promised: ${words}`,
    start: { on: row.dueOn, time: null, zone: here },
    rrule: null,
    movedTo: null,
    remindDays: withReminder ? 0 : null,
    revisedAt: row.updatedAt,
  };
}

/** A year that has every day, for dates of which no year is known. */
const NO_YEAR = 2000;
/** Calendars are unsure of days long before this; it is a leap year too. */
const EARLIEST_YEAR = 1904;

/** Important dates as entries that come back every year. */
export function dateEntries(
  rows: readonly DateRow[],
  { here, leapDay, withReminder }: { readonly here: Zone; readonly leapDay: LeapDay; readonly withReminder: boolean },
): readonly CalendarEntry[] {
  const uids = new Map<string, number>();
  return rows.map((row) => {
    const { personId, personName, label, month, day, year } = row;
    // A date has no identity but whose it is and what it is called; of two with the same name the order decides.
    const name = `${personId} ${foldName(label)}`;
    const place = uids.get(name) ?? 0;
    uids.set(name, place + 1);
    const since = year === null ? NO_YEAR : Math.max(year, EARLIEST_YEAR);
    return {
      uid: createHash('sha256').update(`${name} ${place}`).digest('hex').slice(0, 32),
      summary: `${personName}: ${label}`,
      start: { on: dayFrom(since, month, day ?? 1), time: null, zone: here },
      rrule: month === 2 && day === 29 ? LEAP_RULES[leapDay] : 'FREQ=YEARLY',
      movedTo: null,
      remindDays: withReminder ? (row.noticeDays ?? 0) : null,
      revisedAt: row.updatedAt,
    };
  });
}

/** The last day of February, and the 60th day of the year: 29 February or, in other years, 1 March. */
const LEAP_RULES: Readonly<Record<LeapDay, string>> = {
  feb_28: 'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1',
  mar_1: 'FREQ=YEARLY;BYYEARDAY=60',
};
