import { createHash } from 'node:crypto';
import ICAL from 'ical.js';
import type { Attendee } from '../../../shared/calendar/meeting.ts';
import type { Block, CalendarText } from './ics-text.ts';
import { describedZones, type EntryZone, FLOATING, UTC, type Wall, zoneNamed } from './zones.ts';

/** A day, or a local time in a zone. */
export interface Moment {
  readonly wall: Wall;
  readonly isDay: boolean;
  readonly zone: EntryZone;
}

/** An additional start; some say how long it takes as well. */
export interface AdditionalStart {
  readonly start: Moment;
  readonly length: Length | null;
}

/** How long something takes: until another moment, or so many milliseconds. */
export type Length =
  | { readonly until: Moment; readonly span?: undefined }
  | { readonly span: number; readonly until?: undefined };

/** A rule of return, its end apart from it, because that may be said in another zone. */
export interface Rule {
  readonly rrule: string;
  readonly until: Moment | null;
}

/** One entry of a file: a meeting, a series, or what is different about one of a series. */
export interface Entry {
  readonly uid: string;
  readonly sequence: number;
  /** When it was revised last, as text that sorts. */
  readonly revised: string;
  readonly isCancelled: boolean;
  /** The owner of the calendar does not come. */
  readonly isDeclined: boolean;
  readonly title: string;
  readonly place: string;
  readonly attendees: readonly Attendee[];
  /** Only what is cancelled may do without. */
  readonly start: Moment | null;
  readonly length: Length | null;
  readonly rules: readonly Rule[];
  readonly additional: readonly AdditionalStart[];
  readonly excluded: readonly Moment[];
  /** Which one of a series it stands for; with `isRange` for all that follow as well. */
  readonly replaces: Moment | null;
  readonly isRange: boolean;
}

export interface EntriesRead {
  readonly entries: readonly Entry[];
  readonly broken: number;
  readonly unknownZones: number;
}

const LONGEST_TEXT = 300;
const MOST_ATTENDEES = 200;
/** Answers of others and proposals: they are not the meeting itself. */
const NOT_MEETINGS = new Set(['REPLY', 'COUNTER', 'DECLINECOUNTER', 'REFRESH']);
const DAY_MS = 86_400_000;
const EARLIEST = Date.UTC(1600, 0, 1);
const LATEST = Date.UTC(9000, 0, 1);

/** The entries of one calendar; those that cannot be read are counted. `mine` are addresses of its owner. */
export function entriesOf(calendar: CalendarText, mine: ReadonlySet<string>): EntriesRead {
  if (NOT_MEETINGS.has(calendar.method)) return { entries: [], broken: 0, unknownZones: 0 };
  const described = describedZones(calendar.timeZones);
  const usual = calendar.zone === '' ? FLOATING : (zoneNamed(calendar.zone, described) ?? FLOATING);
  const owner = new Set([...mine, ...(calendar.name.includes('@') ? [calendar.name.toLowerCase()] : [])]);
  let unknownZones = 0;
  let isUnknown = false;
  const zoneOf = (name: string): EntryZone => {
    const zone = zoneNamed(name, described);
    if (zone === null) isUnknown = true;
    return zone ?? usual;
  };
  const entries: Entry[] = [];
  let broken = calendar.unfinished;
  for (const block of calendar.events) {
    isUnknown = false;
    try {
      entries.push(entryOf(block, { isCancel: calendar.method === 'CANCEL', owner, zoneOf }));
    } catch {
      broken += 1;
    }
    if (isUnknown) unknownZones += 1;
  }
  return { entries, broken, unknownZones };
}

interface Reading {
  readonly isCancel: boolean;
  readonly owner: ReadonlySet<string>;
  readonly zoneOf: (name: string) => EntryZone;
}

function entryOf({ lines }: Block, { isCancel, owner, zoneOf }: Reading): Entry {
  const event = ICAL.Component.fromString(['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n'));
  const text = (name: string): string => {
    const value = event.getFirstPropertyValue(name);
    return value === null ? '' : String(value);
  };
  const one = (name: string): Moment | null => {
    const property = event.getFirstProperty(name);
    return property === null ? null : (momentsOf(property, zoneOf)[0]?.start ?? null);
  };
  const all = (name: string): readonly AdditionalStart[] =>
    event.getAllProperties(name).flatMap((property) => momentsOf(property, zoneOf));

  const isCancelled = isCancel || text('status').toUpperCase() === 'CANCELLED';
  const start = one('dtstart');
  const replaces = one('recurrence-id');
  if (start === null && !(isCancelled && (replaces !== null || text('uid') !== '')))
    throw new Error('It never begins.');
  const title = plain(text('summary'));
  const day = asWholeDays(event, start, one('dtend'));
  const attendees = event.getAllProperties('attendee').slice(0, MOST_ATTENDEES);
  const organiser = event.getFirstProperty('organizer');
  return {
    uid: text('uid').trim() || createHash('sha256').update(`${title} ${start?.wall}`).digest('hex'),
    sequence: Number.parseInt(text('sequence'), 10) || 0,
    revised: text('last-modified') || text('dtstamp'),
    isCancelled,
    isDeclined: attendees.some(
      (each) => owner.has(addressOf(each) ?? '') && parameterOf(each, 'partstat').toUpperCase() === 'DECLINED',
    ),
    title,
    place: plain(text('location')),
    attendees: guests(organiser === null ? attendees : [...attendees, organiser], owner),
    start: day === null ? start : day.start,
    length: day === null ? lengthOf(event, one('dtend')) : { until: day.end },
    rules: event.getAllProperties('rrule').map((property) => ruleOf(property)),
    additional: all('rdate'),
    excluded: all('exdate').map((each) => each.start),
    replaces,
    isRange: parameterOf(event.getFirstProperty('recurrence-id'), 'range').toUpperCase() === 'THISANDFUTURE',
  };
}

