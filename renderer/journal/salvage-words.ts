import type { SalvageReport } from '../../shared/backups/salvage.ts';
import type { JournalCounts } from '../../shared/journal/contract.ts';
import { formatCount } from '../format.ts';

export const KINDS: readonly (readonly [keyof JournalCounts, string])[] = [
  ['people', 'People'],
  ['organisations', 'Organisations'],
  ['conversations', 'Conversations'],
  ['promises', 'Promises'],
  ['followUps', 'Follow-ups'],
  ['drafts', 'Drafts'],
];

/** One row and several of each table that a person knows; what is not here is "details". */
const ROWS: Readonly<Record<string, readonly [string, string]>> = {
  person: ['person', 'people'],
  organisation: ['organisation', 'organisations'],
  conversation: ['conversation', 'conversations'],
  conversation_person: ['note of who was in a conversation', 'notes of who was in a conversation'],
  conversation_tag: ['tag of a conversation', 'tags of conversations'],
  person_tag: ['tag of a person', 'tags of people'],
  promise: ['promise', 'promises'],
  follow_up: ['follow-up', 'follow-ups'],
  draft: ['draft', 'drafts'],
  contact: ['contact detail', 'contact details'],
  important_date: ['important date', 'important dates'],
  moment: ['moment', 'moments'],
  observation: ['mark', 'marks'],
  circumstance: ['mark of the context', 'marks of the context'],
  listening: ['page of listening', 'pages of listening'],
  attachment: ['file of a conversation', 'files of conversations'],
  file: ['content of a file', 'contents of files'],
  version: ['former text', 'former texts'],
  template: ['template', 'templates'],
  question: ['question', 'questions'],
  relation: ['relation', 'relations'],
  own_word: ['word of your own', 'words of your own'],
  saved_search: ['saved search', 'saved searches'],
  two_people: ['pair that is two people', 'pairs that are two people'],
  kind_cadence: ['cadence of a kind', 'cadences of kinds'],
  follow_up_notice: ['reminder that was shown', 'reminders that were shown'],
  meeting_notice: ['meeting that was pointed out', 'meetings that were pointed out'],
  people_view: ['view of the list of people', 'views of the list of people'],
};

function rowsOf(table: string, count: number): string {
  const [one, many] = ROWS[table] ?? ['detail', 'details'];
  return formatCount(count, one, many);
}

/** What was lost, a sentence for each kind. */
export function lossSentences({ unread, unowned, altered, nameless }: SalvageReport): readonly string[] {
  return [
    ...unread.map(({ table, count, isAtLeast }) => {
      if (!isAtLeast) return `${rowsOf(table, count)} could not be read.`;
      const name = ROWS[table]?.[1] ?? 'details';
      return count === 0
        ? `Some ${name} may be missing: their number cannot be told.`
        : `At least ${rowsOf(table, count)} could not be read.`;
    }),
    ...unowned.map(
      ({ table, count }) => `${rowsOf(table, count)} left out, because what they belong to could not be read.`,
    ),
    ...(nameless === 0
      ? []
      : [
          `${formatCount(nameless, 'person is', 'people are')} kept under the name “Name lost”, because conversations or promises name them.`,
        ]),
    ...(altered === 0
      ? []
      : [`${formatCount(altered, 'entry has', 'entries have')} characters that could not be read; they show as “�”.`]),
  ];
}
