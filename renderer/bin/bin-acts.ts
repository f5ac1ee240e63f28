import type { BinEntry } from '../../shared/bin/contract.ts';
import { AppError, assertNever } from '../../shared/errors.ts';
import type {
  ConversationId,
  DraftId,
  FollowUpId,
  OrganisationId,
  PersonId,
  PromiseId,
  QuestionId,
  RelationId,
} from '../../shared/id.ts';
import { api } from '../api.ts';
import { report, toastDone } from '../report.ts';
import { navigate } from '../route.ts';
import { toast } from '../ui/toast.ts';

/** What an entry is, in one word. */
export const KIND_WORDS = {
  person: 'Person',
  organisation: 'Organisation',
  conversation: 'Conversation',
  promise: 'Promise',
  'follow-up': 'Follow-up',
  draft: 'Draft',
  relation: 'Relation',
  question: 'Question',
} as const satisfies Readonly<Record<BinEntry['kind'], string>>;

// The kind says of which model an id is.
function restoreEntry({ kind, id }: BinEntry): Promise<unknown> {
  switch (kind) {
    case 'person':
      return api.people.restore({ id: id as PersonId });
    case 'organisation':
      return api.organisations.restore({ id: id as OrganisationId });
    case 'conversation':
      return api.conversations.restore({ id: id as ConversationId });
    case 'promise':
      return api.promises.restore({ id: id as PromiseId });
    case 'follow-up':
      return api.followUps.restore({ id: id as FollowUpId });
    case 'draft':
      return api.drafts.restore({ id: id as DraftId });
    case 'question':
      return api.questions.restore({ id: id as QuestionId });
    case 'relation':
      return api.relations.restore({ id: id as RelationId });
    default:
      return assertNever(kind);
  }
}

/** Takes an entry out of the bin with everything that belongs to it. */
export async function restoreFromBin(entry: BinEntry): Promise<void> {
  try {
    await restoreEntry(entry);
    toastDone(`${KIND_WORDS[entry.kind]} restored`);
  } catch (error) {
    if (entry.kind === 'organisation' && error instanceof AppError && error.code === 'conflict') {
      toast('Another organisation has this name now; rename that one first.');
    } else if (entry.kind === 'relation' && error instanceof AppError && error.code === 'conflict') {
      toast('This relation was written down again meanwhile.');
    } else {
      report(error);
    }
  }
}

/** True for what has a page of its own, also while it is in the bin. */
export function hasPage({ kind }: BinEntry): boolean {
  return kind === 'person' || kind === 'organisation' || kind === 'conversation';
}

/** Goes to the page of an entry that has one; the kind says of which model its id is. */
export function openEntry({ kind, id }: BinEntry): void {
  if (kind === 'person') navigate({ page: 'person', id: id as PersonId });
  else if (kind === 'organisation') navigate({ page: 'organisation', id: id as OrganisationId });
  else if (kind === 'conversation') navigate({ page: 'conversation', id: id as ConversationId });
}
