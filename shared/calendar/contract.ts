import * as z from 'zod/mini';
import { task } from '../ipc.ts';

/** What goes into a calendar file. */
export const calendarChoice = z.strictObject({
  followUps: z.boolean(),
  promises: z.boolean(),
  dates: z.boolean(),
  /** A reminder with each, at nine on its day or at its time; an important date's comes as many days ahead as it asks for. */
  reminders: z.boolean(),
});
export type CalendarChoice = z.infer<typeof calendarChoice>;

export const calendarContract = {
  /**
   * Asks where, then writes open follow-ups, open promises with a day and important dates as an iCalendar file. An entry
   * keeps its identity from file to file, so that a second one updates what the first one brought. Null when the user
   * changed their mind. Errors: `rule_violated` when there is nothing to write.
   */
  exportFile: task(calendarChoice, z.nullable(z.strictObject({ path: z.string(), entries: z.int() })), []),
} as const;
