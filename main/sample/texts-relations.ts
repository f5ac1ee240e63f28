import type { RelationStory } from './story.ts';

export const RELATIONS: readonly RelationStory[] = [
  {
    person: 'tom',
    other: 'amara',
    kind: 'reports_to',
    note: 'Since the repairs team became part of resident services.',
  },
  { person: 'jonas', other: 'asa', kind: 'reports_to' },
  { person: 'priya', other: 'niamh', kind: 'works_with', note: 'They share the office behind the triage desk.' },
  { person: 'ruth', other: 'asa', kind: 'advises', note: 'Twice a year, and whenever the bank writes.' },
  { person: 'ruth', other: 'niamh', kind: 'other', words: 'trained her in her first job' },
  { person: 'helene', other: 'mateo', kind: 'friend_of', note: 'From a summer in Porto, long before either knew me.' },
  { person: 'wanjiru', other: 'amara', kind: 'other', words: 'sing in the same choir' },
];
