import * as z from 'zod/mini';
import { organisationId } from '../id.ts';
import { nameText, passageText } from '../text.ts';
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
