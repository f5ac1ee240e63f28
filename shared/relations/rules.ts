import type { RelationKind, RelationRole } from './relation.ts';

/** Each role: how it reads, its inverse, and as what it is kept; `turned` when it is kept from the other person's side. */
const ROLES: Readonly<
  Record<
    RelationRole,
    {
      readonly words: string;
      readonly inverse: RelationRole;
      readonly kind: RelationKind | 'introduction';
      readonly turned: boolean;
    }
  >
> = {
  works_with: { words: 'works with', inverse: 'works_with', kind: 'works_with', turned: false },
  reports_to: { words: 'reports to', inverse: 'manages', kind: 'reports_to', turned: false },
  manages: { words: 'manages', inverse: 'reports_to', kind: 'reports_to', turned: true },
  partner_of: { words: 'partner of', inverse: 'partner_of', kind: 'partner_of', turned: false },
  parent_of: { words: 'parent of', inverse: 'child_of', kind: 'parent_of', turned: false },
  child_of: { words: 'child of', inverse: 'parent_of', kind: 'parent_of', turned: true },
  friend_of: { words: 'friend of', inverse: 'friend_of', kind: 'friend_of', turned: false },
  introduced_by: { words: 'introduced by', inverse: 'introduced', kind: 'introduction', turned: false },
  introduced: { words: 'introduced', inverse: 'introduced_by', kind: 'introduction', turned: true },
  referred_by: { words: 'referred by', inverse: 'referred', kind: 'referred_by', turned: false },
  referred: { words: 'referred', inverse: 'referred_by', kind: 'referred_by', turned: true },
  advises: { words: 'advises', inverse: 'advised_by', kind: 'advises', turned: false },
  advised_by: { words: 'advised by', inverse: 'advises', kind: 'advises', turned: true },
  other: { words: 'other', inverse: 'other', kind: 'other', turned: false },
};

/** "reports to"; the user's own words where the role is `other`. */
export function roleInWords(role: RelationRole, words = ''): string {
  return role === 'other' && words !== '' ? words : ROLES[role].words;
}

/** How one stands to another: "Anna reports to Ben"; own words read after the two, whatever they are: "Anna to Ben: mentor". */
export function relationInWords(one: string, role: RelationRole, words: string, other: string): string {
  return role === 'other' ? `${one} to ${other}: ${words}` : `${one} ${roleInWords(role)} ${other}`;
}

/**
 * The same as it reads beside one of the two, with the name of the other: "reports to Ben"; own words "to Ben: mentor",
 * and where they are said of the other one, "Ben to them: mentor".
 */
export function roleWithName(role: RelationRole, words: string, name: string, isFromOther: boolean): string {
  if (role !== 'other') return `${roleInWords(role)} ${name}`;
  return isFromOther ? `${name} to them: ${words}` : `to ${name}: ${words}`;
}

/** How the other one stands to the first. */
export function inverseRole(role: RelationRole): RelationRole {
  return ROLES[role].inverse;
}

/** As what a role is kept, and whether from the other person's side. */
export function keptAs(role: RelationRole): {
  readonly kind: RelationKind | 'introduction';
  readonly turned: boolean;
} {
  const { kind, turned } = ROLES[role];
  return { kind, turned };
}

/** The role that a kept kind reads as, from the side on which it was written or from the other. */
export function roleOf(kind: RelationKind, isFromOther: boolean): RelationRole {
  return isFromOther ? ROLES[kind].inverse : kind;
}
