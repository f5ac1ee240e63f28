import { RRuleTemporal } from 'rrule-temporal';
import { Temporal } from 'temporal-polyfill';
import type { Zone } from '../../../shared/time.ts';
import type { Entry, Length, Moment } from './entries.ts';
import { instantAt, partsOf, type Wall, wallAt } from './zones.ts';

/** Days from one to another, both included, as walls of midnight. */
export interface Window {
  readonly firstDay: Wall;
  readonly lastDay: Wall;
  readonly here: Zone;
}

/** One time that a meeting takes place. Instants are milliseconds since 1970; null for whole days. */
export interface Occurrence {
  readonly entry: Entry;
  /** Which one of its series it is, whatever it was moved to. */
  readonly original: string;
  readonly firstDay: Wall;
  readonly lastDay: Wall;
  readonly startsAt: number | null;
  readonly endsAt: number | null;
}

const DAY_MS = 86_400_000;
/** Nothing that lasts longer is a meeting; beyond it, it is taken to last as long. */
const LONGEST_MS = 400 * DAY_MS;
/** Zones lie at most so far from each other. */
const ZONES_MS = 2 * DAY_MS;
/** More of one series within the days asked about are no meetings. */
const MOST_OF_ONE = 200;

/** What of one series, or of one meeting with all that was written about it, falls into some days. */
export function occurrencesOf(entries: readonly Entry[], window: Window): readonly Occurrence[] {
  const master = entries.find(({ replaces }) => replaces === null);
  const others = entries.filter(({ replaces }) => replaces !== null);
  if (master?.isCancelled === true) return [];
  const single = others.filter(({ isRange }) => !isRange);
  const ranges = others
    .filter(({ isRange }) => isRange)
    .sort((one, other) => replacedAt(one, window.here) - replacedAt(other, window.here));
  const found: Occurrence[] = [];
  for (const entry of single) {
    const at = entry.isCancelled || entry.start === null ? null : place(entry, entry.start, entry.length, window);
    if (at !== null) found.push({ ...at, entry, original: nameOf(entry.replaces ?? entry.start, master, window.here) });
  }
  if (master === undefined) {
    for (const entry of ranges) {
      const at = entry.isCancelled || entry.start === null ? null : place(entry, entry.start, entry.length, window);
      if (at !== null) found.push({ ...at, entry, original: nameOf(entry.start, undefined, window.here) });
    }
    return found;
  }
  return [...found, ...occurrencesOfSeries(master, single, ranges, window)];
}

function occurrencesOfSeries(
  master: Entry,
  single: readonly Entry[],
  ranges: readonly Entry[],
  window: Window,
): readonly Occurrence[] {
  const { start } = master;
  if (start === null) return [];
  const { here } = window;
  const away = new Set(
    [...master.excluded, ...single.map(({ replaces }) => replaces)].map((moment) => nameOf(moment, master, here)),
  );
  const found: Occurrence[] = [];
  for (const each of startsOf(master, start, ranges, window)) {
    const original = nameOf(each.start, master, here);
    if (away.has(original) || away.has(partsOf(each.start.wall).date)) continue;
    away.add(original);
    const changed = ranges.findLast((range) => replacedAt(range, here) <= momentAt(each.start, here));
    if (changed?.isCancelled === true) continue;
    const moved = changed === undefined ? each.start : shifted(each.start, changed, here);
    const entry = changed ?? master;
    const length = each.length ?? lengthFrom(entry, moved, here);
    const at = place(entry, moved, length, window);
    if (at !== null) found.push({ ...at, entry, original });
    if (found.length >= MOST_OF_ONE) break;
  }
  return found;
}

interface Start {
  readonly start: Moment;
  /** Only where it is said with the start. */
  readonly length: Length | null;
}

/** The starts of a series that may fall into the days, and a few more. */
function startsOf(master: Entry, start: Moment, ranges: readonly Entry[], window: Window): readonly Start[] {
  const shift = Math.max(0, ...ranges.map((range) => Math.abs(shiftOf(range, window.here))));
  const longest = Math.max(
    spanOf(master, start, window.here),
    ...ranges.map((each) => spanOf(each, start, window.here)),
  );
  const from = window.firstDay - longest - shift - ZONES_MS;
  const until = window.lastDay + DAY_MS + shift + ZONES_MS;
  const starts: Start[] = [{ start, length: null }];
  for (const { rrule, until: end } of master.rules) {
    for (const wall of wallsOf(rrule, start.wall, from, until)) {
      const each = { ...start, wall };
      if (end === null || !isAfter(each, end, window.here)) starts.push({ start: each, length: null });
    }
  }
  // A day among the additional starts of a series with times is that time on the day.
  for (const { start: more, length } of master.additional) {
    const isOnDay = more.isDay && !start.isDay;
    starts.push({ start: isOnDay ? { ...start, wall: more.wall + (start.wall % DAY_MS) } : more, length });
  }
  return starts.filter(({ start: { wall } }) => wall >= from && wall <= until);
}

