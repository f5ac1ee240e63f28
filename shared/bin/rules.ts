import { addDays, type CalendarDate, dateAt, type Instant, instantFrom, type Zone } from '../time.ts';

/** How long what was deleted waits in the bin. */
export const BIN_DAYS = 30;
const DAY_MS = 24 * 60 * 60_000;

/** The day on which an entry of the bin goes for good, by the calendar of a zone. */
export function goesOn(deletedAt: Instant, zone: Zone): CalendarDate {
  return addDays(dateAt(deletedAt, zone), BIN_DAYS);
}

/** What was deleted at this moment or before it has waited long enough at `now`. */
export function binCutoff(now: Instant): Instant {
  return instantFrom(Date.parse(now) - BIN_DAYS * DAY_MS);
}
