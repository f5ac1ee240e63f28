import * as z from 'zod/mini';
import { personId, relationId } from '../id.ts';
import { command, query } from '../ipc.ts';
import { relatedPerson, relation, relationFields, relationLink } from './relation.ts';

const one = z.strictObject({ id: relationId });
const topics = ['relations', 'people'] as const;

export const relationsContract = {
  /** How a person stands to others, introductions too; by role, then by name. Without people in the bin. */
  list: query(z.strictObject({ personId }), z.readonly(z.array(relation))),
  /**
   * The person, those they stand to, and those whom these stand to: at most 40 people, the nearer first, with every
   * relation between them, each once. `left` counts those who are left out.
   */
  graph: query(
    z.strictObject({ personId }),
    z.strictObject({
      people: z.readonly(z.array(relatedPerson)),
      links: z.readonly(z.array(relationLink)),
      left: z.int(),
    }),
  ),
  /**
   * A new relation; one that waits in the bin comes out of it. Errors: `not_found`; `conflict` when it is there already, or
   * when somebody else is said to have introduced them; `rule_violated` for a relation to oneself or without its words.
   */
  create: command(
    z.strictObject({ personId, otherId: personId, ...relationFields }),
    z.strictObject({ id: z.nullable(relationId) }),
    topics,
    { label: 'new relation' },
  ),
  /** What is said of it, as it reads on the page of `personId`. An introduction stays what it is. Errors: as `create`. */
  edit: command(z.strictObject({ id: relationId, personId, ...relationFields }), z.null(), topics, {
    label: 'edit relation',
  }),
  /** Errors: `not_found`. */
  bin: command(one, z.null(), topics, { label: 'move relation to the bin' }),
  /** Errors: `not_found`; `conflict` when it was written anew meanwhile. */
  restore: command(one, z.null(), topics, { label: 'restore relation' }),
} as const;
