import * as z from 'zod/mini';
import { organisationId } from '../id.ts';
import { nameText, passageText } from '../text.ts';
import { instant } from '../time.ts';

export const organisationFields = z.strictObject({ name: nameText, about: passageText });
export type OrganisationFields = z.infer<typeof organisationFields>;

export const organisation = z.strictObject({
  id: organisationId,
  ...organisationFields.shape,
  peopleCount: z.int(),
  deletedAt: z.nullable(instant),
});
export type Organisation = z.infer<typeof organisation>;
