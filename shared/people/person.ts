import * as z from 'zod/mini';
import { organisationId, personId } from '../id.ts';
import { lineText, nameText, passageText } from '../text.ts';
import { calendarDate, instant } from '../time.ts';

export const PERSON_KINDS = ['prospect', 'client', 'past_client', 'partner', 'referrer', 'other'] as const;
export const personKind = z.enum(PERSON_KINDS);
export type PersonKind = z.infer<typeof personKind>;

const CONTACT_KINDS = ['phone', 'email', 'video', 'message', 'social', 'web', 'address'] as const;
/** One way to reach a person. */
export const contact = z.strictObject({ kind: z.enum(CONTACT_KINDS), label: lineText, value: nameText });
export type Contact = z.infer<typeof contact>;

/**
 * A birthday or another day that comes back every year. The year is known or not; 29 February is allowed without one. Of
 * some only the month is known.
 */
export const importantDate = z
  .strictObject({
    label: nameText,
    month: z.int().check(z.minimum(1), z.maximum(12)),
    day: z.nullable(z.int().check(z.minimum(1), z.maximum(31))),
    year: z.nullable(z.int().check(z.minimum(1), z.maximum(9999))),
    /** How many days ahead it is named; left out, as many as is usual. */
    noticeDays: z.optional(z.int().check(z.minimum(0), z.maximum(366))),
  })
  .check(
    // 2000 is a leap year: it allows 29 February when the year is unknown.
    z.refine(({ month, day, year }) => day === null || day <= new Date(Date.UTC(year ?? 2000, month, 0)).getUTCDate()),
  );
export type ImportantDate = z.infer<typeof importantDate>;

/** How often the user wants to speak with a person: every `count` units. */
export const cadence = z.strictObject({
  count: z.int().check(z.minimum(1), z.maximum(999)),
  unit: z.enum(['day', 'week', 'month']),
});
export type Cadence = z.infer<typeof cadence>;

/** What is said of one person: a cadence of their own, none whatever their kind, or null: what is wanted of their kind. */
export const personCadence = z.nullable(z.union([cadence, z.literal('none')]));
export type PersonCadence = z.infer<typeof personCadence>;

/** Tags are compared without regard to case; spaces around them do not count. */
export const tagName = nameText.check(z.refine((tag) => tag === tag.trim() && !tag.includes('#')));

/** What can be said about a person; every field may be edited by itself. */
export const personFields = z.strictObject({
  name: nameText,
  pronunciation: lineText,
  kind: personKind,
  role: lineText,
  organisationId: z.nullable(organisationId),
  situation: passageText,
  remember: passageText,
  aim: passageText,
  /** What is better not mentioned. */
  sensitive: passageText,
  howMet: passageText,
  introducedById: z.nullable(personId),
  cadence: personCadence,
  /** Until that day nobody is reminded of the cadence. */
  cadencePausedUntil: z.nullable(calendarDate),
  contacts: z.readonly(z.array(contact).check(z.maxLength(50))),
  tags: z.readonly(z.array(tagName).check(z.maxLength(50))),
  dates: z.readonly(z.array(importantDate).check(z.maxLength(50))),
});
export type PersonFields = z.infer<typeof personFields>;

export const person = z.strictObject({
  id: personId,
  ...personFields.shape,
  organisationName: z.nullable(z.string()),
  introducedByName: z.nullable(z.string()),
  /** The cadence in force: their own, or that of their kind. */
  wantedCadence: z.nullable(cadence),
  lastSpokenOn: z.nullable(calendarDate),
  conversationCount: z.int(),
  createdAt: instant,
  updatedAt: instant,
  archivedAt: z.nullable(instant),
  deletedAt: z.nullable(instant),
});
export type Person = z.infer<typeof person>;

/** One row of the list of people. */
export const personSummary = z.strictObject({
  id: personId,
  name: z.string(),
  kind: personKind,
  role: z.string(),
  organisationId: z.nullable(organisationId),
  organisationName: z.nullable(z.string()),
  tags: z.readonly(z.array(z.string())),
  lastSpokenOn: z.nullable(calendarDate),
  archivedAt: z.nullable(instant),
  deletedAt: z.nullable(instant),
});
export type PersonSummary = z.infer<typeof personSummary>;
