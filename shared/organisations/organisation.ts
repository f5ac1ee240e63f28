import * as z from 'zod/mini';
import { organisationId } from '../id.ts';
import { nameText, passageText, TEXT_LIMITS } from '../text.ts';
import { calendarDate, instant } from '../time.ts';

export const organisationFields = z.strictObject({ name: nameText, about: passageText });
export type OrganisationFields = z.infer<typeof organisationFields>;

export const organisation = z.strictObject({
  id: organisationId,
  ...organisationFields.shape,
  peopleCount: z.int(),
  deletedAt: z.nullable(instant),
});
export type Organisation = z.infer<typeof organisation>;

/** What is known about two that become one: one below the other, and once where it is the same. */
export function aboutOfBoth(one: string, other: string): string {
  return [...new Set([one.trim(), other.trim()])].filter((text) => text !== '').join('\n\n');
}

/** More than one organisation may hold. */
export function isAboutTooLong(about: string): boolean {
  return about.length > TEXT_LIMITS.passage;
}

/** One row of the list of organisations. People in the bin are not counted. */
export const organisationSummary = z.strictObject({
  id: organisationId,
  name: z.string(),
  peopleCount: z.int(),
  /** The last conversation with any of its people. */
  lastSpokenOn: z.nullable(calendarDate),
  openPromises: z.int(),
});
export type OrganisationSummary = z.infer<typeof organisationSummary>;
