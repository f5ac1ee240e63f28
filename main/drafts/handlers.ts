import type { draftsContract } from '../../shared/drafts/contract.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { findDraftOf, getDraft, keepDraft, listDrafts, updateDraftBinned } from './repository.ts';

export const drafts: FeatureHandlers<typeof draftsContract, Context> = {
  list: ({ database }) => listDrafts(database),
  get: ({ database }, { id }) => getDraft(database, id),
  findFor: ({ database }, { conversationId }) => findDraftOf(database, conversationId),
  keep: ({ database, clock, newId }, draft) => ({ id: keepDraft(database, draft, { now: clock.now(), newId }) }),
  discard: ({ database, clock }, { id }) => {
    updateDraftBinned(database, id, clock.now());
    return null;
  },
  restore: ({ database }, { id }) => {
    updateDraftBinned(database, id, null);
    return null;
  },
};
