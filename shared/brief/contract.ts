import * as z from 'zod/mini';
import { conversation } from '../conversations/conversation.ts';
import { followUp } from '../follow-ups/follow-up.ts';
import { personId } from '../id.ts';
import { query, task } from '../ipc.ts';
import { usual } from '../observations/usual.ts';
import { importantDate, person } from '../people/person.ts';
import { commitment } from '../promises/promise.ts';
import { calendarDate } from '../time.ts';

/** Everything on the one page before a meeting. */
export const brief = z.strictObject({
  person,
  /** The last three, newest first. */
  conversations: z.readonly(z.array(conversation)),
  promises: z.readonly(z.array(commitment)),
  followUps: z.readonly(z.array(followUp)),
  /** Within the next 60 days, or as many more as a date asks for. */
  dates: z.readonly(z.array(z.strictObject({ date: importantDate, on: calendarDate }))),
  /** People they introduced. */
  introduced: z.readonly(z.array(z.strictObject({ id: personId, name: z.string() }))),
  /** Of all conversations, by channels; the most marked channels first. */
  usual: z.readonly(z.array(usual)),
  madeOn: calendarDate,
});
export type Brief = z.infer<typeof brief>;

export const briefContract = {
  /** Errors: `not_found`. */
  get: query(z.strictObject({ personId }), brief),
  /** Opens the system's print dialog for the page that is shown. */
  print: task(z.strictObject({}), z.null(), []),
  /** Asks where, then writes the shown page as PDF. Null when the user changed their mind. Errors: `not_found`. */
  savePdf: task(z.strictObject({ personId }), z.nullable(z.strictObject({ path: z.string() })), []),
} as const;
