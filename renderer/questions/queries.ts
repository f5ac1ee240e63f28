import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** The questions for one person: those that wait, or those that were asked. */
export const useQuestions = createQuery(
  (input: Parameters<typeof api.questions.list>[0]) => api.questions.list(input),
  ['questions', 'conversations'],
);
