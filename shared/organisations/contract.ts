import * as z from 'zod/mini';
import { organisationId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { nameText, passageText } from '../text.ts';
import { organisation, organisationFields } from './organisation.ts';

const one = z.strictObject({ id: organisationId });

export const organisationsContract = {
  /** All organisations that are not in the bin (or only those in it), by name. */
  list: query(z.strictObject({ shelf: z.enum(['current', 'bin']) }), z.readonly(z.array(organisation))),
  /** One organisation, also when in the bin. Errors: `not_found`. */
  get: query(one, organisation),
  /** A new organisation; a name already in use (without regard to case) gives the existing one. */
  create: command(
    z.strictObject({ name: nameText, about: z.optional(passageText) }),
    one,
    ['people', 'organisations'],
    {
      label: 'new organisation',
    },
  ),
  /** Errors: `not_found`; `conflict` when another organisation has the name. */
  edit: command(
    z.strictObject({ id: organisationId, fields: z.partial(organisationFields) }),
    z.null(),
    ['people', 'organisations'],
    { label: 'edit organisation' },
  ),
  /** To the bin; its people stay and keep belonging to it should it come back. */
  bin: command(one, z.null(), ['people', 'organisations'], { label: 'move organisation to the bin' }),
  /** Errors: `not_found`; `conflict` when another organisation has taken the name meanwhile. */
  restore: command(one, z.null(), ['people', 'organisations'], { label: 'restore organisation' }),
} as const;
