import type { PartKind, PartPreview } from '../../shared/backups/part.ts';
import { formatCount } from '../format.ts';

const KINDS: Readonly<Record<PartKind, string>> = {
  person: 'Person',
  organisation: 'Organisation',
  conversation: 'Conversation',
  promise: 'Promise',
  follow_up: 'Follow-up',
  draft: 'Draft',
};

/** The kind of what is brought back, in words. */
export function kindOf(kind: PartKind): string {
  return KINDS[kind];
}

/** What a table holds, in the words of the pages; what comes later is "details". */
const PARTS: Readonly<Record<string, string>> = {
  person: 'own fields',
  organisation: 'name or description',
  conversation: 'text, time or place in the bin',
  promise: 'words, dates or state',
  follow_up: 'words, dates or state',
  draft: 'text',
  contact: 'contact details',
  important_date: 'important dates',
  person_tag: 'tags',
  conversation_tag: 'tags',
  conversation_person: 'who was there',
  circumstance: 'context',
  listening: 'listening',
  moment: 'moments',
  observation: 'marks',
  attachment: 'files',
  version: 'former texts',
  relation: 'relations',
  question: 'questions',
  two_people: 'that they are two people',
};

/** "tags, marks": in what a changed entry differs; null when that is not known. */
export function partsOf(parts: readonly string[]): string | null {
  if (parts.length === 0) return null;
  return [...new Set(parts.map((part) => PARTS[part] ?? 'details'))].join(', ');
}

/** What bringing back would do, in numbers. */
export function partSum({ added, changed }: PartPreview['totals']): string {
  if (added + changed === 0)
    return 'All of it is in the journal as it was in the backup. There is nothing to bring back.';
  return `${entries(added)} would be added, ${entries(changed)} would be changed back.`;
}

/** What was done. */
export function doneSentence({ added, changed }: PartPreview['totals']): string {
  if (added + changed === 0) return 'There was nothing to bring back';
  return `Brought back: ${entries(added)} added, ${entries(changed)} changed`;
}

function entries(count: number): string {
  return formatCount(count, 'entry', 'entries');
}

/** Where the person is now, when they are not simply there. */
export function whereSentence({ person }: PartPreview, isConversation: boolean): string | null {
  switch (person) {
    case 'bin':
      return 'They are in the bin now and would come out of it.';
    case 'missing':
      return isConversation
        ? 'They are not in the journal now, and would come back by name only.'
        : 'They are not in the journal now.';
    default:
      return null;
  }
}
