import type { FeatureHandlers } from '../../shared/ipc.ts';
import type { observationsContract } from '../../shared/observations/contract.ts';
import { HINDSIGHT_AFTER_DAYS } from '../../shared/observations/guess.ts';
import { spreadsOf, topicsOf } from '../../shared/observations/history.ts';
import { addDays, todayOf } from '../../shared/time.ts';
import type { Context } from '../context.ts';
import { listListening, listMarks } from './history.ts';
import { countGuesses, countHeld, listGuesses, listUsual, updateHindsight } from './repository.ts';

export const observations: FeatureHandlers<typeof observationsContract, Context> = {
  usual: ({ database }, { personId, except }) => listUsual(database, personId, except),
  history: ({ database }, { personId }) => {
    const marks = listMarks(database, personId);
    return { groups: spreadsOf(marks), ...topicsOf(marks, personId) };
  },
  listening: ({ database }, { personId }) => listListening(database, personId),
  guesses: ({ database, clock }) => {
    const by = addDays(todayOf(clock), -HINDSIGHT_AFTER_DAYS);
    return { items: listGuesses(database, by), waiting: countGuesses(database, by) };
  },
  held: ({ database }) => countHeld(database),
  answer: ({ database }, { momentId, answer }) => {
    updateHindsight(database, momentId, answer);
    return null;
  },
};
