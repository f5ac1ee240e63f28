import * as z from 'zod/mini';
import { conversationSummary } from '../conversations/conversation.ts';
import { personId } from '../id.ts';
import { query } from '../ipc.ts';
import { channel } from '../observations/cue.ts';
import { cadence } from '../people/person.ts';
import { calendarDate } from '../time.ts';
import { period } from './period.ts';

const someone = { personId, personName: z.string() } as const;

/** Promises of one side. */
const given = z.strictObject({
  /** Written down in the period. */
  written: z.int(),
  /** Due in it, and by now kept or overdue; what was let go is not counted. */
  settled: z.int(),
  /** Of these, kept by their day. */
  onTime: z.int(),
});

export const lookingBack = z.strictObject({
  period,
  from: calendarDate,
  to: calendarDate,
  /** Whether it is still going on. */
  isOpen: z.boolean(),
  /** The days it is compared with: as many of the period before as have passed. */
  before: z.strictObject({ from: calendarDate, to: calendarDate }),
  channels: z.readonly(
    z.array(z.strictObject({ channel, conversations: z.int(), minutes: z.int(), withoutMinutes: z.int() })),
  ),
  /** Everybody spoken with, by the number of conversations, then by the minutes. */
  people: z.readonly(
    z.array(z.strictObject({ ...someone, conversations: z.int(), minutes: z.int(), before: z.int() })),
  ),
  /** Those first spoken with, in order of the day. */
  newPeople: z.readonly(
    z.array(
      z.strictObject({
        ...someone,
        on: calendarDate,
        /** Who introduced or referred them, and when the user last spoke with that one since. */
        through: z.nullable(z.strictObject({ ...someone, spokenSince: z.nullable(calendarDate) })),
      }),
    ),
  ),
  promises: z.strictObject({ me: given, them: given }),
  /** Past their cadence at the end, the longest in proportion first. */
  pastCadence: z.readonly(
    z.array(z.strictObject({ ...someone, cadence, since: calendarDate, everSpoken: z.boolean() })),
  ),
  /** Others with at most half of the conversations of the days before, of which there were three or more. */
  fewer: z.readonly(z.array(z.strictObject({ ...someone, conversations: z.int(), before: z.int() }))),
  /** The user's share of talk where it was noted: in how many conversations, and the middle of them from five on. */
  talk: z.strictObject({
    noted: z.int(),
    middle: z.nullable(z.number()),
    /** Those with whom the middle of five or more lies above the band, the highest first. */
    above: z.readonly(z.array(z.strictObject({ ...someone, noted: z.int(), middle: z.number() }))),
  }),
});
export type LookingBack = z.infer<typeof lookingBack>;

export const lookingBackContract = {
  /** What a month or a year held. People in the bin are left out of what is said of people. */
  overview: query(z.strictObject({ period, today: calendarDate }), lookingBack),
  /**
   * Conversations of this day in earlier years, the latest first, at most 12. What was on a 29 February comes, in a year
   * that has none, on the day on which important dates of that day are kept.
   */
  onThisDay: query(z.strictObject({ today: calendarDate }), z.readonly(z.array(conversationSummary))),
} as const;
