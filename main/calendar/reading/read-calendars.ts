import { createHash } from 'node:crypto';
import { closeSync, constants, fstatSync, openSync, readFileSync } from 'node:fs';
import type { CalendarMeeting, CalendarProblem } from '../../../shared/calendar/meeting.ts';
import { type CalendarDate, type Instant, instantFrom, type Zone } from '../../../shared/time.ts';
import { type Entry, entriesOf } from './entries.ts';
import { calendarsIn, textOf } from './ics-text.ts';
import { type Occurrence, occurrencesOf, type Window } from './occurrences.ts';
import { instantAt, partsOf, wallAt } from './zones.ts';

/** Larger files are not read; ten thousand meetings have a tenth of it. */
const LARGEST_CALENDAR = 32 * 1024 * 1024;
/** Nobody has as many meetings in two days. */
const MOST_MEETINGS = 300;
const MOST_SHOWN = 50;

export interface ReadCalendarsInput {
  readonly files: readonly string[];
  readonly from: CalendarDate;
  readonly until: CalendarDate;
  readonly here: Zone;
  /** Addresses of the user. */
  readonly mine: readonly string[];
}

/** How reading one file went. */
export interface CalendarFileRead {
  readonly path: string;
  readonly entries: number;
  readonly problems: readonly { readonly problem: CalendarProblem; readonly count: number }[];
}

export interface CalendarsRead {
  readonly files: readonly CalendarFileRead[];
  readonly meetings: readonly CalendarMeeting[];
}

/** Everything that was written about one meeting or one series, and the file that spoke of it first. */
interface Series {
  readonly file: string;
  /** By which one of the series each entry is about; empty for the whole. */
  readonly entries: Map<string, Entry>;
}

/** Reads calendar files and answers with what takes place on some days, the earliest first. Writes nothing. */
export function readCalendars({ files, from, until, here, mine }: ReadCalendarsInput): CalendarsRead {
  const owner = new Set(mine.map((address) => address.toLowerCase()));
  const all = new Map<string, Series>();
  const read = files.map((path) => readOne(path, owner, all, here));
  const window: Window = { firstDay: midnight(from), lastDay: midnight(until), here };
  const meetings: CalendarMeeting[] = [];
  const broken = new Map<string, number>();
  for (const { file, entries } of all.values()) {
    try {
      for (const each of occurrencesOf([...entries.values()], window)) {
        if (!each.entry.isDeclined) meetings.push(meetingOf(each, here));
      }
    } catch {
      // A rule that nobody can follow: its series is left out and said, the others are there.
      broken.set(file, (broken.get(file) ?? 0) + 1);
    }
  }
  return {
    files: read.map((file) => withBroken(file, broken.get(file.path) ?? 0)),
    meetings: meetings.sort(byTime).slice(0, MOST_MEETINGS),
  };
}

function withBroken(file: CalendarFileRead, more: number): CalendarFileRead {
  if (more === 0) return file;
  const known = file.problems.find(({ problem }) => problem === 'broken_entries')?.count ?? 0;
  const others = file.problems.filter(({ problem }) => problem !== 'broken_entries');
  return { ...file, problems: [{ problem: 'broken_entries', count: known + more }, ...others] };
}

function readOne(path: string, owner: ReadonlySet<string>, all: Map<string, Series>, here: Zone): CalendarFileRead {
  const bytes = bytesOf(path);
  if (typeof bytes === 'string') return { path, entries: 0, problems: [{ problem: bytes, count: 1 }] };
  const calendars = calendarsIn(textOf(bytes));
  if (calendars.length === 0) return { path, entries: 0, problems: [{ problem: 'no_calendar', count: 1 }] };
  const parts = calendars.map((calendar) => entriesOf(calendar, owner));
  for (const entry of parts.flatMap(({ entries }) => entries)) take(all, entry, path, here);
  const broken = parts.reduce((sum, part) => sum + part.broken, 0);
  const unknown = parts.reduce((sum, part) => sum + part.unknownZones, 0);
  return {
    path,
    entries: parts.reduce((sum, part) => sum + part.entries.length, 0),
    problems: [
      ...(broken > 0 ? [{ problem: 'broken_entries' as const, count: broken }] : []),
      ...(unknown > 0 ? [{ problem: 'unknown_zone' as const, count: unknown }] : []),
    ],
  };
}

function bytesOf(path: string): Buffer | CalendarProblem {
  let file: number | undefined;
  try {
    // It does not wait for the other end of a pipe; Windows has no such thing.
    file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const found = fstatSync(file);
    if (!found.isFile()) return 'not_readable';
    if (found.size > LARGEST_CALENDAR) return 'too_large';
    return readFileSync(file);
  } catch {
    return 'not_readable';
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Of what several files say about the same meeting the latest revision counts; of two alike the one that cancels it. */
function take(all: Map<string, Series>, entry: Entry, file: string, here: Zone): void {
  const series = all.get(entry.uid) ?? { file, entries: new Map<string, Entry>() };
  all.set(entry.uid, series);
  const name = `${replacedName(entry, here)}${entry.isRange ? ' and on' : ''}`;
  const other = series.entries.get(name);
  if (other === undefined || isNewer(entry, other)) series.entries.set(name, entry);
}

function replacedName({ replaces }: Entry, here: Zone): string {
  if (replaces === null) return '';
  return replaces.isDay ? partsOf(replaces.wall).date : String(instantAt(replaces.wall, replaces.zone, here));
}

function isNewer(one: Entry, other: Entry): boolean {
  if (one.sequence !== other.sequence) return one.sequence > other.sequence;
  if (one.isCancelled !== other.isCancelled) return one.isCancelled;
  return one.revised >= other.revised;
}

function meetingOf({ entry, original, firstDay, lastDay, startsAt, endsAt }: Occurrence, here: Zone): CalendarMeeting {
  const { uid, title, place, attendees } = entry;
  const timed =
    startsAt === null || endsAt === null ? null : { start: wallAt(startsAt, here), end: wallAt(endsAt, here) };
  return {
    id: createHash('sha256')
      .update(`${uid}\n${original}\n${startsAt ?? firstDay}`)
      .digest('hex')
      .slice(0, 32),
    title,
    place,
    on: partsOf(firstDay).date,
    until: partsOf(lastDay).date,
    time: timed === null ? null : partsOf(timed.start).time,
    endTime: timed === null ? null : partsOf(timed.end).time,
    startsAt: instantText(startsAt),
    endsAt: instantText(endsAt),
    attendees: attendees.slice(0, MOST_SHOWN),
  };
}

function instantText(at: number | null): Instant | null {
  return at === null ? null : instantFrom(at);
}

function midnight(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00.000Z`);
}

/** Whole days come before the times of a day. */
function byTime(one: CalendarMeeting, other: CalendarMeeting): number {
  const key = ({ on, time, title }: CalendarMeeting): string => `${on} ${time ?? ''} ${title}`;
  return key(one) < key(other) ? -1 : 1;
}
