import * as z from 'zod/mini';
import { query, task } from '../ipc.ts';
import { calendarPlace, meeting } from './meeting.ts';

/** What goes into a calendar file. */
export const calendarChoice = z.strictObject({
  followUps: z.boolean(),
  promises: z.boolean(),
  dates: z.boolean(),
  /** A reminder with each, at nine on its day or at its time; an important date's comes as many days ahead as it asks for. */
  reminders: z.boolean(),
});
export type CalendarChoice = z.infer<typeof calendarChoice>;

/** What is known about calendars of elsewhere that are read. */
const calendars = z.strictObject({
  places: z.readonly(z.array(calendarPlace)),
  /** Addresses of the user, by which they are known among those who are to come. */
  mine: z.readonly(z.array(z.string())),
});

const place = z.strictObject({ path: z.string().check(z.minLength(1), z.maxLength(4096)) });
const address = z.string().check(z.maxLength(320), z.regex(/^[^\s@]+@[^\s@]+$/));
const topics = ['meetings'] as const;

export const calendarContract = {
  /** Meetings of today and tomorrow, the earliest first, as the calendars said when they were read last. */
  meetings: query(z.strictObject({}), z.readonly(z.array(meeting))),
  /** Which calendars are read, and how that went. */
  calendars: query(z.strictObject({}), calendars),
  /** Asks for a calendar file and reads it from now on; nothing is ever written to it. False when the user changed their mind. */
  addFile: task(z.strictObject({}), z.boolean(), topics),
  /** Asks for a folder, whose calendar files are read from now on. False when the user changed their mind. */
  addFolder: task(z.strictObject({}), z.boolean(), topics),
  /** Reads a file or a folder from now on. Errors: `rule_violated` with `rule: 'no_calendar_file'` when it is neither. */
  add: task(place, z.null(), topics),
  /** Reads it no longer. */
  remove: task(place, z.null(), topics),
  /** Sets the addresses of the user. */
  setMine: task(z.strictObject({ mine: z.readonly(z.array(address).check(z.maxLength(20))) }), z.null(), topics),
  /**
   * Asks where, then writes open follow-ups, open promises with a day and important dates as an iCalendar file. An entry
   * keeps its identity from file to file, so that a second one updates what the first one brought. Null when the user
   * changed their mind. Errors: `rule_violated` when there is nothing to write.
   */
  exportFile: task(calendarChoice, z.nullable(z.strictObject({ path: z.string(), entries: z.int() })), []),
} as const;
