import { AppError } from '../../shared/errors.ts';
import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { wordsContract } from '../../shared/words/contract.ts';
import type { Context } from '../context.ts';
import { insertWord, listWords, removeWord } from './repository.ts';

export const words: FeatureHandlers<typeof wordsContract, Context> = {
  list: ({ database }) => listWords(database),
  add: ({ database, clock }, { word }) => {
    insertWord(database, word, clock.now());
    return null;
  },
  remove: ({ database }, { word }) => {
    if (!removeWord(database, word)) throw new AppError('not_found', { model: 'word' });
    return null;
  },
};
