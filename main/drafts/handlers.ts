import type { draftsContract } from '../../shared/drafts/contract.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { Context } from '../context.ts';
import { findDraftOf, getDraft, insertDraft, listDrafts, updateDraft, updateDraftBinned } from './repository.ts';

export const drafts: FeatureHandlers<typeof draftsContract, Context> = {
  list: ({ database }) => listDrafts(database),
  get: ({ database }, { id }) => getDraft(database, id),
  findFor: ({ database }, { conversationId }) => findDraftOf(database, conversationId),
  keep: (context, { id: known, conversationId, ...fields }) => {
    const { database } = context;
    const now = context.clock.now();
    // A draft that was saved or discarded elsewhere does not take more text, and the text must go somewhere.
    if (known !== null && updateDraft(database, { id: known, ...fields, now })) return { id: known };
    const open = conversationId === null ? null : findDraftOf(database, conversationId);
    if (open !== null) {
      updateDraft(database, { id: open.id, ...fields, now });
      return { id: open.id };
    }
    const id = context.newId<'draft'>();
    insertDraft(database, { id, conversationId, ...fields, now });
    return { id };
  },
  discard: ({ database, clock }, { id }) => {
    updateDraftBinned(database, id, clock.now());
    return null;
  },
  restore: ({ database }, { id }) => {
    updateDraftBinned(database, id, null);
    return null;
  },
};
