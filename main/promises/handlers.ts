import { AppError } from '../../shared/errors.ts';
import type { PromiseId } from '../../shared/id.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { promisesContract } from '../../shared/promises/contract.ts';
import { todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { getKey } from '../conversations/repository.ts';
import { requirePeople } from '../people/repository.ts';
import {
  countRecord,
  getPromise,
  insertPromise,
  listDuePromises,
  listPromises,
  listPromisesOfConversation,
  type PromiseChange,
  updatePromise,
} from './repository.ts';

function change(context: Context, id: PromiseId, changed: PromiseChange): null {
  updatePromise(context.database, id, changed, context.clock.now());
  return null;
}

function close(context: Context, id: PromiseId, how: 'keptOn' | 'letGoOn'): null {
  if (getPromise(context.database, id).state !== 'open') throw new AppError('rule_violated', { rule: 'promise_open' });
  return change(context, id, { [how]: todayOf(context.clock) });
}

export const promises: FeatureHandlers<typeof promisesContract, Context> = {
  list: (context, input) => listPromises(context.database, input),
  ofConversation: (context, { conversationId }) => listPromisesOfConversation(context.database, conversationId),
  due: (context, { by }) => listDuePromises(context.database, by),
  record: (context, { today }) => countRecord(context.database, today),
  create: (context, input) => {
    requirePeople(context.database, [input.personId]);
    if (input.conversationId !== null) getKey(context.database, input.conversationId);
    const id = context.newId<'promise'>();
    insertPromise(context.database, { id, ...input, createdAt: context.clock.now() });
    return { id };
  },
  edit: (context, { id, words, dueOn }) => change(context, id, { words, dueOn }),
  keep: (context, { id }) => close(context, id, 'keptOn'),
  letGo: (context, { id }) => close(context, id, 'letGoOn'),
  reopen: (context, { id }) => change(context, id, { keptOn: null, letGoOn: null }),
  bin: (context, { id }) => change(context, id, { deletedAt: context.clock.now() }),
  restore: (context, { id }) => change(context, id, { deletedAt: null }),
};
