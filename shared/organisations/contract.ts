import * as z from 'zod/mini';
import { conversationSummary } from '../conversations/conversation.ts';
import { followUp } from '../follow-ups/follow-up.ts';
import { organisationId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { commitment } from '../promises/promise.ts';
import { nameText, passageText } from '../text.ts';
import { organisation, organisationFields, organisationSummary } from './organisation.ts';

const one = z.strictObject({ id: organisationId });

export const organisationsContract = {
  /** All organisations that are not in the bin (or only those in it), by name. */
  list: query(z.strictObject({ shelf: z.enum(['current', 'bin']) }), z.readonly(z.array(organisation))),
  /** Those outside the bin with what is going on there, by name. */
  overview: query(z.strictObject({}), z.readonly(z.array(organisationSummary))),
  /** The conversations with any of its people, newest first, each once: 50 before a position. */
  timeline: query(
    z.strictObject({ id: organisationId, before: z.nullable(z.int()) }),
    z.strictObject({ items: z.readonly(z.array(conversationSummary)), next: z.nullable(z.int()) }),
  ),
  /** The promises between the user and its people, in the order and pages of `promises.list`. */
  promises: query(
    z.strictObject({ id: organisationId, show: z.enum(['open', 'closed']), before: z.nullable(z.int()) }),
    z.strictObject({ items: z.readonly(z.array(commitment)), next: z.nullable(z.int()) }),
  ),
  /** The follow-ups of its people, in the order and pages of `followUps.list`. */
  followUps: query(
    z.strictObject({ id: organisationId, show: z.enum(['open', 'done']), before: z.nullable(z.int()) }),
    z.strictObject({ items: z.readonly(z.array(followUp)), next: z.nullable(z.int()) }),
  ),
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
    ['people', 'organisations', 'searches'],
    { label: 'edit organisation' },
  ),
  /**
   * Makes one of two: the people of `otherId` and all that refers to it go over, what is known of both stands one below the
   * other, and the emptied one goes to the bin. Errors: `not_found`; `rule_violated` for one and
   * the same, or when what is known of both is too long for one.
   */
  merge: command(
    z.strictObject({ id: organisationId, otherId: organisationId }),
    z.null(),
    ['people', 'organisations', 'searches'],
    { label: 'merge organisations' },
  ),
  /** To the bin; its people stay and keep belonging to it should it come back. */
  bin: command(one, z.null(), ['people', 'organisations'], { label: 'move organisation to the bin' }),
  /** Errors: `not_found`; `conflict` when another organisation has taken the name meanwhile. */
  restore: command(one, z.null(), ['people', 'organisations'], { label: 'restore organisation' }),
} as const;
