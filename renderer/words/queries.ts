import { api } from '../api.ts';
import { createQuery } from '../query.ts';

/** The words of the user's own, by the alphabet. */
export const useOwnWords = createQuery(
  (input: Parameters<typeof api.words.list>[0]) => api.words.list(input),
  ['words'],
);