/** What Outlook writes as a time from midnight to midnight, and means as days. */
function asWholeDays(event: ICAL.Component, start: Moment | null, end: Moment | null) {
  const isMarked = String(event.getFirstPropertyValue('x-microsoft-cdo-alldayevent')).toUpperCase() === 'TRUE';
  if (!isMarked || start === null || start.isDay || start.wall % DAY_MS !== 0) return null;
  const wall = end === null || end.wall <= start.wall ? start.wall + DAY_MS : end.wall;
  return { start: { ...start, isDay: true }, end: { ...start, wall, isDay: true } };
}

function lengthOf(event: ICAL.Component, until: Moment | null): Length | null {
  if (until !== null) return { until };
  const duration = event.getFirstPropertyValue('duration');
  return duration instanceof ICAL.Duration ? { span: duration.toSeconds() * 1000 } : null;
}

function momentsOf(property: ICAL.Property, zoneOf: Reading['zoneOf']): readonly AdditionalStart[] {
  const tzid = parameterOf(property, 'tzid');
  const zone = tzid === '' ? null : zoneOf(tzid);
  // As written: the library takes the 31st of a short month for a day of the next one.
  const written: readonly unknown[] = property.toJSON().slice(3);
  return property.getValues().map((value: unknown, index: number) => {
    if (value instanceof ICAL.Period) {
      const { start, end, duration } = value;
      const length = end ? { until: momentOf(end, zone) } : duration ? { span: duration.toSeconds() * 1000 } : null;
      return { start: momentOf(start, zone), length };
    }
    if (value instanceof ICAL.Time && String(written[index]).startsWith(value.toString().slice(0, 10)))
      return { start: momentOf(value, zone), length: null };
    throw new Error('Neither a day nor a time that there is.');
  });
}

function momentOf(time: ICAL.Time, zone: EntryZone | null): Moment {
  const { year, month, day, hour, minute, second, isDate } = time;
  const parts = isDate ? [0, 0, 0] : [hour, minute, second];
  const wall = Date.UTC(year, month - 1, day, ...parts);
  if (!(wall >= EARLIEST && wall <= LATEST)) throw new Error('No such day.');
  if (isDate) return { wall, isDay: true, zone: FLOATING };
  return { wall, isDay: false, zone: time.zone === ICAL.Timezone.utcTimezone ? UTC : (zone ?? FLOATING) };
}

function ruleOf(property: ICAL.Property): Rule {
  const value: unknown = property.getFirstValue();
  if (!(value instanceof ICAL.Recur)) throw new Error('No rule.');
  const until = value.until === null ? null : momentOf(value.until, null);
  return { rrule: value.toString().replace(/;?UNTIL=[^;]*/, ''), until };
}

/** Everybody but the owner of the calendar, rooms and things. */
function guests(properties: readonly ICAL.Property[], owner: ReadonlySet<string>): readonly Attendee[] {
  const found = new Map<string, Attendee>();
  for (const property of properties) {
    if (['ROOM', 'RESOURCE'].includes(parameterOf(property, 'cutype').toUpperCase())) continue;
    const address = addressOf(property);
    const name = plain(parameterOf(property, 'cn')).replaceAll(/^["']+|["']+$/g, '');
    if (address === null && name === '') continue;
    if (address !== null && owner.has(address)) continue;
    const key = address ?? name.toLowerCase();
    const known = found.get(key);
    if (known === undefined || known.name === known.address)
      found.set(key, { name: name === '' ? (address ?? '') : name, address });
  }
  return [...found.values()];
}

function addressOf(property: ICAL.Property): string | null {
  const value = String(property.getFirstValue() ?? '');
  const address = value.replace(/^mailto:/i, '').trim();
  if (address.includes('@') && !/\s/.test(address)) return plain(address).toLowerCase();
  const email = parameterOf(property, 'email');
  return email.includes('@') ? plain(email).toLowerCase() : null;
}

function parameterOf(property: ICAL.Property | null, name: string): string {
  const value: unknown = property?.getParameter(name);
  return typeof value === 'string' ? value : '';
}

/** One line of text, not too long to be shown. */
function plain(text: string): string {
  return text
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, LONGEST_TEXT)
    .toWellFormed();
}
