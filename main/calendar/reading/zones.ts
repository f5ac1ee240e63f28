import ICAL from 'ical.js';
import {
  type CalendarDate,
  instantFrom,
  instantOf,
  isZone,
  type LocalTime,
  localAt,
  type Zone,
} from '../../../shared/time.ts';
import { ZONE_OF_WINDOWS } from './windows-zones.ts';

/** How a local time of an entry becomes an instant. */
export type EntryZone =
  | { readonly kind: 'utc' }
  /** A time wherever one is. */
  | { readonly kind: 'floating' }
  | { readonly kind: 'named'; readonly zone: Zone }
  /** Only the file itself knows it. */
  | { readonly kind: 'own'; readonly name: string; readonly zone: ICAL.Timezone };

export const UTC: EntryZone = { kind: 'utc' };
export const FLOATING: EntryZone = { kind: 'floating' };

/**
 * The zone of a name in a file: as everybody calls it, as Windows does, or as the file itself describes it. Null when
 * nobody knows it.
 */
export function zoneNamed(name: string, described: ReadonlyMap<string, ICAL.Timezone>): EntryZone | null {
  const plain = name.replaceAll('"', '').trim();
  const known = knownZone(plain);
  if (known !== null) return known;
  const own = described.get(plain);
  return own === undefined ? null : { kind: 'own', name: plain, zone: own };
}

function knownZone(name: string): EntryZone | null {
  if (/^(utc|gmt|z|etc\/utc)$/i.test(name)) return UTC;
  const windows = ZONE_OF_WINDOWS.get(name.toLowerCase());
  if (windows !== undefined && isZone(windows)) return { kind: 'named', zone: windows };
  // Abbreviations are left to what the file says: EST is many things.
  if (name.includes('/')) {
    // Some programs write a prefix of their own before the name, and a version into it.
    const parts = name.split('/').filter((part) => part !== '');
    for (const count of [3, 2]) {
      const tail = parts.slice(-count).join('/');
      if (isZone(tail)) return { kind: 'named', zone: tail };
    }
  }
  // "(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna": Windows, by what it shows.
  const city = /^\((?:UTC|GMT)[^)]*\)\s*(.+)$/i.exec(name)?.[1]?.split(',')[0]?.trim();
  return city === undefined ? null : zoneOfCity(city);
}

function zoneOfCity(city: string): EntryZone | null {
  const tail = `/${city.replaceAll(' ', '_')}`.toLowerCase();
  const found = Intl.supportedValuesOf('timeZone').find((zone) => zone.toLowerCase().endsWith(tail));
  return found !== undefined && isZone(found) ? { kind: 'named', zone: found } : null;
}

/** The zones that a file describes, by their names. One that is broken is left out. */
export function describedZones(texts: readonly string[]): ReadonlyMap<string, ICAL.Timezone> {
  const zones = new Map<string, ICAL.Timezone>();
  for (const text of texts) {
    try {
      const component = ICAL.Component.fromString(text);
      const tzid = component.getFirstPropertyValue('tzid');
      if (typeof tzid === 'string' && component.getAllSubcomponents().length > 0)
        zones.set(tzid, new ICAL.Timezone({ component, tzid }));
    } catch {
      // Its times are read as those of a zone that nobody knows.
    }
  }
  return zones;
}

/** A local time as milliseconds since 1970, counted as if it were in UTC. */
export type Wall = number;

/** The instant of a local time, in milliseconds since 1970. */
export function instantAt(wall: Wall, zone: EntryZone, here: Zone): number {
  switch (zone.kind) {
    case 'utc':
      return wall;
    case 'floating':
      return inZone(wall, here);
    case 'named':
      return inZone(wall, zone.zone);
    case 'own': {
      const time = ICAL.Time.fromDateTimeString(new Date(wall).toISOString().slice(0, 19));
      return wall - zone.zone.utcOffset(time) * 1000;
    }
  }
}

function inZone(wall: Wall, zone: Zone): number {
  const { date, time } = partsOf(wall);
  const seconds = wall - Date.parse(`${date}T${time}:00.000Z`);
  return Date.parse(instantOf(date, time, zone)) + seconds;
}

/** Day and time of day of a local time. */
export function partsOf(wall: Wall): { readonly date: CalendarDate; readonly time: LocalTime } {
  const text = new Date(wall).toISOString();
  // Cut out of a date that was formatted just now.
  return { date: text.slice(0, 10) as CalendarDate, time: text.slice(11, 16) as LocalTime };
}

/** The local time here at an instant, to the minute. */
export function wallAt(at: number, here: Zone): Wall {
  const { date, time } = localAt(instantFrom(at), here);
  return Date.parse(`${date}T${time}:00.000Z`);
}