/** Local times that a rule names; they are counted as if in UTC, so that no clock is changed in between. */
function wallsOf(rrule: string, first: Wall, from: Wall, until: Wall): readonly Wall[] {
  if (until < first) return [];
  const rule = new RRuleTemporal({ rruleString: rrule, dtstart: zoned(first), temporal: Temporal });
  return rule
    .between(zoned(Math.max(from, first)), zoned(until), true)
    .map(({ epochMilliseconds }) => epochMilliseconds);
}

function zoned(wall: Wall): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(wall).toZonedDateTimeISO('UTC');
}

function isAfter(start: Moment, end: Moment, here: Zone): boolean {
  if (end.isDay || start.isDay) return partsOf(start.wall).date > partsOf(end.wall).date;
  if (end.zone.kind === 'floating') return start.wall > end.wall;
  return momentAt(start, here) > momentAt(end, here);
}

/** What tells one of a series from the others: its day, or its instant. */
function nameOf(moment: Moment | null, master: Entry | undefined, here: Zone): string {
  if (moment === null) return '';
  return moment.isDay || master?.start?.isDay === true ? partsOf(moment.wall).date : String(momentAt(moment, here));
}

function momentAt({ wall, isDay, zone }: Moment, here: Zone): number {
  return isDay ? wall : instantAt(wall, zone, here);
}

function replacedAt({ replaces }: Entry, here: Zone): number {
  return replaces === null ? 0 : momentAt(replaces, here);
}

/** By how much a change of all that follow moved them. */
function shiftOf({ start, replaces }: Entry, here: Zone): number {
  if (start === null || replaces === null) return 0;
  const isOneClock = start.isDay || replaces.isDay || JSON.stringify(start.zone) === JSON.stringify(replaces.zone);
  return isOneClock ? start.wall - replaces.wall : momentAt(start, here) - momentAt(replaces, here);
}

function shifted(moment: Moment, range: Entry, here: Zone): Moment {
  const isDay = range.start?.isDay ?? moment.isDay;
  return { ...moment, isDay, wall: moment.wall + shiftOf(range, here) };
}

/** How long an entry takes from its own start. */
function spanOf(entry: Entry, otherwise: Moment, here: Zone): number {
  const start = entry.start ?? otherwise;
  const { length } = entry;
  if (length === null) return start.isDay ? DAY_MS : 0;
  const span =
    length.until === undefined
      ? length.span
      : start.isDay
        ? length.until.wall - start.wall
        : momentAt(length.until, here) - momentAt(start, here);
  return Math.min(Math.max(span, start.isDay ? DAY_MS : 0), LONGEST_MS);
}

function lengthFrom(entry: Entry, start: Moment, here: Zone): Length {
  return { span: spanOf(entry, start, here) };
}

/** When and where on the calendar something takes place; null when that is outside of the days. */
function place(
  entry: Entry,
  start: Moment,
  length: Length | null,
  { firstDay, lastDay, here }: Window,
): Omit<Occurrence, 'entry' | 'original'> | null {
  const span = spanOf({ ...entry, start, length }, start, here);
  if (start.isDay) {
    const first = start.wall - (start.wall % DAY_MS);
    const days = Math.max(1, Math.ceil(span / DAY_MS));
    const last = first + (days - 1) * DAY_MS;
    return last < firstDay || first > lastDay ? null : { firstDay: first, lastDay: last, startsAt: null, endsAt: null };
  }
  const startsAt = momentAt(start, here);
  const endsAt = startsAt + span;
  const from = wallAt(startsAt, here);
  const until = wallAt(endsAt, here);
  const first = from - (from % DAY_MS);
  // What ends at midnight is over on the day before.
  const last = Math.max(first, until % DAY_MS === 0 ? until - DAY_MS : until - (until % DAY_MS));
  return last < firstDay || first > lastDay ? null : { firstDay: first, lastDay: last, startsAt, endsAt };
}
