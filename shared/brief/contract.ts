import * as z from 'zod/mini';
import { conversation } from '../conversations/conversation.ts';
import { followUp } from '../follow-ups/follow-up.ts';
import { organisationId, personId } from '../id.ts';
import { query, task } from '../ipc.ts';
import { usual } from '../observations/usual.ts';
import { importantDate, person } from '../people/person.ts';
import { commitment } from '../promises/promise.ts';
import { question } from '../questions/question.ts';
import { relation, relationRole } from '../relations/relation.ts';
import { calendarDate } from '../time.ts';

/** Everything on the one page before a meeting. */
export const brief = z.strictObject({
  person,
  /** The last six, newest first. */
  conversations: z.readonly(z.array(conversation)),
  promises: z.readonly(z.array(commitment)),
  followUps: z.readonly(z.array(followUp)),
  /** Those that wait, the newest first. */
  questions: z.readonly(z.array(question)),
  /** Within the next 60 days, or as many more as a date asks for. */
  dates: z.readonly(z.array(z.strictObject({ date: importantDate, on: calendarDate }))),
  /** How they stand to others, introductions too. */
  relations: z.readonly(z.array(relation)),
  /** Of all conversations, by channels; the most marked channels first. */
  usual: z.readonly(z.array(usual)),
  madeOn: calendarDate,
});
export type Brief = z.infer<typeof brief>;

/** So many people have room in one brief; of the others it says who they are. */
export const MOST_PEOPLE = 12;
/** So many people can be at a meeting: as many as take part in a conversation. */
export const MOST_AT_MEETING = 50;

const named = { personId, personName: z.string() };

/** The page before a meeting with several people, or with an organisation. */
export const groupBrief = z.strictObject({
  /** Null for a meeting. */
  organisation: z.nullable(z.strictObject({ id: organisationId, name: z.string(), about: z.string() })),
  people: z.readonly(
    z.array(
      z.strictObject({
        person,
        wouldHelp: z.string(),
        /** The last one with them, be it alone or with others. */
        last: z.nullable(conversation),
      }),
    ),
  ),
  /** Those for whom there is no room. */
  others: z.readonly(z.array(z.strictObject({ personId, personName: z.string() }))),
  /** The last three that several of them took part in; of an organisation the last three with any of them. */
  conversations: z.readonly(z.array(conversation)),
  /** Open ones of all of them, by due date. */
  promises: z.readonly(z.array(commitment)),
  questions: z.readonly(z.array(z.strictObject({ ...named, question }))),
  dates: z.readonly(z.array(z.strictObject({ ...named, date: importantDate, on: calendarDate }))),
  /** How they stand to each other: `from` stands so to `to`. */
  relations: z.readonly(
    z.array(z.strictObject({ from: z.string(), to: z.string(), role: relationRole, words: z.string() })),
  ),
  madeOn: calendarDate,
});
export type GroupBrief = z.infer<typeof groupBrief>;

const saved = z.nullable(z.strictObject({ path: z.string() }));

export const briefContract = {
  /** Errors: `not_found`. */
  get: query(z.strictObject({ personId }), brief),
  /** For a meeting with several people. Errors: `not_found`, when none of them is there. */
  meeting: query(
    z.strictObject({ personIds: z.readonly(z.array(personId).check(z.minLength(1), z.maxLength(MOST_AT_MEETING))) }),
    groupBrief,
  ),
  /** For an organisation: its current people, those spoken with last first. Errors: `not_found`. */
  organisation: query(z.strictObject({ organisationId }), groupBrief),
  /** Opens the system's print dialog for the page that is shown. */
  print: task(z.strictObject({}), z.null(), []),
  /** Puts the brief on the clipboard, as the text that was made of it. */
  copy: task(z.strictObject({ text: z.string().check(z.maxLength(1_000_000)) }), z.null(), []),
  /** Asks where, then writes the shown page as PDF. Null when the user changed their mind. Errors: `not_found`. */
  savePdf: task(z.strictObject({ personId }), saved, []),
  /** The same for the brief of a meeting or of an organisation, which has this title. */
  saveGroupPdf: task(z.strictObject({ title: z.string().check(z.maxLength(1000)) }), saved, []),
} as const;
