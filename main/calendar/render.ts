import ICAL from 'ical.js';
import { addDays, type CalendarDate, instantOf, type LocalTime, type Zone } from '../../shared/time.ts';
import type { CalendarEntry, Moment } from './entries.ts';
import { clockChanges } from './time-zone.ts';

export interface RenderInput {
  readonly entries: readonly CalendarEntry[];
}

/** The library does not count the space that a folded line begins with: with it, lines have the 75 bytes that are allowed. */
const FOLD_AT = 74;
/** Revisions are counted in seconds since then, which leaves room in the 31 bits that readers expect. */
const SEQUENCE_EPOCH = Date.UTC(2020, 0, 1);
const MORNING_HOUR = 9;
/** How long the changes of the clock are written down. Readers know the zone by its name beyond it. */
const YEARS_OF_CHANGES = 20;

/** Writes entries as an iCalendar file (RFC 5545). */
export function renderCalendar({ entries }: RenderInput): { readonly text: string } {
  ICAL.foldLength = FOLD_AT;
  const calendar = new ICAL.Component(['vcalendar', [], []]);
  calendar.updatePropertyWithValue('version', '2.0');
  calendar.updatePropertyWithValue('prodid', '-//Rapport//Rapport//EN');
  calendar.updatePropertyWithValue('calscale', 'GREGORIAN');
  for (const [zone, year] of zonesOf(entries)) calendar.addSubcomponent(timeZone(zone, year));
  for (const entry of entries) {
    calendar.addSubcomponent(event(entry, entry.start, entry.rrule));
    if (entry.movedTo !== null) {
      const moved = event(entry, entry.movedTo, null);
      setMoment(moved, 'recurrence-id', entry.start, true);
      calendar.addSubcomponent(moved);
    }
  }
  return { text: `${calendar.toString()}\r\n` };
}

/** The zones that a series is counted in, each with the first year that is needed. */
function zonesOf(entries: readonly CalendarEntry[]): ReadonlyMap<Zone, number> {
  const zones = new Map<Zone, number>();
  for (const { start, rrule } of entries) {
    if (rrule === null || start.time === null) continue;
    const year = Number(start.on.slice(0, 4));
    zones.set(start.zone, Math.min(year, zones.get(start.zone) ?? year));
  }
  return zones;
}

function event(entry: CalendarEntry, at: Moment, rrule: string | null) {
  const component = new ICAL.Component('vevent');
  const revised = ICAL.Time.fromDateTimeString(`${entry.revisedAt.slice(0, 19)}Z`);
  component.updatePropertyWithValue('uid', entry.uid);
  // In a file that is nobody's message, this is when the entry was revised last.
  component.updatePropertyWithValue('dtstamp', revised);
  component.updatePropertyWithValue('last-modified', revised);
  component.updatePropertyWithValue('sequence', sequenceOf(entry));
  component.updatePropertyWithValue('summary', entry.summary.replaceAll(/\p{Cc}/gu, ' '));
  setMoment(component, 'dtstart', at, entry.rrule !== null);
  if (at.time === null) setMoment(component, 'dtend', { ...at, on: addDays(at.on, 1) }, false);
  else component.updatePropertyWithValue('duration', ICAL.Duration.fromString('PT15M'));
  if (rrule !== null) component.updatePropertyWithValue('rrule', ICAL.Recur.fromString(rrule));
  component.updatePropertyWithValue('transp', 'TRANSPARENT');
  if (entry.remindDays !== null) component.addSubcomponent(reminder(entry.summary, at, entry.remindDays));
  return component;
}

function sequenceOf({ revisedAt }: CalendarEntry): number {
  return Math.max(0, Math.floor((Date.parse(revisedAt) - SEQUENCE_EPOCH) / 1000));
}

/** A day; a time of a series in its zone, so that it moves with the clocks there; any other time in UTC. */
function setMoment(component: ICAL.Component, name: string, { on, time, zone }: Moment, isSeries: boolean): void {
  if (time === null) {
    component.updatePropertyWithValue(name, ICAL.Time.fromDateString(on));
  } else if (isSeries) {
    const property = component.updatePropertyWithValue(name, ICAL.Time.fromDateTimeString(`${on}T${time}:00`));
    property.setParameter('tzid', zone);
  } else {
    component.updatePropertyWithValue(name, utc(on, time, zone));
  }
}

function utc(on: CalendarDate, time: LocalTime, zone: Zone): ICAL.Time {
  return ICAL.Time.fromDateTimeString(`${instantOf(on, time, zone).slice(0, 19)}Z`);
}

function reminder(summary: string, { time }: Moment, days: number): ICAL.Component {
  const alarm = new ICAL.Component('valarm');
  alarm.updatePropertyWithValue('action', 'DISPLAY');
  alarm.updatePropertyWithValue('description', summary.replaceAll(/\p{Cc}/gu, ' '));
  const hours = time === null ? 24 * days - MORNING_HOUR : 24 * days;
  const trigger = hours <= 0 ? `PT${-hours}H` : `-PT${hours}H`;
  alarm.updatePropertyWithValue('trigger', ICAL.Duration.fromString(trigger));
  return alarm;
}

function timeZone(zone: Zone, year: number): ICAL.Component {
  const component = new ICAL.Component('vtimezone');
  component.updatePropertyWithValue('tzid', zone);
  const { first, changes } = clockChanges(zone, year - 1, year + YEARS_OF_CHANGES);
  component.addSubcomponent(observance(first, first, [Date.UTC(year - 1, 0, 1)]));
  const kinds = new Map<string, { readonly before: number; readonly after: number; readonly at: number[] }>();
  for (const { before, after, at } of changes) {
    const key = `${before} ${after}`;
    const kind = kinds.get(key) ?? { before, after, at: [] };
    // As the clock shows it that is about to be changed.
    kind.at.push(at + before * 60_000);
    kinds.set(key, kind);
  }
  for (const { before, after, at } of kinds.values()) component.addSubcomponent(observance(before, after, at));
  return component;
}

function observance(before: number, after: number, at: readonly number[]): ICAL.Component {
  const component = new ICAL.Component(after > before ? 'daylight' : 'standard');
  component.updatePropertyWithValue('tzoffsetfrom', offset(before));
  component.updatePropertyWithValue('tzoffsetto', offset(after));
  const [first, ...more] = at.map((each) => ICAL.Time.fromDateTimeString(new Date(each).toISOString().slice(0, 19)));
  if (first !== undefined) component.updatePropertyWithValue('dtstart', first);
  for (const each of more) component.addPropertyWithValue('rdate', each);
  return component;
}

function offset(minutes: number): ICAL.UtcOffset {
  return ICAL.UtcOffset.fromSeconds(minutes * 60);
}
