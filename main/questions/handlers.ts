import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { questionsContract } from '../../shared/questions/contract.ts';
import type { Question } from '../../shared/questions/question.ts';
import { todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { getKey } from '../conversations/repository.ts';
import { requirePeople } from '../people/repository.ts';
import * as repository from './repository.ts';

export const questions: FeatureHandlers<typeof questionsContract, Context> = {
  list: ({ database, clock }, { personId, show }) =>
    show === 'open'
      ? repository.listOpenQuestions(database, personId, clock.zone())
      : repository.listAskedQuestions(database, personId, clock.zone()),

  add: (context, { personId, words }) => {
    const { database, clock } = context;
    requirePeople(database, [personId]);
    const present = repository.findOpenQuestion(database, personId, words);
    if (present !== null) return { id: present };
    const id = context.newId<'question'>();
    const at = clock.now();
    repository.insertQuestion(database, { id, personId, conversationId: null, words: words.trim(), askedOn: null, at });
    return { id };
  },

  markAsked: (context, { questions: asked }) => {
    for (const each of asked) markAsked(context, each);
    return null;
  },

  reopen: ({ database, clock }, { id }) => {
    repository.getQuestion(database, id);
    repository.updateAsked(database, id, null, clock.now());
    return null;
  },

  bin: ({ database, clock }, { id }) => {
    const { conversationId } = repository.getQuestion(database, id);
    if (conversationId !== null) throw new AppError('rule_violated', { rule: 'stands_in_notes' });
    repository.updateQuestionBinned(database, id, clock.now());
    return null;
  },

  restore: ({ database }, { id }) => {
    repository.getQuestion(database, id);
    repository.updateQuestionBinned(database, id, null);
    return null;
  },
};

type Asked = Pick<Question, 'id' | 'personId' | 'conversationId' | 'words'>;

function markAsked(context: Context, { id, personId, conversationId, words }: Asked): void {
  const { database, clock } = context;
  const askedOn = todayOf(clock);
  const at = clock.now();
  if (id !== null) {
    if (repository.getQuestion(database, id).askedOn !== null) throw new AppError('rule_violated', { rule: 'asked' });
    repository.updateAsked(database, id, askedOn, at);
    return;
  }
  requirePeople(database, [personId]);
  if (conversationId !== null) getKey(database, conversationId);
  repository.insertQuestion(database, {
    id: context.newId<'question'>(),
    personId,
    conversationId,
    words,
    askedOn,
    at,
  });
}
