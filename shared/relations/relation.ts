import * as z from 'zod/mini';
import { personId, relationId } from '../id.ts';
import { lineText, passageText } from '../text.ts';

/** Kinds as they are kept: from the first person's side. */
export const RELATION_KINDS = [
  'works_with',
  'reports_to',
  'partner_of',
  'parent_of',
  'friend_of',
  'referred_by',
  'advises',
  'other',
] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** How one person stands to another, from either side. An introduction is kept with the person who was introduced. */
export const RELATION_ROLES = [
  'works_with',
  'reports_to',
  'manages',
  'partner_of',
  'parent_of',
  'child_of',
  'friend_of',
  'introduced_by',
  'introduced',
  'referred_by',
  'referred',
  'advises',
  'advised_by',
  'other',
] as const;
export const relationRole = z.enum(RELATION_ROLES);
export type RelationRole = z.infer<typeof relationRole>;

/** How somebody stands to another person, as it reads on their page. */
export const relation = z.strictObject({
  /** Null for an introduction, which is a fact about the person who was introduced. */
  id: z.nullable(relationId),
  role: relationRole,
  otherId: personId,
  otherName: z.string(),
  otherArchived: z.boolean(),
  /** The user's own words, of role `other`; empty otherwise. */
  words: z.string(),
  note: z.string(),
  /** Whether it was written from the other person's side: own words then say what the other one is. */
  isFromOther: z.boolean(),
});
export type Relation = z.infer<typeof relation>;

/** What is said of a relation. Role `other` needs words, no other role has any. */
export const relationFields = { role: relationRole, words: lineText, note: passageText } as const;

/** Somebody in the graph, and how many steps away. */
export const relatedPerson = z.strictObject({
  id: personId,
  name: z.string(),
  step: z.union([z.literal(0), z.literal(1), z.literal(2)]),
});
export type RelatedPerson = z.infer<typeof relatedPerson>;

/** One line of the graph: `from` stands so to `to`. */
export const relationLink = z.strictObject({ from: personId, to: personId, role: relationRole, words: z.string() });
export type RelationLink = z.infer<typeof relationLink>;
