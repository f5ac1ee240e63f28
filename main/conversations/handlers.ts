import type { conversationsContract } from '../../shared/conversations/contract.ts';
import type { ConversationInput } from '../../shared/conversations/conversation.ts';
import type { ConversationId, FollowUpId, PromiseId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import { todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { endDraft } from '../drafts/repository.ts';
import { updateFilesOf } from '../files/repository.ts';
import { getFollowUp, insertFollowUp, updateFollowUp } from '../follow-ups/repository.ts';
import { edit, startOfSeries } from '../follow-ups/series.ts';
import { requirePeople } from '../people/repository.ts';
import { insertPromise, updatePromise } from '../promises/repository.ts';
import { takeUpQuestions } from '../questions/repository.ts';
import { updateCircumstances, updateListening, updateMoments, updatePeople, updateTags } from './details.ts';
import {
  getConversation,
  insertConversation,
  pageConversations,
  updateConversation,
  updateConversationBinned,
} from './repository.ts';
import { listTimelineEvents } from './timeline-events.ts';
import { getVersion, keepVersion, listVersions, restoreVersion } from './versions.ts';

export const conversations: FeatureHandlers<typeof conversationsContract, Context> = {
  page: ({ database, clock }, input) => pageConversations(database, input, clock.zone()),
  events: ({ database, clock }, { personId }) => listTimelineEvents(database, personId, clock.zone()),
  get: ({ database }, { id }) => getConversation(database, id),
  save: (context, { conversation, draftId }) => {
    const { database, clock } = context;
    requirePeople(database, [...conversation.personIds, ...conversation.promises.map(({ personId }) => personId)]);
    const id = conversation.id ?? context.newId<'conversation'>();
    const row = { id, fields: conversation, now: clock.now() };
    if (conversation.id !== null) keepVersion(database, { id, notes: conversation.notes, now: clock.now() });
    const key = conversation.id === null ? insertConversation(database, row) : updateConversation(database, row);
    updatePeople(database, key, conversation.personIds);
    updateTags(database, key, conversation.tags);
    updateListening(database, key, conversation.listening);
    updateCircumstances(database, key, conversation.circumstances);
    const moments = updateMoments(database, key, conversation.moments, {
      today: todayOf(clock),
      newId: () => context.newId<'moment'>(),
    });
    if (conversation.files !== undefined) updateFilesOf(database, id, conversation.files);
    const promises = savePromises(context, id, conversation);
    const followUpId = saveFollowUp(context, id, conversation);
    takeUpQuestions(
      database,
      { id, notes: conversation.notes, personIds: conversation.personIds },
      { now: clock.now(), newId: () => context.newId<'question'>() },
    );
    binRemoved(context, conversation);
    if (draftId !== null) endDraft(database, draftId, clock.now());
    return { id, moments, promises, followUpId };
  },
  versions: ({ database }, { id }) => listVersions(database, id),
  version: ({ database }, input) => getVersion(database, input),
  restoreVersion: ({ database, clock }, input) => {
    restoreVersion(database, { ...input, now: clock.now() });
    return null;
  },
  bin: ({ database, clock }, { id }) => {
    updateConversationBinned(database, id, clock.now());
    return null;
  },
  restore: ({ database }, { id }) => {
    updateConversationBinned(database, id, null);
    return null;
  },
};

function savePromises(
  context: Context,
  conversationId: ConversationId,
  { promises }: ConversationInput,
): readonly PromiseId[] {
  const now = context.clock.now();
  return promises.map(({ id: known, ...promise }) => {
    if (known !== null) {
      updatePromise(context.database, known, promise, now);
      return known;
    }
    const id = context.newId<'promise'>();
    insertPromise(context.database, { id, conversationId, ...promise, createdAt: now });
    return id;
  });
}

/** The next contact is with the first person of the conversation, in the zone where it was written down. */
function saveFollowUp(
  context: Context,
  conversationId: ConversationId,
  { followUp, personIds }: ConversationInput,
): FollowUpId | null {
  if (followUp === null) return null;
  const { id: known, ...fields } = followUp;
  if (known !== null) {
    edit(context, getFollowUp(context.database, known), fields);
    return known;
  }
  const zone = context.clock.zone();
  const createdAt = context.clock.now();
  const id = context.newId<'follow-up'>();
  const personId = personIds[0] ?? null;
  const { recurrence } = fields;
  const dueOn = recurrence === undefined ? fields.dueOn : startOfSeries(recurrence, fields.dueOn);
  insertFollowUp(context.database, { id, personId, conversationId, ...fields, dueOn, zone, createdAt });
  return id;
}

function binRemoved({ database, clock }: Context, { removed }: ConversationInput): void {
  const deletedAt = clock.now();
  for (const id of removed?.promises ?? []) updatePromise(database, id, { deletedAt }, deletedAt);
  for (const id of removed?.followUps ?? []) updateFollowUp(database, id, { deletedAt }, deletedAt);
}
