import * as z from 'zod/mini';
import { personId } from '../id.ts';
import { calendarDate, type Instant, instant, instantAfter, localTime } from '../time.ts';

/** Who is to be there, as the calendar says it. */
export const attendee = z.strictObject({ name: z.string(), address: z.nullable(z.string()) });
export type Attendee = z.infer<typeof attendee>;

/** One occurrence of a meeting in a calendar, at the present place: its days and times are those of the clock here. */
const occurrence = {
  /** The same for this occurrence each time the calendar is read, as long as it is not moved. */
  id: z.string(),
  title: z.string(),
  place: z.string(),
  on: calendarDate,
  /** The last day of it. */
  until: calendarDate,
  /** Null for one that lasts whole days. */
  time: z.nullable(localTime),
  endTime: z.nullable(localTime),
  startsAt: z.nullable(instant),
  endsAt: z.nullable(instant),
};

/** As it is read, without regard to whom the journal knows. */
export const calendarMeeting = z.strictObject({ ...occurrence, attendees: z.readonly(z.array(attendee)) });
export type CalendarMeeting = z.infer<typeof calendarMeeting>;

/** As it is shown: who of the attendees is in the journal, and who is not. */
export const meeting = z.strictObject({
  ...occurrence,
  people: z.readonly(z.array(z.strictObject({ id: personId, name: z.string() }))),
  unknown: z.readonly(z.array(attendee)),
});
export type Meeting = z.infer<typeof meeting>;

/** What can be wrong with a calendar file; the rest of it is read all the same. */
export const calendarProblem = z.enum([
  /** It is larger than what is read. */
  'too_large',
  'not_readable',
  /** There is no calendar in it. */
  'no_calendar',
  /** Some entries are not as they should be and were left out. */
  'broken_entries',
  /** Some times are in a zone that nobody knows, and were read as times here. */
  'unknown_zone',
  /** Reading it took too long or too much memory. */
  'gave_up',
]);
export type CalendarProblem = z.infer<typeof calendarProblem>;

/** A file or a folder that was chosen, and how reading it went. */
export const calendarPlace = z.strictObject({
  path: z.string(),
  /** `waiting` until it was read once. */
  state: z.enum(['waiting', 'read', 'missing']),
  files: z.int(),
  /** Entries in them, whenever they are. */
  entries: z.int(),
  problems: z.readonly(z.array(z.strictObject({ file: z.string(), problem: calendarProblem, count: z.int() }))),
  /** There are more files in the folder than are read. */
  isCut: z.boolean(),
});
export type CalendarPlace = z.infer<typeof calendarPlace>;

/** How long before a meeting its brief is offered, in minutes. */
const OFFER_MINUTES = 15;

/** When a meeting is over; one without an end is a quarter of an hour after its beginning. Null for whole days. */
function endOf({ startsAt, endsAt }: Pick<Meeting, 'startsAt' | 'endsAt'>): Instant | null {
  if (startsAt === null || endsAt === null) return null;
  return endsAt > startsAt ? endsAt : instantAfter(startsAt, OFFER_MINUTES);
}

/** Where a meeting stands: `soon` from a quarter of an hour before its beginning, `now` while it goes on. */
export function standingOf(
  meeting: Pick<Meeting, 'startsAt' | 'endsAt'>,
  now: Instant,
): 'later' | 'soon' | 'now' | 'over' {
  const { startsAt } = meeting;
  const end = endOf(meeting);
  if (startsAt === null || end === null) return 'later';
  if (end <= now) return 'over';
  if (startsAt <= now) return 'now';
  return instantAfter(startsAt, -OFFER_MINUTES) <= now ? 'soon' : 'later';
}

/** True while the brief of a meeting is offered: shortly before it, and while it goes on. */
export function isNear(meeting: Pick<Meeting, 'startsAt' | 'endsAt'>, now: Instant): boolean {
  return ['soon', 'now'].includes(standingOf(meeting, now));
}

/** The moments at which a meeting comes near, begins and is over. */
export function turnsOf(meeting: Pick<Meeting, 'startsAt' | 'endsAt'>): readonly Instant[] {
  const { startsAt } = meeting;
  const end = endOf(meeting);
  return startsAt === null || end === null ? [] : [instantAfter(startsAt, -OFFER_MINUTES), startsAt, end];
}
